import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { PressFigureKind } from './press.rules';

/**
 * A figure that was given to the press: which, of which revision, in which words, by whom, to whom
 * and when. Append-only by a trigger; `PressFigureStruck` takes one back.
 */
@Entity('press_figure')
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@Check(
  'press_figure_known',
  `figure IN ('revenue', 'measured', 'declared', 'sales', 'visits', 'booths_heard')`,
)
@Check('press_figure_told_as_length', `length(told_as) BETWEEN 1 AND 200`)
@Check('press_figure_told_to_length', `length(told_to) BETWEEN 1 AND 200`)
@Check('press_figure_told_by_length', `length(told_by) BETWEEN 1 AND 200`)
@Check('press_figure_told_before_noted', `told_at <= noted_at`)
export class PressFigure {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever notes it and kept, so that sending twice is once. */
  @PrimaryColumn('uuid') id: string;
  @Column('date') day: string;
  @Column('integer') revision: number;
  @Column('text') figure: PressFigureKind;
  /** As the revision has it. */
  @Column('bigint') value: number;
  /** As it was said: "hơn 1,2 tỷ đồng". */
  @Column('text') toldAs: string;
  /** Newspaper, broadcaster, or who asked. */
  @Column('text') toldTo: string;
  /** Who said it; not always who notes it. */
  @Column('text') toldBy: string;
  /** Fair time. */
  @Column('timestamptz') toldAt: Date;
  @ForeignKey(() => Account)
  @Column('uuid')
  notedBy: string;
  @Column('timestamptz') notedAt: Date;
}
