import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PressFigure } from './press-figure.entity';

/** A note that was wrong, and why; it stays on the list. Append-only by a trigger. */
@Entity('press_figure_struck')
@ForeignKey(() => PressFigure, ['fairId', 'pressFigureId'], ['fairId', 'id'])
@Check('press_figure_struck_reasoned', `length(reason) BETWEEN 1 AND 200`)
export class PressFigureStruck {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') pressFigureId: string;
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  struckBy: string;
  @Column('timestamptz') struckAt: Date;
}
