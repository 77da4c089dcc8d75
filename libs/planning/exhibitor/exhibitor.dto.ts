import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { EXHIBITOR_KINDS, type ExhibitorKind, Origin } from './exhibitor.entity';
import { PLACE_SETS } from './place-sets';
import { PHONE_SHAPE, TAX_CODE_SHAPE } from './tax-code.rules';

/** Who takes booths at the fair. */
export class ExhibitorDto {
  id: string;

  name: string;

  kind: ExhibitorKind;

  origin: Origin;

  /** ISO 3166-1 alpha-2. */
  countryCode: string;

  /** Set of the place: 63, 34, qn-districts or qn-communes; a code means something only within it. */
  placeSet: string | null;

  placeCode: string | null;

  /** Full name of the place ('Phường Hồng Gai'), else of the country; in Vietnamese. */
  placeNameVi: string;

  placeNameEn: string;

  /** Name of the former district, as people still say it. */
  formerDistrict: string | null;

  /** Its code in the set qn-districts. */
  formerDistrictCode: string | null;

  taxCode: string | null;

  /** False: the seller charges no VAT. */
  paysVat: boolean;

  delegationId: string | null;

  delegationNameVi: string | null;

  delegationNameEn: string | null;

  /** Invented, to try the product out. */
  isDemo: boolean;

  /** Codes of its booths, shared ones included. */
  boothCodes: string[];

  /** Who speaks for it; for organizers and the lead of its delegation, null for anyone else. */
  representative: string | null;

  /** For the same alone. */
  contactPhone: string | null;
}

/** What of an exhibitor may change at any time. */
export class ChangeExhibitorDto {
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  name: string;

  @IsIn(EXHIBITOR_KINDS)
  kind: ExhibitorKind;

  /** False: the seller charges no VAT. */
  @IsBoolean()
  paysVat: boolean;

  /** 10 digits, 10 and a branch of 3, or the 12 of a person; its check digit is looked at. */
  @IsOptional()
  @Matches(TAX_CODE_SHAPE)
  taxCode?: string;

  /** Who speaks for it; shown to organizers and the lead of its delegation. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  representative?: string;

  /** Digits, spaces, dots and hyphens; shown to the same. */
  @IsOptional()
  @Matches(PHONE_SHAPE)
  contactPhone?: string;

  /** Code in the set qn-districts: people still say "gian hàng Tiên Yên". No figure stands on it. */
  @IsOptional()
  @IsString()
  @Length(1, 10)
  formerDistrict?: string;
}

/** A new exhibitor. Where it comes from stands for good: the figures by origin stand on it. */
export class AddExhibitorDto extends ChangeExhibitorDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** ISO 3166-1 alpha-2; VN unless told. One from abroad names no place. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  countryCode?: string;

  @IsOptional()
  @IsIn(PLACE_SETS)
  placeSet?: (typeof PLACE_SETS)[number];

  @IsOptional()
  @IsString()
  @Length(1, 10)
  placeCode?: string;

  @IsOptional()
  @IsUUID()
  delegationId?: string;
}

export class PlaceChoiceDto {
  set: string;

  code: string;

  nameVi: string;

  nameEn: string;
}

export class CountryChoiceDto {
  code: string;

  nameVi: string;

  nameEn: string;
}

export class PlaceChoicesQuery {
  /** YYYY-MM-DD; the fair's first day unless told. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  day?: string;
}

/** Where somebody can come from, as of a day. */
export class PlaceChoicesDto {
  /** Quảng Ninh's own units: communes, or districts before 2025-07-01. */
  ownUnits: PlaceChoiceDto[];

  provinces: PlaceChoiceDto[];

  /** Quảng Ninh's district units of before 2025-07-01. */
  formerDistricts: PlaceChoiceDto[];

  countries: CountryChoiceDto[];
}
