import { Account } from '@phien/identity';
import { Exhibitor, Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PaperContent, PaperKind } from './paper.rules';

/**
 * What a document says, frozen when it was asked for the first time; its files are made of this alone.
 * The same facts are the same paper. Names change and days get revisions, a paper does not.
 */
@Entity('paper')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Unique(['fairId', 'subject', 'edition'])
@Unique(['fairId', 'basisHash'])
@Index('paper_by_hash', ['contentHash'])
@Check('paper_kind_known', `kind IN ('statement', 'sales_export', 'late_list', 'final_report')`)
@Check(
  'paper_exhibitor_named',
  `(exhibitor_id IS NOT NULL) = (kind IN ('statement', 'sales_export'))`,
)
@Check('paper_of_the_whole_fair', `kind <> 'final_report' OR day IS NULL`)
@Check(
  'paper_subject_whole',
  `subject = kind || ':' || coalesce(exhibitor_id::text, 'all') || ':' || coalesce(to_char(day, 'YYYY-MM-DD'), 'fair')`,
)
@Check('paper_edition_positive', `edition >= 1`)
@Check('paper_hash_length', `octet_length(content_hash) = 32 AND octet_length(basis_hash) = 32`)
export class Paper {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: PaperKind;
  @Column('uuid', { nullable: true }) exhibitorId: string | null;
  /** Null for the whole fair. */
  @Column('date', { nullable: true }) day: string | null;
  /** Kind, exhibitor and day as one text: nulls of the three make no key. */
  @Column('text') subject: string;
  /** From 1, of each subject. */
  @Column('integer') edition: number;
  @Column('boolean') isProvisional: boolean;
  @Column('timestamptz') asOf: Date;
  @Column('jsonb') content: PaperContent;
  /** The recipe is at `contentHash`. */
  @Column('bytea') contentHash: Buffer;
  /** By what the same is known again; the recipe is at `basisHash`. */
  @Column('bytea') basisHash: Buffer;
  @ForeignKey(() => Account) @Column('uuid') orderedBy: string;
}
