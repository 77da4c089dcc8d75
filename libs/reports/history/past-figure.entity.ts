import { Account } from '@phien/identity';
import { Fair, PlaceRow } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Exactness, FigureKind } from './comparison.rules';
import { PastFair, type AddedAs } from './past-fair.entity';
import { PastSource } from './past-source.entity';

export const FIGURE_PARTS = [
  'whole',
  'in_province',
  'other_province',
  'foreign',
  'ocop',
  'place',
  'country',
  'other',
] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/**
 * What one source says of a past fair: two sources that differ are two rows, and so are two that
 * agree. Append-only by a trigger; `PastFigureRetracted` takes one back.
 */
@Entity('past_figure')
@Unique('past_figure_of_kind', ['id', 'pastFairCode', 'kind'])
@Unique('past_figure_added_in', ['id', 'addedIn'])
@Index('past_figure_fair_idx', ['pastFairCode'])
@ForeignKey(() => PastSource, ['sourceId', 'pastFairCode'], ['id', 'pastFairCode'], {
  name: 'past_figure_by_its_source',
})
@ForeignKey(() => PlaceRow, ['placeSet', 'placeCode'], ['set', 'code'])
@Check(
  'past_figure_kind_known',
  `kind IN ('revenue_vnd', 'visits', 'booths', 'days', 'exhibitors', 'provinces')`,
)
@Check(
  'past_figure_part_known',
  `part IN ('whole', 'in_province', 'other_province', 'foreign', 'ocop', 'place', 'country', 'other')`,
)
@Check(
  'past_figure_part_named',
  `(place_set IS NOT NULL) = (part = 'place') AND (place_code IS NOT NULL) = (part = 'place') AND (country_code IS NOT NULL) = (part = 'country') AND (part_vi <> '') = (part = 'other') AND (part_en <> '') = (part = 'other')`,
)
@Check('past_figure_country_shape', `country_code ~ '^[A-Z]{2}$'`)
@Check('past_figure_first_days_range', `first_days BETWEEN 0 AND 366`)
@Check('past_figure_value_range', `value BETWEEN 1 AND 100000000000000`)
@Check(
  'past_figure_exactness_known',
  `exactness IN ('stated', 'about', 'over', 'nearly', 'derived')`,
)
@Check(
  'past_figure_added_by_one',
  `added_as IN ('seed', 'organizer') AND (added_by IS NOT NULL) = (added_as = 'organizer') AND (added_in IS NOT NULL) = (added_as = 'organizer')`,
)
export class PastFigure {
  /** Made by whoever enters it and kept, so that sending twice is once. */
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => PastFair)
  @Column('text')
  pastFairCode: string;
  @Column('uuid') sourceId: string;
  @Column('text') kind: FigureKind;
  @Column('text') part: FigurePart;
  /** What an `other` part is, in the source's words. */
  @Column('text', { default: '' }) partVi: string;
  @Column('text', { default: '' }) partEn: string;
  /** A unit of the time of the fair. */
  @Column('text', { nullable: true }) placeSet: string | null;
  @Column('text', { nullable: true }) placeCode: string | null;
  @Column('text', { nullable: true }) countryCode: string | null;
  /** Of how many of the first days it speaks; 0: of the whole fair. */
  @Column('integer', { default: 0 }) firstDays: number;
  @Column('bigint') value: number;
  @Column('text') exactness: Exactness;
  /** Published before the fair was held. */
  @Column('boolean') isPlanned: boolean;
  @Column('text', { default: '' }) noteVi: string;
  @Column('text', { default: '' }) noteEn: string;
  @Column('text') addedAs: AddedAs;
  /** The fair whose organizer added it, and whose organizers alone may retract it; null of the seed. */
  @ForeignKey(() => Fair)
  @Column('uuid', { nullable: true })
  addedIn: string | null;
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  addedBy: string | null;
  @Column('timestamptz') addedAt: Date;
}
