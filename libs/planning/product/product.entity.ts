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
@Check('product_certificate_in_order', `certificate_issued_on <= certificate_expires_on`)
@Check('product_trace_url_shape', `trace_url ~ '^https?://[^[:space:]]+$'`)
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
  /** Sold by weight or length: the till asks for a quantity such as 0.35. */
  @Column('boolean', { default: false }) isWeighed: boolean;
  /** Said by the exhibitor; the till warns and still sells. */
  @Column('boolean', { default: false }) isSoldOut: boolean;
  @Column('text', { nullable: true }) certificateNumber: string | null;
  @Column('date', { nullable: true }) certificateIssuedOn: string | null;
  /** Where a buyer traces the product; http or https. */
  @Column('text', { nullable: true }) traceUrl: string | null;
  /** Taken out of the catalogue; documents that sold it keep its id. */
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
