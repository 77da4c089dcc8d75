import { IsBase64, IsString, Length, Matches, MaxLength } from 'class-validator';
import { TillCatalogueDto } from '../catalogue/catalogue.dto';

/** One enrolment of a register and what the ledger holds of it. Money in integer VND. */
export class RegisterEpochDto {
  epoch: number;
  deviceName: string;
  enrolledAt: Date;
  supersededAt: Date | null;
  revokedAt: Date | null;
  /** When its last document was linked; null before the first. */
  lastSeenAt: Date | null;
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

/** What an enrolled till needs to start selling. */
export class EnrolmentDto extends TillCatalogueDto {
  fairId: string;
  registerId: string;
  epoch: number;
  /** SHA-256 that the first document continues, 64 hex digits. */
  genesis: string;
  exhibitorId: string;
  timeZone: string;
  dayCutMinutes: number;
}

export class RenameRegisterDto {
  /** As the organizer and the printed slips call it. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name: string;
}
