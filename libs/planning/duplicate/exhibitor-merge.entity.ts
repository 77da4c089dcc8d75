import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** What became of what hung from the one that went. */
export interface MergeMoves {
  products: number;
  /** Of these, how many were taken out of the catalogue: the one that is kept sells them already. */
  productsSoldTwice: number;
  /** Accounts and open invitations that now stand for the one that is kept. */
  people: number;
  paymentAccount: boolean;
  /** Papers that were in its dossier. */
  dossierItems: number;
}

/**
 * Who was merged into whom: the one that went is no row any more, and papers and mails of before may
 * name it. Neither is a foreign key, since the one that was kept may go into a third. Append-only by a
 * trigger.
 */
@Entity('exhibitor_merge')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('exhibitor_merge_of_two', `merged_id <> kept_id`)
export class ExhibitorMerge {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') mergedId: string;
  @Column('uuid') keptId: string;
  /** As it was called at that moment. */
  @Column('text') keptName: string;
  @Column('text') mergedName: string;
  /** Its row as it was, without whom to call. */
  @Column('jsonb') merged: Record<string, unknown>;
  @Column('jsonb') moved: MergeMoves;
  @ForeignKey(() => Account)
  @Column('uuid')
  mergedBy: string;
  /** Fair time. */
  @Column('timestamptz') mergedAt: Date;
}
