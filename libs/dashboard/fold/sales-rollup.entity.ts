import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

export type SalesDimension =
  | 'day'
  | 'minute'
  | 'zone'
  | 'booth'
  | 'exhibitor'
  | 'origin'
  | 'place'
  | 'delegation'
  | 'class'
  | 'star'
  | 'method'
  | 'booth_hour'
  | 'booth_class'
  | 'booth_star'
  | 'booth_method';

/**
 * Sums of a fair day's documents by one dimension at a time, so that no widget of the board ever
 * reads the ledger. Refunds and voids are in `refund*`, their amounts negative. In 'class', 'star'
 * and 'method', and in those of one booth, a document counts once under each key it has a line or
 * payment of, with the amounts of those. 'booth_hour' is a booth by the hour of the fair day.
 */
@Entity('sales_rollup')
@Check(
  'sales_rollup_dimension_known',
  `dimension IN ('day', 'minute', 'zone', 'booth', 'exhibitor', 'origin', 'place', 'delegation', 'class', 'star', 'method', 'booth_hour', 'booth_class', 'booth_star', 'booth_method')`,
)
export class SalesRollup {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  dimension: SalesDimension;

  /**
   * '' for day; the minute; an id; an origin; 'set:code' or a country; a class, star or method;
   * in those of one booth its id, a space, and the hour from local midnight, class, star or method.
   */
  @PrimaryColumn('text')
  key: string;

  @Column('bigint')
  salesCount: number;

  @Column('bigint')
  salesVnd: number;

  @Column('bigint')
  refundCount: number;

  @Column('bigint')
  refundVnd: number;
}
