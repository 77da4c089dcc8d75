import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';

/**
 * A kind of paper that exhibitors of a fair are asked for, such as a food safety certificate: of
 * everybody, of some kinds of exhibitor, or of whoever sells products of some classes. Of nobody, it may
 * be shown and need not.
 */
@Entity('dossier_kind')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check(
  'dossier_kind_named',
  `length(btrim(name_vi)) BETWEEN 1 AND 120 AND length(btrim(name_en)) BETWEEN 1 AND 120`,
)
@Check(
  'dossier_kind_exhibitor_kinds_known',
  `exhibitor_kinds <@ ARRAY['enterprise', 'cooperative', 'cooperativeGroup', 'household', 'facility', 'farm', 'tradePromotion', 'locality']`,
)
@Check('dossier_kind_warn_days_range', `warn_days BETWEEN 0 AND 365`)
export class DossierKind {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever adds it and kept, so that adding twice is once. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('boolean') isForAll: boolean;
  @Column('text', { array: true }) exhibitorKinds: ExhibitorKind[];
  /** Dotted codes; each means what stands below it as well. */
  @Column('text', { array: true }) classCodes: string[];
  /** How long before the end of a paper it is worth a word, in days. */
  @Column('smallint') warnDays: number;
  /** No longer asked for; what was shown of it stays. */
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}
