import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Draw } from './draw.entity';

/** A draw that no longer counts, and why; it stays on the list that anybody sees. */
@Entity('draw_withdrawal')
@ForeignKey(() => Draw, ['fairId', 'drawId'], ['fairId', 'id'])
@Check('draw_withdrawal_reasoned', `length(btrim(reason)) BETWEEN 1 AND 200`)
export class DrawWithdrawal {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') drawId: string;
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  withdrawnBy: string;
  /** Fair time. */
  @Column('timestamptz') withdrawnAt: Date;
}
