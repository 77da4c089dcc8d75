import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/report.rules';
import { DELIVERY_STATES, type DeliveryState } from './delivery.rules';

/** Someone to mail every later closing to. */
export class AddRecipientDto {
  @IsString()
  @Length(1, 120)
  @Matches(/^(?=.*\S)[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+$/u)
  name: string;

  @IsEmail({ allow_utf8_local_part: false })
  @Matches(/^[!-~]+$/)
  address: string;

  /** Of the mail and of its files. */
  @ApiProperty({ enum: REPORT_LANGUAGES })
  @IsIn(REPORT_LANGUAGES)
  language: ReportLanguage;
}

export class RecipientDto {
  id: string;

  name: string;

  address: string;

  @ApiProperty({ enum: REPORT_LANGUAGES })
  language: ReportLanguage;

  addedByName: string;

  /** Closings from then on are mailed. */
  addedAt: Date;
}

/** The mail of one revision to one person. */
export class DeliveryDto {
  /** YYYY-MM-DD */
  day: string;

  revision: number;

  recipientId: string;

  name: string;

  address: string;

  /** No more tries: the person is mailed no longer. */
  isEnded: boolean;

  /** `failed`: refused, or given up after many tries. */
  @ApiProperty({ enum: DELIVERY_STATES })
  state: DeliveryState;

  tries: number;

  nextTryAt: Date | null;

  /** What the mail server, or the network, said last; in its words. */
  lastError: string | null;

  /** When the mail server took it. */
  sentAt: Date | null;
}

/** Who is mailed the closings of a fair, and what became of the newest mails. */
export class ClosingMailDto {
  /** Settings that this server lacks for sending; empty: it sends. */
  missingSettings: string[];

  /** How many days the link in a mail opens. */
  linkDays: number;

  recipients: RecipientDto[];

  /** Newest day first, at most 100. */
  deliveries: DeliveryDto[];
}

/** Which mail that was given up is to be sent again. */
export class TryAgainDto {
  /** YYYY-MM-DD */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day: string;

  @IsInt()
  @Min(1)
  @Max(999_999)
  revision: number;

  @IsUUID()
  recipientId: string;
}
