import type { CountedNote, PaymentMethod, TillDocument } from '@phien/till';
import { notesVnd } from '../pay/cash.rules';
import { sectorOf } from '../sell/goods.rules';
import { vatOf } from '../../slip/slip.rules';

export interface ShiftFigures {
  saleCount: number;
  soldVnd: number;
  refundCount: number;
  /** Negative. */
  refundedVnd: number;
  voidCount: number;
  /** Negative. */
  voidedVnd: number;
  netVnd: number;
  /** Taken off in what stands in `netVnd`. */
  discountVnd: number;
  /** `netVnd` by the sector of the product classes, the dearest first; null is unclassified. */
  bySector: [sector: string | null, amountVnd: number][];
  /** Null for a seller without VAT, which is not 0. */
  vatVnd: number | null;
  /** What every method brought in, less what went back by it. */
  byMethod: [PaymentMethod, number][];
  floatVnd: number;
  /** Cash of sales less change, less cash given back. */
  cashVnd: number;
  movedInVnd: number;
  /** Negative. */
  movedOutVnd: number;
  /** Each movement, in order. */
  moves: { sequence: number; amountVnd: number; reason: string | null }[];
  /** What should lie in the drawer. */
  expectedVnd: number;
  countedVnd: number | null;
  /** Dearest first; null when the sum alone was typed. */
  countedNotes: readonly CountedNote[] | null;
  /** Counted less expected; null before it was counted. */
  differenceVnd: number | null;
}

/**
 * A shift in figures, from its own documents alone. A cash payment's amount is what was tendered
 * less the change, so change is never expected twice; a refund counts in the shift that paid it
 * back, whatever shift sold.
 */
export function figuresOf(documents: readonly TillDocument[]): ShiftFigures {
  const byMethod = new Map<PaymentMethod, number>();
  const bySector = new Map<string | null, number>();
  const moves: ShiftFigures['moves'] = [];
  const figures = {
    saleCount: 0,
    soldVnd: 0,
    refundCount: 0,
    refundedVnd: 0,
    voidCount: 0,
    voidedVnd: 0,
    netVnd: 0,
    discountVnd: 0,
    floatVnd: 0,
    movedInVnd: 0,
    movedOutVnd: 0,
  };
  let countedVnd: number | null = null;
  let countedNotes: readonly CountedNote[] | null = null;
  for (const document of documents) {
    const { kind, totalVnd, payments, cashMovedVnd } = document;
    if (kind === 'sale') {
      figures.saleCount += 1;
      figures.soldVnd += totalVnd;
    } else if (kind === 'refund') {
      figures.refundCount += 1;
      figures.refundedVnd += totalVnd;
    } else if (kind === 'void') {
      figures.voidCount += 1;
      figures.voidedVnd += totalVnd;
    }
    figures.netVnd += totalVnd;
    for (const { method, amountVnd } of payments) {
      byMethod.set(method, (byMethod.get(method) ?? 0) + amountVnd);
    }
    for (const { classCode, amountVnd, discountVnd } of document.lines) {
      const sector = sectorOf(classCode);
      bySector.set(sector, (bySector.get(sector) ?? 0) + amountVnd);
      figures.discountVnd += discountVnd;
    }
    figures.floatVnd += document.floatVnd ?? 0;
    if (cashMovedVnd !== null && cashMovedVnd > 0) figures.movedInVnd += cashMovedVnd;
    if (cashMovedVnd !== null && cashMovedVnd < 0) figures.movedOutVnd += cashMovedVnd;
    if (cashMovedVnd !== null) {
      moves.push({ sequence: document.sequence, amountVnd: cashMovedVnd, reason: document.reason });
    }
    countedVnd = document.countedVnd ?? countedVnd;
    countedNotes = document.countedNotes ?? countedNotes;
  }
  const cashVnd = byMethod.get('cash') ?? 0;
  const expectedVnd = figures.floatVnd + cashVnd + figures.movedInVnd + figures.movedOutVnd;
  return {
    ...figures,
    vatVnd: vatOf(documents.flatMap(({ lines }) => lines)),
    byMethod: [...byMethod],
    bySector: [...bySector].sort(([, a], [, b]) => b - a),
    moves,
    cashVnd,
    expectedVnd,
    countedVnd,
    countedNotes,
    differenceVnd: countedVnd === null ? null : countedVnd - expectedVnd,
  };
}

/** Counted notes from how many were typed of each, dearest first and none of what there is none of. */
export function notesFrom(counts: ReadonlyMap<number, number>): CountedNote[] {
  return notesVnd.flatMap((noteVnd) => {
    const count = counts.get(noteVnd) ?? 0;
    return count > 0 ? [{ count, noteVnd }] : [];
  });
}

/** How a shift began and ended, in corrected time; null for what is not there. */
export function shiftTimes(documents: readonly TillDocument[]) {
  const opening = documents.find(({ kind }) => kind === 'shift_open') ?? null;
  const closing = documents.find(({ kind }) => kind === 'shift_close') ?? null;
  return {
    opening,
    closing,
    openedAt: opening && correctedAt(opening),
    closedAt: closing && correctedAt(closing),
  };
}

/** When a document was written, by the till's clock as it was corrected then. */
export const correctedAt = ({ at, clockOffsetMs }: TillDocument): string =>
  new Date(Date.parse(at) + clockOffsetMs).toISOString();
