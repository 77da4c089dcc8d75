import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Allocation } from '../allocation/allocation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FeePayer } from './fee-payer.entity';
import { FeeRate, type FeeUnit } from './fee-rate.entity';
import { FeeReckoning } from './fee-reckoning.entity';
import { FeeRelief } from './fee-relief.entity';

/**
 * What is charged for an allocation, and taken back. Odd turns charge, even turns take the turn before
 * them back whole (a trigger compares them); each turn needs the one before it, so an allocation
 * never has two charges that stand, whatever code writes them.
 */
@Entity('fee_charge')
@ForeignKey(() => Allocation, ['fairId', 'allocationId'], ['fairId', 'id'])
@ForeignKey(
  () => FeeCharge,
  ['fairId', 'allocationId', 'previousTurn'],
  ['fairId', 'allocationId', 'turn'],
)
@ForeignKey(() => FeeReckoning, ['fairId', 'reckoningId'], ['fairId', 'id'])
@ForeignKey(() => FeePayer, ['fairId', 'payerId'], ['fairId', 'id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(() => FeeRate, ['fairId', 'rateId'], ['fairId', 'id'])
@ForeignKey(() => FeeRelief, ['fairId', 'reliefId'], ['fairId', 'id'])
@Check(
  'fee_charge_turns_follow',
  `turn >= 1 AND previous_turn IS NOT DISTINCT FROM nullif(turn - 1, 0)`,
)
@Check('fee_charge_sixths_range', `sixths BETWEEN 1 AND 6`)
@Check('fee_charge_sum', `amount_vnd = price_vnd - waived_vnd`)
@Check(
  'fee_charge_signs',
  `CASE WHEN turn % 2 = 1 THEN price_vnd >= 0 AND waived_vnd BETWEEN 0 AND price_vnd AND vat_vnd BETWEEN 0 AND amount_vnd ELSE price_vnd <= 0 AND waived_vnd BETWEEN price_vnd AND 0 AND vat_vnd BETWEEN amount_vnd AND 0 END`,
)
@Check('fee_charge_waived_for_a_reason', `waived_vnd = 0 OR relief_id IS NOT NULL`)
export class FeeCharge {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') allocationId: string;
  @PrimaryColumn('smallint') turn: number;
  @Column('smallint', { nullable: true }) previousTurn: number | null;
  @Column('uuid') reckoningId: string;
  @Column('uuid') payerId: string;
  @Column('uuid') exhibitorId: string;
  @Column('text') boothCode: string;
  @Column('text') zoneCode: string;
  /** How many of the booth. */
  @Column('smallint') sixths: number;
  /** The day on which the booth was given, by which the rate was chosen. */
  @Column('date') givenOn: string;
  @Column('uuid') rateId: string;
  @Column('text') per: FeeUnit;
  @Column('bigint') unitPriceVnd: number;
  /** Of `per` for a whole booth: 7.5 m² is 7500. */
  @Column('integer') quantityMilli: number;
  /** For these sixths by the tariff, VAT included. */
  @Column('bigint') priceVnd: number;
  /** Why it is free, or why a delegation pays. */
  @Column('uuid', { nullable: true }) reliefId: string | null;
  @Column('bigint') waivedVnd: number;
  @Column('bigint') amountVnd: number;
  @Column('smallint', { nullable: true }) vatRatePercent: number | null;
  /** Inside `amountVnd`. */
  @Column('bigint') vatVnd: number;
  @Column('date') dueOn: string;
}
