import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';

/**
 * Priority points of an exhibitor, and why: who is offered a booth first, and who draws before
 * whom. Append-only by a trigger: other points are a further revision, and the last one holds.
 */
@Entity('exhibitor_points')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Unique(['fairId', 'exhibitorId', 'revision'])
@Check('exhibitor_points_revision', `revision >= 1`)
@Check('exhibitor_points_range', `points BETWEEN 0 AND 1000`)
@Check('exhibitor_points_reasoned', `length(btrim(reason)) BETWEEN 1 AND 200`)
export class ExhibitorPoints {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') exhibitorId: string;
  /** From 1, of each exhibitor. */
  @Column('integer') revision: number;
  @Column('integer') points: number;
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  setBy: string;
  /** Fair time. */
  @Column('timestamptz') setAt: Date;
}
