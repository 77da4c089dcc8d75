import { foldText } from '@phien/kernel';
import { refundDraft } from '@phien/till';
import type { DocumentDraft, PaymentMethod, ReturnedLine, TillDocument } from '@phien/till';
import type { IssuedDocument } from '../keep/read-till';
import { parseQuantity } from '../sell/quantity.rules';

export type SaleState = 'sent' | 'waiting' | 'problem';

export const stateOf = ({ sent, booking }: Pick<IssuedDocument, 'sent' | 'booking'>): SaleState => {
  if (sent === 'conflict' || booking === 'set_aside') return 'problem';
  return sent === 'sent' ? 'sent' : 'waiting';
};

/** Sales, refunds and voids, newest first; of other documents only what needs someone. */
export function listed(
  documents: readonly IssuedDocument[],
  state: SaleState | 'all',
  typed: string,
): IssuedDocument[] {
  const digits = typed.replace(/\D/g, '');
  const words = foldText(typed.trim());
  return documents
    .filter((document) => {
      const own = stateOf(document);
      const isTrade = document.content.lines.length > 0;
      if (!isTrade && own !== 'problem') return false;
      if (state !== 'all' && own !== state) return false;
      if (words === '') return true;
      const { sequence, totalVnd, lines } = document.content;
      const isNumber =
        digits !== '' &&
        (String(sequence) === digits || String(Math.abs(totalVnd)).startsWith(digits));
      return isNumber || lines.some(({ name }) => foldText(name).includes(words));
    })
    .reverse();
}

/**
 * How much of each line can still come back, by line number. Lines that sold the same thing at the
 * same price are one stock: what came back is taken from the first of them.
 */
export function leftToReturn(
  sale: TillDocument,
  earlier: readonly TillDocument[],
): Map<number, number> {
  const alike = (line: TillDocument['lines'][number]) =>
    [line.productId, line.name, line.unit, line.unitVnd].join('\u001f');
  const back = new Map<string, number>();
  for (const line of earlier.flatMap(({ lines }) => lines)) {
    back.set(alike(line), (back.get(alike(line)) ?? 0) - line.quantityMilli);
  }
  const left = new Map<number, number>();
  for (const line of sale.lines) {
    const gone = Math.min(back.get(alike(line)) ?? 0, line.quantityMilli);
    back.set(alike(line), (back.get(alike(line)) ?? 0) - gone);
    left.set(line.no, line.quantityMilli - gone);
  }
  return left;
}

/**
 * Thousandths of what was typed to come back: 0 of nothing, null of what is no quantity or is more
 * than is left.
 */
export function returnTyped(typed: string, leftMilli: number): number | null {
  if (/^\s*0*(?:[.,]0*)?\s*$/.test(typed)) return 0;
  const milli = parseQuantity(typed);
  return milli === null || milli > leftMilli ? null : milli;
}

/** What a refund would give back, without writing it. Throws the Refusal that writing it would. */
export function refundPreview(
  sale: TillDocument,
  returned: readonly ReturnedLine[],
  earlier: readonly TillDocument[],
  method: PaymentMethod,
): DocumentDraft {
  const { exhibitorId, boothId, boothCode, zoneId, shiftId, cashier, clockOffsetMs } = sale;
  const place = { exhibitorId, boothId, boothCode, zoneId, shiftId, cashier, clockOffsetMs };
  const moment = { ...place, at: new Date(sale.at), lastContactAt: null };
  return refundDraft(moment, sale, returned, { earlier, method });
}

/** The reason as it is written down: with who allowed it, when that is not who sells. */
export function reasonWithApproval(
  reason: string,
  approver: string | null,
  cashier: string,
  allowedBy: (name: string) => string,
): string {
  const said = reason.trim();
  return approver === null || approver === cashier ? said : `${said} (${allowedBy(approver)})`;
}
