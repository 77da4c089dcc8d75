import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PaymentAccountDto } from '../exhibitor/payment-account.dto';
import { EXHIBITOR_KINDS, type ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { BOOTH_KINDS, type BoothKind } from '../plan/booth.entity';
import { FEE_METHODS, type FeeMethod } from './fee-payment.entity';
import { FEE_UNITS, type FeeUnit } from './fee-rate.entity';
import { RELIEF_GROUNDS, type ReliefGround } from './fee-relief.entity';

const PLAIN = /^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\p{Z}][^\p{Cc}\p{Cs}]*$/u;
const PLAIN_OR_EMPTY = /^[^\p{Cc}\p{Cs}]*$/u;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOST_VND = 100_000_000_000;

/** A line of the tariff; what is left out says nothing. */
export class AddFeeRateDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsOptional()
  @IsString()
  @Length(1, 20)
  zoneCode?: string | null;

  @IsOptional()
  @IsIn(BOOTH_KINDS)
  boothKind?: BoothKind | null;

  /** Booths of at least so many square metres. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  areaFromM2?: number | null;

  /** Booths of less than so many square metres. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  areaBelowM2?: number | null;

  /** First day, YYYY-MM-DD, on which a booth was given; that day included. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom?: string | null;

  /** Last day, that day included. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string | null;

  /** What the price is for: a booth, a square metre of it, or a day on which the fair is open. */
  @IsIn(FEE_UNITS)
  per: FeeUnit;

  /** Integer VND, VAT included. */
  @IsInt()
  @Min(0)
  @Max(MOST_VND)
  priceVnd: number;

  /** Whole per cent; left out when no VAT is charged. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  vatRatePercent?: number | null;
}

export class FeeRateDto {
  id: string;

  zoneCode: string | null;

  boothKind: BoothKind | null;

  areaFromM2: number | null;

  areaBelowM2: number | null;

  validFrom: string | null;

  validTo: string | null;

  per: FeeUnit;

  priceVnd: number;

  vatRatePercent: number | null;
}

/** Why booths are free, or whose booths a delegation pays; exactly what the ground names. */
export class GiveFeeReliefDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsIn(RELIEF_GROUNDS)
  ground: ReliefGround;

  /** For `ocop`: a product of at least so many stars. */
  @IsOptional()
  @IsInt()
  @Min(3)
  @Max(5)
  minStar?: number | null;

  /** For `kind`. */
  @IsOptional()
  @IsIn(EXHIBITOR_KINDS)
  exhibitorKind?: ExhibitorKind | null;

  /** For `exhibitor`. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string | null;

  /** For `delegation`. */
  @IsOptional()
  @IsUUID()
  delegationId?: string | null;

  /** Who decided it, by which paper; it stands on the notice. */
  @IsString()
  @Length(1, 300)
  @Matches(PLAIN)
  reason: string;
}

export class FeeReliefDto {
  id: string;

  ground: ReliefGround;

  minStar: number | null;

  exhibitorKind: ExhibitorKind | null;

  exhibitorId: string | null;

  exhibitorName: string | null;

  delegationId: string | null;

  delegationNameVi: string | null;

  delegationNameEn: string | null;

  reason: string;
}

/** What booths cost at a fair, who is free, and where fees are paid to. */
export class FeeTariffDto {
  rates: FeeRateDto[];

  reliefs: FeeReliefDto[];

  /** Null while none is set: notices then have no VietQR. */
  account: PaymentAccountDto | null;

  /** Zones for selling, to choose from. */
  zoneCodes: string[];
}

/** What a reckoning does to one allocation. */
export class FeeChangeDto {
  allocationId: string;

  boothCode: string;

  exhibitorName: string;

  /** What was charged until now; null when nothing was. */
  beforeVnd: number | null;

  /** What is charged from now on; null when nothing is. */
  afterVnd: number | null;

  /** What of the price is waived from now on. */
  waivedVnd: number;

  payerNameVi: string;

  payerNameEn: string;

  /** Why it is free, or why a delegation pays. */
  reason: string | null;
}

/** A booth that no line of the tariff reaches. */
export class UnpricedBoothDto {
  allocationId: string;

  boothCode: string;

