import { newId, proportionVnd, vatIncludedVnd } from '@phien/kernel';
import {
  cartIsEmpty,
  notASale,
  paymentsDoNotSum,
  refundExceedsSale,
  saleHasRefunds,
} from '../cart/cart.refusals';
import type { PricedCart } from '../cart/price-cart';
import type {
  CountedNote,
  DocumentKind,
  DocumentLine,
  PaymentMethod,
  TillDocument,
} from './document';
import { grossVnd } from './gross';
import { sumOf } from './document.rules';

/** A document before it has a place in the chain. */
export type DocumentDraft = Omit<
  TillDocument,
  'v' | 'fairId' | 'registerId' | 'epoch' | 'sequence' | 'previousHash'
>;

/** Who stands where, and what the till knows of the time. */
export interface TillMoment {
  /** The till's own clock. */
  at: Date;
  /** The server's clock minus the till's, as last measured. */
  clockOffsetMs: number;
  /** The server's time when they last spoke. */
  lastContactAt: Date | null;
  exhibitorId: string;
  boothId: string;
  boothCode: string;
  zoneId: string;
  shiftId: string;
  cashier: string;
}

function draft(moment: TillMoment, kind: DocumentKind): DocumentDraft {
  return {
    id: newId(),
    kind,
    at: moment.at.toISOString(),
    clockOffsetMs: moment.clockOffsetMs,
    lastContactAt: moment.lastContactAt?.toISOString() ?? null,
    exhibitorId: moment.exhibitorId,
    boothId: moment.boothId,
    boothCode: moment.boothCode,
    zoneId: moment.zoneId,
    shiftId: moment.shiftId,
    cashier: moment.cashier,
    originalId: null,
    reason: null,
    lines: [],
    payments: [],
    totalVnd: 0,
    floatVnd: null,
    countedVnd: null,
    cashMovedVnd: null,
  };
}

/** A sale of a cart that was priced with its payments. Refuses a cart that is not paid. */
export function saleDraft(moment: TillMoment, cart: PricedCart): DocumentDraft {
  if (cart.lines.length === 0) throw cartIsEmpty();
  if (cart.dueVnd !== 0) throw paymentsDoNotSum(cart.totalVnd, cart.totalVnd - cart.dueVnd);
  const { lines, payments, totalVnd } = cart;
  return { ...draft(moment, 'sale'), lines, payments, totalVnd };
}

/** How much of which line of the original comes back. */
export interface ReturnedLine {
  no: number;
  quantityMilli: number;
}

/**
 * Takes back some of a sale. `earlier` are the refunds this sale already has: never more comes back
 * than was sold, in quantity and in money, however it is divided. The money goes back by `method`.
 */
export function refundDraft(
  moment: TillMoment,
  original: TillDocument,
  returned: readonly ReturnedLine[],
  options: { reason?: string; method?: PaymentMethod; earlier?: readonly TillDocument[] } = {},
): DocumentDraft {
  if (original.kind !== 'sale') throw notASale();
  if (returned.length === 0) throw cartIsEmpty();
  const gone = (options.earlier ?? []).flatMap(({ lines }) => lines);
  const lines: DocumentLine[] = [];
  for (const { no, quantityMilli } of returned) {
    const sold = original.lines.find((line) => line.no === no);
    if (!sold || quantityMilli > sold.quantityMilli) throw refundExceedsSale();
    const alike = [...original.lines, ...gone, ...lines].filter((line) => isAlike(line, sold));
    lines.push(returnedLine(sold, quantityMilli, alike, lines.length + 1));
  }
  const totalVnd = sumOf(lines);
  const method = options.method ?? 'cash';
  return {
    ...draft(moment, 'refund'),
    originalId: original.id,
    reason: options.reason ?? null,
    lines,
    payments: [paidBack(1, method, totalVnd)],
    totalVnd,
  };
}

/*
 * A refund does not say which line of the sale it takes from, so lines that sold the same thing at
 * the same price are one stock to take back from.
 */
function isAlike(a: DocumentLine, b: DocumentLine): boolean {
  return (
    a.productId === b.productId && a.name === b.name && a.unit === b.unit && a.unitVnd === b.unitVnd
  );
}

