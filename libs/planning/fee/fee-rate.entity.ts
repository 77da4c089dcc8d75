import { Account } from '@phien/identity';
import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { BoothKind } from '../plan/booth.entity';

export const FEE_UNITS = ['booth', 'square_metre', 'day'] as const;
export type FeeUnit = (typeof FEE_UNITS)[number];

/**
 * A line of the tariff: what a booth costs, by where it stands, its kind, its size and the day on
 * which it was given; what is null says nothing. Of two lines that name the same, the exclusion
 * constraint lets none reach the same booth on the same day. Withdrawn, never edited.
 */
@Entity('fee_rate')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('fee_rate_kind_known', `booth_kind IN ('standard', 'custom')`)
@Check('fee_rate_area_in_order', `area_from_m2 >= 0 AND area_below_m2 > coalesce(area_from_m2, 0)`)
@Check('fee_rate_days_in_order', `valid_from <= valid_to`)
@Check('fee_rate_per_known', `per IN ('booth', 'square_metre', 'day')`)
@Check('fee_rate_price_range', `price_vnd BETWEEN 0 AND 100000000000`)
@Check('fee_rate_vat_range', `vat_rate_percent BETWEEN 0 AND 100`)
@Check('fee_rate_withdrawal_whole', `(withdrawn_by IS NULL) = (withdrawn_at IS NULL)`)
@Exclusion(
  'fee_rate_once',
  `USING gist (fair_id WITH =, (coalesce(zone_code, '')) WITH =, (coalesce(booth_kind, '')) WITH =, sign(num_nonnulls(area_from_m2, area_below_m2)) WITH =, int4range(coalesce(area_from_m2, 0), area_below_m2) WITH &&, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (withdrawn_at IS NULL)`,
)
export class FeeRate {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  /** By its code: a plan may be drawn anew, and its zones keep their names. */
  @Column('text', { nullable: true }) zoneCode: string | null;
  @Column('text', { nullable: true }) boothKind: BoothKind | null;
  @Column('integer', { nullable: true }) areaFromM2: number | null;
  @Column('integer', { nullable: true }) areaBelowM2: number | null;
  /** Of the day on which the booth was given, in the fair's zone; both days included. */
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('text') per: FeeUnit;
  /** Integer VND for one `per`, VAT included. */
  @Column('bigint') priceVnd: number;
  /** Null: no VAT is charged; 0 is a rate. */
  @Column('smallint', { nullable: true }) vatRatePercent: number | null;
  @ForeignKey(() => Account)
  @Column('uuid')
  addedBy: string;
  @Column('timestamptz') addedAt: Date;
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
