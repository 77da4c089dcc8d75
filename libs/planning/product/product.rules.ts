import { isFairDay, type Refusal } from '@phien/kernel';
import { gtinCheckDigit } from './gtin.rules';
import type { ChangeProductDto } from './product.dto';
import {
  barcodeCheckDigitWrong,
  barcodeNotThirteenDigits,
  certificateDatesReversed,
  certificateDayUnknown,
  certificateIssueMissing,
  certificateNotIssuedYet,
  certificateNumberMissing,
  productClassUnknown,
  productNameRefused,
  starUnknown,
  traceUrlRefused,
  unitRefused,
  vatNotCharged,
  vatRateMissing,
  vatRateUnknown,
} from './product.refusals';

export const LARGEST_PRICE_VND = 10_000_000_000;

/** Rates of the VAT law: 8 % is the reduced 10 %, until 2026-12-31 and then to be reviewed. */
export const VAT_RATES: readonly number[] = [0, 5, 8, 10];

/** Months an OCOP certificate holds (Decision 148/QĐ-TTg). */
const CERTIFICATE_MONTHS = 36;

export type ProductWarning = 'certificate_expired' | 'certificate_expires_during_fair';

/** What a seller says of a product, as it is kept. */
export interface SaidProduct {
  name: string;
  classCode: string | null;
  priceVnd: number;
  unit: string;
  vatRatePercent: number | null;
  star: number | null;
  starYear: number | null;
  certificateNumber: string | null;
  certificateIssuedOn: string | null;
  certificateExpiresOn: string | null;
  barcode: string | null;
  traceUrl: string | null;
  isWeighed: boolean;
  isSoldOut: boolean;
}

/** What a product was before a change, as far as the rules ask. */
export type StarBefore = Pick<
  SaidProduct,
  'star' | 'starYear' | 'certificateNumber' | 'certificateExpiresOn'
>;

/** A day so many months later; the last day of a month that is too short for it. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  return at.toISOString().slice(0, 10);
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');
const textOrNull = (text: string | null | undefined) => {
  const line = oneLine(text ?? '');
  return line === '' ? null : line;
};

/**
 * A product as it would be kept: texts without spaces around, a barcode without spaces or hyphens,
 * no certificate without a star, and an expiry 36 months after the day of issue when none is said.
 * A star that a public source named keeps its year and expiry for as long as it is not said anew.
 */
export function asKept(wanted: ChangeProductDto, before: StarBefore | null): SaidProduct {
  const star = wanted.star ?? null;
  const issuedOn = textOrNull(wanted.certificateIssuedOn);
  const expiresOn = textOrNull(wanted.certificateExpiresOn);
  const number = textOrNull(wanted.certificateNumber);
  const isPublished = starStands(star, number, before);
  return {
    name: oneLine(wanted.name),
    classCode: textOrNull(wanted.classCode),
    priceVnd: wanted.priceVnd,
    unit: oneLine(wanted.unit),
    vatRatePercent: wanted.vatRatePercent ?? null,
    star,
    starYear: star === null ? null : isPublished ? (before?.starYear ?? null) : yearOf(issuedOn),
    certificateNumber: star === null ? null : number,
    certificateIssuedOn: star === null ? null : issuedOn,
    certificateExpiresOn:
      star === null
        ? null
        : (expiresOn ??
          (issuedOn !== null && isFairDay(issuedOn)
            ? monthsAfter(issuedOn, CERTIFICATE_MONTHS)
            : isPublished
              ? (before?.certificateExpiresOn ?? null)
              : null)),
    barcode: textOrNull(wanted.barcode?.replace(/[\s-]/g, '')),
    traceUrl: textOrNull(wanted.traceUrl),
    isWeighed: wanted.isWeighed ?? false,
    isSoldOut: wanted.isSoldOut ?? false,
  };
}

const yearOf = (day: string | null) =>
  day !== null && isFairDay(day) ? Number(day.slice(0, 4)) : null;

/* Published with a star and never said by the seller: it stands without a certificate's number. */
const starStands = (star: number | null, number: string | null, before: StarBefore | null) =>
  star !== null &&
  number === null &&
  before !== null &&
  before.star === star &&
  before.certificateNumber === null;

export interface ProductSetting {
  paysVat: boolean;
  isClassKnown: boolean;
  /** The fair day that it is now. */
  today: string;
  before: StarBefore | null;
}

/** What is wrong with a product as it would be kept, in the order of the form. */
export function faultsOf(product: SaidProduct, setting: ProductSetting): Refusal[] {
  return [
    product.name.length >= 1 && product.name.length <= 200 ? null : productNameRefused(),
    product.classCode === null || setting.isClassKnown ? null : productClassUnknown(),
    product.unit.length >= 1 && product.unit.length <= 30 ? null : unitRefused(),
    vatFault(product.vatRatePercent, setting.paysVat),
    ...starFaults(product, setting),
    product.barcode === null ? null : barcodeFault(product.barcode),
    product.traceUrl === null || isWebAddress(product.traceUrl) ? null : traceUrlRefused(),
  ].filter((fault) => fault !== null);
}

function vatFault(rate: number | null, paysVat: boolean): Refusal | null {
  if (!paysVat) return rate === null ? null : vatNotCharged();
  if (rate === null) return vatRateMissing();
  return VAT_RATES.includes(rate) ? null : vatRateUnknown();
}

function starFaults(product: SaidProduct, { today, before }: ProductSetting): (Refusal | null)[] {
  const { star, certificateNumber, certificateIssuedOn, certificateExpiresOn } = product;
  if (star === null) return [];
  const isPublished = starStands(star, certificateNumber, before);
  const isNumberMissing = certificateNumber === null && !isPublished;
  return [
    star >= 3 && star <= 5 ? null : starUnknown(),
    isNumberMissing || (certificateNumber?.length ?? 0) > 100 ? certificateNumberMissing() : null,
    issueFault(certificateIssuedOn, today, isPublished),
    expiryFault(certificateIssuedOn, certificateExpiresOn),
  ];
}

function issueFault(issuedOn: string | null, today: string, isPublished: boolean): Refusal | null {
  if (issuedOn === null) return isPublished ? null : certificateIssueMissing();
  if (!isFairDay(issuedOn)) return certificateDayUnknown('certificateIssuedOn');
  return issuedOn > today ? certificateNotIssuedYet() : null;
}

function expiryFault(issuedOn: string | null, expiresOn: string | null): Refusal | null {
  if (expiresOn === null) return null;
  if (!isFairDay(expiresOn)) return certificateDayUnknown('certificateExpiresOn');
  return issuedOn !== null && expiresOn < issuedOn ? certificateDatesReversed() : null;
}

function barcodeFault(barcode: string): Refusal | null {
  if (!/^\d{13}$/.test(barcode)) return barcodeNotThirteenDigits();
  const right = gtinCheckDigit(barcode.slice(0, 12));
  return Number(barcode[12]) === right ? null : barcodeCheckDigitWrong(barcode, right);
}

function isWebAddress(text: string): boolean {
  return text.length <= 500 && /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}

/** What a seller should look at; `lastDay` is the fair's last, null while it has no days. */
export function warningsOf(
  { certificateExpiresOn }: Pick<SaidProduct, 'certificateExpiresOn'>,
  { today, lastDay }: { today: string; lastDay: string | null },
): ProductWarning[] {
  if (certificateExpiresOn === null) return [];
  if (certificateExpiresOn < today) return ['certificate_expired'];
  const endsFirst = lastDay !== null && certificateExpiresOn < lastDay;
  return endsFirst ? ['certificate_expires_during_fair'] : [];
}
