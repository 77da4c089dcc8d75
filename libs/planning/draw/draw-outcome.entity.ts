import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Draw } from './draw.entity';

/** What a draw drew; each exhibitor's lot, and the allocation that gives it its booth. */
export interface KeptLot {
  exhibitorId: string;
  lot: string;
  boothCode: string | null;
  /** Of the allocation when the booths are given; null when the order alone was drawn. */
  allocationId: string | null;
}

/** A draw is drawn once, by a seed that was said aloud. Append-only by a trigger. */
@Entity('draw_outcome')
@ForeignKey(() => Draw, ['fairId', 'drawId'], ['fairId', 'id'])
@Check('draw_outcome_seed_length', `length(seed) BETWEEN 4 AND 100`)
export class DrawOutcome {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') drawId: string;
  @Column('text') seed: string;
  @Column('jsonb') lots: KeptLot[];
  @ForeignKey(() => Account)
  @Column('uuid')
  drawnBy: string;
  /** Fair time. */
  @Column('timestamptz') drawnAt: Date;
}
