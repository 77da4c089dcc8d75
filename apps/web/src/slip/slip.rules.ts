import { printedNumber } from '@phien/kernel';
import type { DocumentKind, PaymentMethod, TillDocument } from '@phien/till';

/** What stands on a slip, on paper and on a screen. Refunds have negative quantities and amounts. */
export interface SlipContent {
  fairName: string;
  isDemo: boolean;
  timeZone: string;
  exhibitorName: string;
  taxCode: string | null;
  boothCode: string;
  /** Register, epoch and number: gapless for each register and epoch. */
  number: string;
  /** What an earlier print of it says, when its number had to change. */
  firstNumber: string | null;
  kind: DocumentKind;
  /** Instant, ISO 8601. */
  at: string;
  cashier: string;
  reason: string | null;
  lines: SlipLine[];
  payments: SlipPayment[];
  totalVnd: number;
  /** Included in the total; null when no line has a rate. */
  vatVnd: number | null;
  /** Address of the customer's slip; null for what has none. */
  link: string | null;
}

export interface SlipLine {
  name: string;
  quantityMilli: number;
  unit: string;
  unitVnd: number;
  discountVnd: number;
  amountVnd: number;
}

export interface SlipPayment {
  method: PaymentMethod;
  amountVnd: number;
  tenderedVnd: number | null;
  changeVnd: number | null;
}

/** The whole address of a customer's slip. */
export const slipLink = (origin: string, fairId: string, saleId: string) =>
  `${origin}/slip/${fairId}/${saleId}`;

/** The VAT inside the lines of a document; null for a seller without VAT, which is not 0. */
export function vatOf(lines: readonly { vatVnd: number | null }[]): number | null {
  const rated = lines.flatMap(({ vatVnd }) => vatVnd ?? []);
  return rated.length === 0 ? null : rated.reduce((sum, vatVnd) => sum + vatVnd, 0);
}

/** A slip from the till's own document; its time is the till's, corrected as it was measured. */
export function slipOf(
  document: TillDocument,
  around: Pick<
    SlipContent,
    'fairName' | 'isDemo' | 'timeZone' | 'exhibitorName' | 'taxCode' | 'link'
  > & { registerName: string },
): SlipContent {
  const { registerName, ...rest } = around;
  const { boothCode, kind, cashier, reason, lines, payments, totalVnd } = document;
  const first = document.reissueOf;
  return {
    ...rest,
    boothCode,
    number: printedNumber(registerName, document.epoch, document.sequence),
    firstNumber: first ? printedNumber(registerName, first.epoch, first.sequence) : null,
    kind,
    at: new Date(Date.parse(document.at) + document.clockOffsetMs).toISOString(),
    cashier,
    reason,
    lines,
    payments,
    totalVnd,
    vatVnd: vatOf(lines),
  };
}

/** The two numbers of `/slip/<fair>/<sale>`; null for another address. */
export function saleInAddress(path: string): { fairId: string; saleId: string } | null {
  const match = /^\/slip\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/?$/.exec(path);
  return match?.[1] && match[2] ? { fairId: match[1], saleId: match[2] } : null;
}