function returnedLine(
  sold: DocumentLine,
  quantityMilli: number,
  alike: readonly DocumentLine[],
  no: number,
): DocumentLine {
  const leftMilli = alike.reduce((left, line) => left + line.quantityMilli, 0);
  const leftVnd = sumOf(alike);
  if (!Number.isSafeInteger(quantityMilli) || quantityMilli <= 0 || quantityMilli > leftMilli) {
    throw refundExceedsSale();
  }
  const gross = grossVnd(quantityMilli, sold.unitVnd);
  const share = proportionVnd(sold.amountVnd, quantityMilli, sold.quantityMilli);
  /* The last return takes what is left of its money, so that rounding leaves nothing. */
  const amountVnd = Math.min(
    gross,
    quantityMilli === leftMilli ? leftVnd : Math.min(share, leftVnd),
  );
  return {
    ...sold,
    no,
    quantityMilli: -quantityMilli,
    discountVnd: negative(gross - amountVnd),
    amountVnd: negative(amountVnd),
    vatVnd:
      sold.vatRatePercent === null
        ? null
        : vatIncludedVnd(negative(amountVnd), sold.vatRatePercent),
  };
}

/** Undoes a whole sale that has no refunds: the exact mirror of its lines and payments. */
export function voidDraft(
  moment: TillMoment,
  original: TillDocument,
  options: { reason?: string; earlier?: readonly TillDocument[] } = {},
): DocumentDraft {
  if (original.kind !== 'sale') throw notASale();
  if ((options.earlier ?? []).length > 0) throw saleHasRefunds();
  return {
    ...draft(moment, 'void'),
    originalId: original.id,
    reason: options.reason ?? null,
    lines: original.lines.map((line) => ({
      ...line,
      quantityMilli: -line.quantityMilli,
      discountVnd: negative(line.discountVnd),
      amountVnd: negative(line.amountVnd),
      vatVnd: line.vatVnd === null ? null : negative(line.vatVnd),
    })),
    payments: original.payments.map((payment) =>
      paidBack(payment.no, payment.method, negative(payment.amountVnd)),
    ),
    totalVnd: negative(original.totalVnd),
  };
}

function paidBack(no: number, method: PaymentMethod, amountVnd: number) {
  const isCash = method === 'cash';
  return {
    no,
    method,
    amountVnd,
    tenderedVnd: isCash ? amountVnd : null,
    changeVnd: isCash ? 0 : null,
  };
}

/** A shift begins with so much cash in the drawer. */
export function shiftOpenDraft(moment: TillMoment, floatVnd: number): DocumentDraft {
  return { ...draft(moment, 'shift_open'), floatVnd };
}

/** A shift ends with so much cash counted; `notes` say which, dearest first, when they were counted. */
export function shiftCloseDraft(
  moment: TillMoment,
  countedVnd: number,
  notes: readonly CountedNote[] = [],
): DocumentDraft {
  const closing = { ...draft(moment, 'shift_close'), countedVnd };
  return notes.length === 0 ? closing : { ...closing, countedNotes: [...notes] };
}

/** Cash is put into the drawer (positive) or taken out (negative) outside a sale. */
export function cashMoveDraft(
  moment: TillMoment,
  cashMovedVnd: number,
  reason: string | null,
): DocumentDraft {
  return { ...draft(moment, 'cash_move'), cashMovedVnd, reason };
}

/**
 * The same document for another place in a chain: same id, same time, same words, and the number
 * that it bore first. `newIds` names a new id for each id that was taken; what undoes such a sale
 * follows it.
 */
export function reissueDraft(
  document: TillDocument,
  newIds: ReadonlyMap<string, string> = new Map(),
): DocumentDraft {
  const {
    v: _,
    fairId: __,
    registerId: ___,
    epoch,
    sequence,
    previousHash: ____,
    ...said
  } = document;
  const { id, originalId } = said;
  return {
    ...said,
    id: newIds.get(id) ?? id,
    originalId: originalId === null ? null : (newIds.get(originalId) ?? originalId),
    reissueOf: document.reissueOf ?? { id, epoch, sequence },
  };
}

/* -0 has no canonical text of its own, and tests tell it from 0. */
function negative(amountVnd: number): number {
  return amountVnd === 0 ? 0 : -amountVnd;
}
