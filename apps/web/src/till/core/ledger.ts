import { newId } from '@phien/kernel';
import {
  cashMoveDraft,
  refundDraft,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  voidDraft,
} from '@phien/till';
import type {
  CartPayment,
  CountedNote,
  PaymentMethod,
  ReturnedLine,
  TillDocument,
} from '@phien/till';
import { issueDocument } from '../keep/issue-document';
import type { Standing } from '../keep/issue-document';
import type { Keep, KeptDocument } from '../keep/keep';
import { shiftAlreadyOpen, shiftNotOpen } from '../keep/keep.refusals';
import type { Cart } from '../sell/cart.rules';
import { emptyCart } from '../sell/empty-cart';
import { pricedOf } from '../sell/priced-cart';

/* Fetched right behind the first screen: everything that writes documents and speaks to the fair. */
export { enrolPhone } from '../enrol/enrol-phone';
export { refreshCatalogue } from '../enrol/refresh-catalogue';
export { changeParked } from '../keep/change-parked';
export { readClosedShifts } from '../keep/read-shifts';
export { Outbox } from '../outbox/outbox';
export { rescueFile } from '../outbox/rescue';
export { keepTelling } from '../outbox/tell-status';
export { checkPin } from '../pin/check-pin';

export function openShift(keep: Keep, floatVnd: number): Promise<KeptDocument> {
  return issueDocument(keep, ({ shift, momentIn, cashier }) => {
    if (shift) throw shiftAlreadyOpen();
    const id = newId();
    const draft = shiftOpenDraft(momentIn(id), floatVnd);
    const open = { id, floatVnd, openedAt: draft.at, openedBy: cashier };
    return { draft, settings: { shift: open, closedShiftId: null } };
  });
}

export function moveCash(
  keep: Keep,
  id: string,
  cashMovedVnd: number,
  reason: string | null,
): Promise<KeptDocument> {
  return issueDocument(
    keep,
    (standing) => ({ draft: cashMoveDraft(inShift(standing), cashMovedVnd, reason) }),
    { id },
  );
}

export function sell(
  keep: Keep,
  cart: Cart,
  payments: readonly CartPayment[],
): Promise<KeptDocument> {
  return issueDocument(
    keep,
    (standing) => {
      const draft = saleDraft(inShift(standing), pricedOf(cart, payments));
      const isInCart = standing.cart === undefined || standing.cart.saleId === cart.saleId;
      /* Another window may have parked what this one is paid for. */
      const parked = standing.parked.filter(({ cart: { saleId } }) => saleId !== cart.saleId);
      return { draft, settings: isInCart ? { cart: emptyCart(), parked } : { parked } };
    },
    { id: cart.saleId },
  );
}

export function refund(
  keep: Keep,
  id: string,
  sale: TillDocument,
  returned: readonly ReturnedLine[],
  how: { reason: string; method: PaymentMethod },
): Promise<KeptDocument> {
  return issueDocument(
    keep,
    (standing) => {
      const earlier = standing.undoings;
      return { draft: refundDraft(inShift(standing), sale, returned, { ...how, earlier }) };
    },
    { id, undoneId: sale.id },
  );
}

export function voidSale(
  keep: Keep,
  id: string,
  sale: TillDocument,
  reason: string,
): Promise<KeptDocument> {
  return issueDocument(
    keep,
    (standing) => {
      const earlier = standing.undoings;
      return { draft: voidDraft(inShift(standing), sale, { reason, earlier }) };
    },
    { id, undoneId: sale.id },
  );
}

export function closeShift(
  keep: Keep,
  countedVnd: number,
  notes: readonly CountedNote[],
  discarded: ReadonlySet<string>,
): Promise<KeptDocument> {
  return issueDocument(keep, (standing) => {
    const moment = inShift(standing);
    const draft = shiftCloseDraft(moment, countedVnd, notes);
    const parked = standing.parked.filter(({ cart }) => !discarded.has(cart.saleId));
    return { draft, settings: { shift: null, closedShiftId: moment.shiftId, parked } };
  });
}

function inShift({ shift, momentIn }: Standing) {
  if (!shift) throw shiftNotOpen();
  return momentIn(shift.id);
}
