import { ApiProperty } from '@nestjs/swagger';
import { IsBase64, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { documentLimits } from '@phien/till';
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
  /** Linked, not booked, and nobody decided. */
  setAsideCount: number;
  /** Linked, and an organizer decided that they never count. */
  refusedCount: number;
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

/** A phone's wish to go on in a new epoch, after `conflict`. */
export class ContinueEpochDto {
  /** The epoch that it leaves. */
  @IsInt()
  @Min(1)
  @Max(documentLimits.epoch)
  @ApiProperty({ maximum: documentLimits.epoch })
  epoch: number;

  /** The phone's new public key: P-256, SubjectPublicKeyInfo, base64. */
  @IsBase64()
  @MaxLength(400)
  publicKey: string;

  /** The old key's signature over `phien-epoch:1:fair:register:epoch:hex(new key)`: 64 bytes in base64. */
  @IsBase64()
  @MaxLength(200)
  signature: string;
}

export class ContinuedEpochDto {
  epoch: number;
  /** SHA-256 that its first document continues, 64 hex digits. */
  genesis: string;
  /** Fair time on the server. */
  serverTime: Date;
}

export class RenameRegisterDto {
  /** As the organizer and the printed slips call it. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name: string;
}
