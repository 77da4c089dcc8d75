import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PastFigure } from './past-figure.entity';

/** A past figure that comparisons do without, and why. Append-only by a trigger. */
@Entity('past_figure_retracted')
@ForeignKey(() => PastFigure, ['figureId', 'retractedIn'], ['id', 'addedIn'], {
  name: 'past_figure_retracted_by_its_fair',
})
@Check('past_figure_retracted_reasoned', `length(reason) BETWEEN 1 AND 300`)
export class PastFigureRetracted {
  @PrimaryColumn('uuid') figureId: string;
  /** The fair that added it. */
  @Column('uuid') retractedIn: string;
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  retractedBy: string;
  @Column('timestamptz') retractedAt: Date;
}
