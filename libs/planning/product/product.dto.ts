import { IsOptional, IsUUID } from 'class-validator';

/** Which products are asked for. */
export class ProductsWantedDto {
  /** Only this exhibitor's. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;
}

/** What an exhibitor sells at the fair. */
export class ProductDto {
  id: string;

  exhibitorId: string;

  name: string;

  /** Dotted code of Decision 148/QĐ-TTg (2023), such as I.3.d; null when not classed. */
  classCode: string | null;

  classNameVi: string | null;

  classNameEn: string | null;

  /** OCOP stars, 3 to 5, as published for `starYear`; null when none was published. */
  star: number | null;

  starYear: number | null;

  /** YYYY-MM-DD; null when not known. */
  certificateExpiresOn: string | null;

  /** GTIN-13. */
  barcode: string | null;

  /** Integer VND for one unit, VAT included. */
  priceVnd: number;

  unit: string;

  /** Null when the seller charges no VAT. */
  vatRatePercent: number | null;

  /** Something of it was made to try the product out: at least its price and barcode. */
  isDemo: boolean;
}
