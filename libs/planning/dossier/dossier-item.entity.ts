import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { DossierKind } from './dossier-kind.entity';

/** One paper in the dossier of an exhibitor. It is never said anew: it is taken out, and another comes. */
@Entity('dossier_item')
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(() => DossierKind, ['fairId', 'kindId'], ['fairId', 'id'])
@Check('dossier_item_number_length', `length(number) BETWEEN 1 AND 100`)
@Check('dossier_item_issuer_length', `length(issuer) BETWEEN 1 AND 200`)
@Check('dossier_item_days_in_order', `issued_on <= expires_on`)
@Check('dossier_item_removed_by_someone', `(removed_at IS NULL) = (removed_by IS NULL)`)
export class DossierItem {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever adds it and kept, so that adding twice is once. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') exhibitorId: string;
  @Column('uuid') kindId: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text', { nullable: true }) issuer: string | null;
  @Column('date', { nullable: true }) issuedOn: string | null;
  /** The last day on which it holds; null: it holds for good. */
  @Column('date', { nullable: true }) expiresOn: string | null;
  @ForeignKey(() => Account)
  @Column('uuid')
  addedBy: string;
  @Column('timestamptz') addedAt: Date;
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  removedBy: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
