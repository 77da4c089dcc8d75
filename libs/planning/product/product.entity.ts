import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';
import { ProductClass } from './product-class.entity';

/** What an exhibitor sells at this fair, at a price with VAT included. */
@Entity('product')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(() => ProductClass, ['classCode'], ['code'])
@Check('product_star_range', `star BETWEEN 3 AND 5`)
@Check('product_price_range', `price_vnd BETWEEN 0 AND 1000000000000`)
@Check('product_vat_range', `vat_rate_percent BETWEEN 0 AND 100`)
@Check('product_barcode_shape', `barcode ~ '^[0-9]{13}$'`)
export class Product {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') exhibitorId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) classCode: string | null;
  /** OCOP stars, 3 to 5, as published for `starYear`; null when none was published. */
  @Column('smallint', { nullable: true }) star: number | null;
  @Column('smallint', { nullable: true }) starYear: number | null;
  @Column('date', { nullable: true }) certificateExpiresOn: string | null;
  /** GTIN-13. */
  @Column('text', { nullable: true }) barcode: string | null;
  /** Integer VND for one `unit`, VAT included. */
  @Column('bigint') priceVnd: number;
  @Column('text') unit: string;
  /** Null when the seller charges no VAT; 0 is a rate. */
  @Column('smallint', { nullable: true }) vatRatePercent: number | null;
  /** Something of the row was made for a demo: at least its price and barcode. */
  @Column('boolean') isDemo: boolean;
}
