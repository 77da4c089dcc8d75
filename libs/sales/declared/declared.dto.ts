import {
  IsBase64,
  IsBoolean,
  IsDateString,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { ChainHeadDto } from '../document/document.dto';
import { DECLARED_SOURCES, type DeclaredSource } from './declared-sale.entity';
import { ApiProperty } from '@nestjs/swagger';

/** What was sold outside the till on one fair day. */
export class DeclarationDto {
  /** Made by the sender; the same id again is the same declaration. */
  @IsUUID()
  id: string;

  /** Fair day, YYYY-MM-DD. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day: string;

  @IsInt()
  @Min(0)
  @Max(10_000_000_000)
  amountVnd: number;

  /** How many sales that was, if it is known. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  salesCount?: number | null;

  /** The declaration that this one stands in for; left out for the first of a day. */
  @IsOptional()
  @IsUUID()
  revises?: string | null;

  /** The second time of asking: `unusual_amount` was answered, and the amount is right. */
  @IsOptional()
  @IsBoolean()
  isConfirmed?: boolean;
}

/** The secret behind the `#` of a booth's link. */
export class DeclareTokenDto {
  @IsString()
  @Length(1, 200)
  token: string;
}

export class DeclareByLinkDto extends DeclarationDto {
  /** The secret behind the `#` of the booth's link. */
  @IsString()
  @Length(1, 200)
  token: string;
}

export class DeclareForBoothDto extends DeclarationDto {
  @IsUUID()
  boothId: string;

  @IsUUID()
  exhibitorId: string;
}

export class DeclareAtTillDto extends DeclarationDto {
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  epoch: number;

  /** By the phone's clock, ISO 8601: a till without network sends later. */
  @IsDateString()
  @MaxLength(40)
  saidAt: string;

  /** ECDSA P-256 signature by the epoch's key over `declarationMessage`: 64 bytes (r, s) in base64. */
  @IsBase64()
  @MaxLength(200)
  signature: string;
}

export class ReadAtTillDto {
  /** The head of the till's chain. */
  @IsObject()
  @ValidateNested()
  @Type(() => ChainHeadDto)
  head: ChainHeadDto;

  /** ECDSA P-256 signature of the head by the epoch's key: 64 bytes (r, s) in base64. */
  @IsBase64()
  @MaxLength(200)
  signature: string;
}

/** What is declared for a day as it stands now. */
export class DeclaredSaleDto {
  id: string;

  /** Fair day, YYYY-MM-DD. */
  day: string;

  /** Null to whoever may not see the money of this booth. */
  amountVnd: number | null;

  salesCount: number | null;

  @ApiProperty({ enum: DECLARED_SOURCES })
  source: DeclaredSource;

  /** From 1; each correction is one more. */
  revision: number;

  declaredAt: Date;
}

export class DeclareDayDto {
  /** Fair day, YYYY-MM-DD. */
  day: string;

  declared: DeclaredSaleDto | null;

  /** What the booth's till measured, refunds and voids taken off. */
  measuredVnd: number;

  measuredSalesCount: number;
}

/** A booth, for whoever declares for it. */
export class DeclarePlaceDto {
  fairId: string;

  fairNameVi: string;

  fairNameEn: string;

  timeZone: string;

  boothCode: string;

  exhibitorName: string;

  /** The exhibitor has a register at this booth: then only what was sold outside it is declared. */
  hasTill: boolean;

  /** The fair day that it is now. */
  today: string;

  /** Days of the fair that have begun and on which the booth is the exhibitor's, the latest first. */
  days: DeclareDayDto[];
}

/** Which day is asked for. */
export class DeclaredDayQuery {
  /** Fair day, YYYY-MM-DD; the newest that has begun unless told. */
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day?: string;
}

/** An exhibitor at a booth on a day, and whether anything was heard of it. */
export class BoothToDeclareDto {
  boothId: string;

  boothCode: string;

  zoneCode: string;

  exhibitorId: string;

  exhibitorName: string;

  /** Its till sent something that day, or somebody declared; 0 included. */
  isHeard: boolean;

  hasDocuments: boolean;

  declared: DeclaredSaleDto | null;

  /** Whether the caller may correct what is declared. */
  mayRevise: boolean;
}

/** The booths that a caller looks after, on one day. */
export class BoothsToDeclareDto {
  /** Fair day, YYYY-MM-DD. */
  day: string;

  today: string;

  timeZone: string;

  /** Days of the fair that have begun, the latest first. */
  days: string[];

  /** The silent ones first, then by code. */
  booths: BoothToDeclareDto[];
}

export class IssueDeclareLinkDto {
  @IsUUID()
  boothId: string;

  @IsUUID()
  exhibitorId: string;
}

/** A link in use. */
export class DeclareLinkDto {
  id: string;

  boothId: string;

  boothCode: string;

  exhibitorId: string;

  exhibitorName: string;

  issuedByName: string;

  issuedAt: Date;

  /** When it was used last; null before. */
  lastUsedAt: Date | null;
}

/** A new link with its secret, which is shown this once: `/declare#token`. */
export class NewDeclareLinkDto extends DeclareLinkDto {
  token: string;
}
