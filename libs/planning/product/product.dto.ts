import {
  IsBase64,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PHOTO_TYPES, type PhotoType } from './photo.rules';
import { LARGEST_PRICE_VND, type ProductWarning } from './product.rules';

/** Which products are asked for. */
export class ProductsWantedDto {
  /** Only this exhibitor's. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;

  /** Only those taken out of the catalogue, for whoever keeps them; without it only the others. */
  @IsOptional()
  @IsIn(['true'])
  withdrawn?: 'true';
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

  /** Null also for a star that a public source names without its certificate. */
  certificateNumber: string | null;

  /** YYYY-MM-DD; null when not known. */
  certificateIssuedOn: string | null;

  /** YYYY-MM-DD; null when not known. */
  certificateExpiresOn: string | null;

  /** GTIN-13. */
  barcode: string | null;

  /** Integer VND for one unit, VAT included. */
  priceVnd: number;

  unit: string;

  /** Null when the seller charges no VAT. */
  vatRatePercent: number | null;

  /** Sold by weight or length: the till asks for a quantity such as 0.35. */
  isWeighed: boolean;

  /** Said by the exhibitor; the till warns and still sells. */
  isSoldOut: boolean;

  /** Where a buyer traces the product. */
  traceUrl: string | null;

  /** Path of its photo; changes when the photo does. Null without one. */
  photo: string | null;

  /** ISO 8601; null while it is in the catalogue. */
  withdrawnAt: string | null;

  /** What its seller should look at before someone else does. */
  warnings: ProductWarning[];

  /** Something of it was made to try the product out: at least its price and barcode. */
  isDemo: boolean;
}

/** A product as its seller says it; what is left out is nothing. */
export class ChangeProductDto {
  @IsString()
  @MaxLength(1000)
  name: string;

  /** Dotted code: one of `GET /api/product-classes`. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  classCode?: string | null;

  /** Integer VND for one unit, VAT included. */
  @IsInt()
  @Min(0)
  @Max(LARGEST_PRICE_VND)
  priceVnd: number;

  @IsString()
  @MaxLength(200)
  unit: string;

  /** 0, 5, 8 or 10; null from a seller who charges no VAT. */
  @IsOptional()
  @IsInt()
  vatRatePercent?: number | null;

  /** OCOP stars, 3 to 5, with the certificate's number and day of issue. */
  @IsOptional()
  @IsInt()
  star?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  certificateNumber?: string | null;

  /** YYYY-MM-DD. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  certificateIssuedOn?: string | null;

  /** YYYY-MM-DD; 36 months after the day of issue when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  certificateExpiresOn?: string | null;

  /** GTIN-13; spaces and hyphens are left out. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  barcode?: string | null;

  /** http or https. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  traceUrl?: string | null;

  @IsOptional()
  @IsBoolean()
  isWeighed?: boolean;

  @IsOptional()
  @IsBoolean()
  isSoldOut?: boolean;
}

/** A new product of an exhibitor. */
export class AddProductDto extends ChangeProductDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsUUID()
  exhibitorId: string;
}

/** A photo made small by who sends it: at most 64 kB and 1,024 pixels a side. */
export class ProductPhotoDto {
  @IsIn(PHOTO_TYPES)
  mediaType: PhotoType;

  /** The file's bytes. */
  @IsBase64()
  @MaxLength(90_000)
  base64: string;
}

/** A product class of Decision 148/QĐ-TTg (2023); a tree by dotted code. */
export class ProductClassDto {
  code: string;

  parentCode: string | null;

  nameVi: string;

  nameEn: string;

  /** Nothing below it: what a product is classed as. */
  isLeaf: boolean;
}
