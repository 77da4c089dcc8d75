import type { PaymentMethod, TillDocument } from '@phien/till';
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
  /** What should lie in the drawer. */
  expectedVnd: number;
  countedVnd: number | null;
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
  const figures = {
    saleCount: 0,
    soldVnd: 0,
    refundCount: 0,
    refundedVnd: 0,
    voidCount: 0,
    voidedVnd: 0,
    netVnd: 0,
    floatVnd: 0,
    movedInVnd: 0,
    movedOutVnd: 0,
  };
  let countedVnd: number | null = null;
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
    figures.floatVnd += document.floatVnd ?? 0;
    if (cashMovedVnd !== null && cashMovedVnd > 0) figures.movedInVnd += cashMovedVnd;
    if (cashMovedVnd !== null && cashMovedVnd < 0) figures.movedOutVnd += cashMovedVnd;
    countedVnd = document.countedVnd ?? countedVnd;
  }
  const cashVnd = byMethod.get('cash') ?? 0;
  const expectedVnd = figures.floatVnd + cashVnd + figures.movedInVnd + figures.movedOutVnd;
  return {
    ...figures,
    vatVnd: vatOf(documents.flatMap(({ lines }) => lines)),
    byMethod: [...byMethod],
    cashVnd,
    expectedVnd,
    countedVnd,
    differenceVnd: countedVnd === null ? null : countedVnd - expectedVnd,
  };
}
