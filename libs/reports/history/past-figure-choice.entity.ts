import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FigureKind } from './comparison.rules';
import { PastFair } from './past-fair.entity';
import { PastFigure } from './past-figure.entity';

/**
 * Which of the statements about a past fair a fair is compared with, and why; the latest revision
 * holds. Without a figure the whole range is shown again. Append-only by a trigger.
 */
@Entity('past_figure_choice')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => PastFair, ['pastFairCode'], ['code'])
@ForeignKey(
  () => PastFigure,
  ['figureId', 'pastFairCode', 'kind'],
  ['id', 'pastFairCode', 'kind'],
  {
    name: 'past_figure_choice_of_kind',
  },
)
@Check(
  'past_figure_choice_kind_known',
  `kind IN ('revenue_vnd', 'visits', 'booths', 'days', 'exhibitors', 'provinces')`,
)
@Check('past_figure_choice_revision_positive', `revision >= 1`)
@Check('past_figure_choice_reasoned', `length(reason) BETWEEN 1 AND 300`)
export class PastFigureChoice {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('text') pastFairCode: string;
  @PrimaryColumn('text') kind: FigureKind;
  @PrimaryColumn('integer') revision: number;
  @Column('uuid', { nullable: true }) figureId: string | null;
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  chosenBy: string;
  @Column('timestamptz') chosenAt: Date;
}