  exhibitorName: string;
}

/** What would change if the fees were reckoned now. */
export class FeePreviewDto {
  changes: FeeChangeDto[];

  unpriced: UnpricedBoothDto[];

  /** Of the changes; a reckoning takes it as a sign that they were looked at. */
  changesHash: string;

  /** What all charges sum to before. */
  chargedBeforeVnd: number;

  chargedAfterVnd: number;
}

/** The fees are to be charged as they were looked at. */
export class ReckonFeesDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  /** As the preview said it. */
  @Matches(/^[0-9a-f]{64}$/)
  changesHash: string;

  /** The last day on which what is charged now is paid in time. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;
}

/** How one who owes fees stands. */
export class FeeStandingDto {
  payerId: string;

  exhibitorId: string | null;

  delegationId: string | null;

  nameVi: string;

  nameEn: string;

  /** What a transfer carries. */
  reference: string;

  chargedVnd: number;

  /** What is free, by the tariff. */
  waivedVnd: number;

  paidVnd: number;

  owedVnd: number;

  overpaidVnd: number;

  /** Of what is owed, what was due before today. */
  overdueVnd: number;

  /** The first day by which something that is owed was or is due; null when nothing is owed. */
  dueOn: string | null;

  /** Whom to ask; null when nobody was named. For organizers alone. */
  contactName: string | null;

  contactPhone: string | null;

  /** A mail address by which someone signs in for it. */
  contactMail: string | null;
}

/** All who owe, or owed, fees at a fair. */
export class FeeStandingsDto {
  /** YYYY-MM-DD in the fair's zone: what is overdue is as of this day. */
  today: string;

  standings: FeeStandingDto[];
}

/** A charge, or the taking back of one. */
export class FeeLineDto {
  allocationId: string;

  /** Odd: a charge; even: the charge before it is taken back. */
  turn: number;

  boothCode: string;

  zoneCode: string;

  exhibitorName: string;

  /** Of the booth. */
  sixths: number;

  per: FeeUnit;

  unitPriceVnd: number;

  /** Of `per` for a whole booth, in thousandths. */
  quantityMilli: number;

  priceVnd: number;

  waivedVnd: number;

  amountVnd: number;

  vatRatePercent: number | null;

  /** Inside `amountVnd`. */
  vatVnd: number;

  dueOn: string;

  /** ISO 8601, fair time. */
  chargedAt: string;

  /** Whether it was charged and not taken back. */
  stands: boolean;

  reliefGround: ReliefGround | null;

  reason: string | null;
}

/** Money that was paid, or was thought to be. */
export class FeePaymentDto {
  id: string;

  paidOn: string;

  amountVnd: number;

  method: FeeMethod;

  bankText: string;

  note: string;

  recordedByName: string;

  /** Why it does not count; null when it does. */
  struckReason: string | null;
}

/** What one exhibitor or delegation is asked to pay, and has paid. */
export class FeeNoticeDto extends FeeStandingDto {
  fairNameVi: string;

  fairNameEn: string;

  /** The fair was made up, to be tried out. */
  isDemo: boolean;

  /** YYYY-MM-DD in the fair's zone. */
  today: string;

  /** VAT inside what is charged. */
  vatVnd: number;

  lines: FeeLineDto[];

  payments: FeePaymentDto[];

  /** Where to pay; null while none is set. */
  account: PaymentAccountDto | null;

  bankName: string | null;

  /** What to show as a QR code for exactly what is owed; null when nothing is, or nowhere to pay it. */
  vietQr: string | null;
}

/** Money for fees that arrived. */
export class RecordFeePaymentDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsUUID()
  payerId: string;

  /** YYYY-MM-DD. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  paidOn: string;

  @IsInt()
  @Min(1)
  @Max(MOST_VND)
  amountVnd: number;

  @IsIn(FEE_METHODS)
  method: FeeMethod;

  /** As the bank writes it beside the money. */
  @IsString()
  @MaxLength(200)
  @Matches(PLAIN_OR_EMPTY)
  bankText: string;

  @IsString()
  @MaxLength(200)
  @Matches(PLAIN_OR_EMPTY)
  note: string;
}

export class StrikeFeePaymentDto {
  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  reason: string;
}
