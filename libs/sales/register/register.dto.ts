import { IsBase64, IsString, Length, MaxLength } from 'class-validator';

/** One enrolment of a register and what the ledger holds of it. Money in integer VND. */
export class RegisterEpochDto {
  epoch: number;
  deviceName: string;
  enrolledAt: Date;
  supersededAt: Date | null;
  revokedAt: Date | null;
  /** The last linked number; 0 before the first. */
  sequence: number;
  linkedCount: number;
  bookedCount: number;
  /** Linked but not booked. */
  setAsideCount: number;
  bookedVnd: number;
  linesVnd: number;
  paymentsVnd: number;
}

export class RegisterDto {
  id: string;
  name: string;
  exhibitorId: string;
  exhibitorName: string;
  boothId: string;
  boothCode: string;
  epochs: RegisterEpochDto[];
}

/** A one-time code for a phone; shown once, kept only as a hash. */
export class EnrolmentCodeDto {
  code: string;
  expiresAt: Date;
}

export class EnrolRegisterDto {
  /** As shown to the exhibitor; dashes, spaces and case do not matter. */
  @IsString()
  @Length(4, 40)
  code: string;

  /** The phone's public key: P-256, SubjectPublicKeyInfo, base64. */
  @IsBase64()
  @MaxLength(400)
  publicKey: string;

  /** What the phone calls itself, for the organizer's list. */
  @IsString()
  @Length(1, 100)
  deviceName: string;
}

export class CatalogueItemDto {
  id: string;
  name: string;
  classCode: string | null;
  star: number | null;
  barcode: string | null;
  priceVnd: number;
  unit: string;
  /** Percent included in the price; null for a seller without VAT. */
  vatRatePercent: number | null;
}

/** What an enrolled till needs to start selling. */
export class EnrolmentDto {
  fairId: string;
  registerId: string;
  epoch: number;
  /** SHA-256 that the first document continues, 64 hex digits. */
  genesis: string;
  exhibitorId: string;
  exhibitorName: string;
  boothId: string;
  boothCode: string;
  zoneId: string;
  timeZone: string;
  dayCutMinutes: number;
  serverTime: Date;
  products: CatalogueItemDto[];
}
