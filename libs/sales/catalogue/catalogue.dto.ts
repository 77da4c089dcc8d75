import { IsBase64, IsObject, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import type { BoothMoneyVisibleTo } from '@phien/planning';
import { ChainHeadDto } from '../document/document.dto';

/** How a till proves that it is the register: its key's signature of the head of its chain. */
export class AskCatalogueDto {
  /** The head the phone stands at; the genesis and 0 before its first document. */
  @IsObject()
  @ValidateNested()
  @Type(() => ChainHeadDto)
  head: ChainHeadDto;

  /** ECDSA P-256 signature of the head by the epoch's key: 64 bytes (r, s) in base64. */
  @IsBase64()
  @MaxLength(200)
  signature: string;
}

export class CatalogueItemDto {
  id: string;
  name: string;
  classCode: string | null;
  star: number | null;
  /** YYYY-MM-DD; the star is void after it. */
  certificateExpiresOn: string | null;
  barcode: string | null;
  priceVnd: number;
  unit: string;
  /** Percent included in the price; null for a seller without VAT. */
  vatRatePercent: number | null;
  /** Asked for by weight or length, such as 0.35. */
  isWeighed: boolean;
  /** The till warns and still sells. */
  isSoldOut: boolean;
  /** Path of its picture, another one when the picture changes; null without. */
  photo: string | null;
}

/** Who may sell at the exhibitor's tills, and how the till checks the PIN without network. */
export class TillCashierDto {
  id: string;
  name: string;
  /** 16 bytes, base64. */
  pinSalt: string;
  /** PBKDF2-HMAC-SHA-256 over the PIN's digits, 32 bytes, base64. */
  pinHash: string;
  pinRounds: number;
  /** May give money back: refunds and voids. */
  mayRefund: boolean;
}

export class TillFairDto {
  nameVi: string;
  nameEn: string;
  code: string;
  /** IANA name; fair days are cut in it. */
  timeZone: string;
  dayCutMinutes: number;
  isDemo: boolean;
  /** Who sees the money of a single booth; the till says so to its seller. */
  boothMoneyVisibleTo: BoothMoneyVisibleTo;
}

/** Where VietQR codes of this exhibitor pay to. */
export class BankAccountDto {
  /** Six digits by which NAPAS knows the bank. */
  bankBin: string;
  accountNumber: string;
  holderName: string;
}

export class TillClockDto {
  /** Fair time is not real time: a demo or a test. */
  isMoved: boolean;
  /** Fair seconds in a real second. */
  speed: number;
}

/** Everything a till sells with; fetched again whenever it likes. */
export class TillCatalogueDto {
  fair: TillFairDto;
  exhibitorName: string;
  taxCode: string | null;
  boothId: string;
  boothCode: string;
  zoneId: string;
  registerName: string;
  /** By name; those withdrawn are left out. */
  products: CatalogueItemDto[];
  /** By name. */
  cashiers: TillCashierDto[];
  bankAccount: BankAccountDto | null;
  /** Fair time on the server, for the till's clock offset. */
  serverTime: Date;
  clock: TillClockDto;
}
