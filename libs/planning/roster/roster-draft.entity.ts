import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '@phien/identity';
import { Fair } from '../fair/fair.entity';
import type { RosterRow } from './roster-row';
import type { ReadRoster } from './roster-tables';

/** What taking a list wrote. */
export interface RosterResult {
  addedExhibitors: number;
  changedExhibitors: number;
  addedProducts: number;
  changedProducts: number;
}

/**
 * A list of exhibitors that somebody brought. Its rows, which hold names and phones of people, go when it
 * is taken or given up; then it says what came of it, so that taking it twice is once.
 */
@Entity('roster_draft')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Account, ['broughtBy'], ['id'])
@ForeignKey(() => Account, ['takenBy'], ['id'])
@Check('roster_draft_named', `length(name) BETWEEN 1 AND 200`)
@Check('roster_draft_of_one_source', `(sha256 IS NULL) <> (copied_from IS NULL)`)
@Check('roster_draft_hashed', `octet_length(sha256) = 32`)
@Check('roster_draft_taken_whole', `num_nonnulls(taken_by, taken_at, taken_as, result) IN (0, 4)`)
@Check('roster_draft_rows_until_taken', `(rows IS NULL) = (taken_at IS NOT NULL)`)
export class RosterDraft {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  /** Of the file, or of the fair it was copied from. */
  @Column('text') name: string;
  /** Of the file's bytes; null for a copy. */
  @Column('bytea', { nullable: true }) sha256: Buffer | null;
  /** Told only: keys of a fair's rows lead to no other fair. */
  @Column('uuid', { nullable: true }) copiedFrom: string | null;
  @Column('jsonb', { nullable: true }) rows: KeptRows | null;
  @Column('uuid') broughtBy: string;
  @Column('timestamptz') broughtAt: Date;
  @Column('uuid', { nullable: true }) takenBy: string | null;
  @Column('timestamptz', { nullable: true }) takenAt: Date | null;
  /** Hash of what was chosen. */
  @Column('bytea', { nullable: true }) takenAs: Buffer | null;
  @Column('jsonb', { nullable: true }) result: RosterResult | null;
}

export interface KeptRows {
  rows: RosterRow[];
  unread: ReadRoster['unread'];
}
