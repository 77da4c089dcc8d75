import fc from 'fast-check';
import { Refusal } from '@phien/kernel';
import { priceCart } from '../cart/price-cart';
import type { CartLine, CartPayment } from '../cart/price-cart';
import { paymentMethods } from '../document/document';
import type { TillDocument } from '../document/document';
import { documentLimits } from '../document/document-limits';
import { refundDraft, saleDraft, voidDraft } from '../document/draft';
import type { DocumentDraft, TillMoment } from '../document/draft';
import { readDocument } from '../document/read-document';
import { newHead, newMoment, tea } from '../test/documents';
import { TillChain } from './till-chain';

const start = newHead();
const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');

/* U+0001 takes six bytes of JSON and is the longest that a letter can be. */
const longest = (length: number) => '\u0001'.repeat(length);
const shortMoment = newMoment({
  clockOffsetMs: 0,
  lastContactAt: null,
  boothCode: 'A',
  cashier: 'B',
});
/** Another till of later days, whose every word is as long as can be. */
const longMoment = newMoment({
  clockOffsetMs: -documentLimits.clockOffsetMs,
  boothCode: longest(documentLimits.codeLength),
  cashier: longest(documentLimits.cashierLength),
});
const longReason = longest(documentLimits.reasonLength);
const lateChain = () =>
  new TillChain({ ...start, epoch: documentLimits.epoch, sequence: Number.MAX_SAFE_INTEGER - 1 });

function sold(moment: TillMoment, lines: CartLine[], payments: CartPayment[]) {
  return new TillChain(start).append(saleDraft(moment, priceCart(lines, { payments })));
}

function expectIssued(draft: DocumentDraft): number {
  const { text, document } = lateChain().append(draft);
  expect(readDocument(text)).toEqual({ ok: true, document });
  expect(bytesOf(text)).toBeLessThanOrEqual(documentLimits.textBytes);
  return bytesOf(text);
}

/** Voids the sale, then gives all of it back, with as many words as fit. Returns the longer text's bytes. */
function expectUndoable(sale: TillDocument): number {
  const all = sale.lines.map(({ no, quantityMilli }) => ({ no, quantityMilli }));
  return Math.max(
    expectIssued(voidDraft(longMoment, sale, { reason: longReason })),
    expectIssued(refundDraft(longMoment, sale, all, { reason: longReason })),
    expectIssued(refundDraft(longMoment, sale, all.toReversed(), { reason: longReason })),
  );
}

const letters = fc.constantFrom('a', '"', 'đ', 'ế', '🦑', '\u0001');
const lineOf = (shortestName: number): fc.Arbitrary<CartLine> =>
  fc
    .record({
      letter: letters,
      length: fc.integer({ min: shortestName, max: 200 }),
      unitLength: fc.integer({ min: 1, max: 20 }),
      classCode: fc.constantFrom(null, 'I.3.d', 'VI'),
      star: fc.constantFrom(null, 3, 5),
      quantityMilli: fc.oneof(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: documentLimits.quantityMilli }),
      ),
      unitVnd: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000_000 })),
      isFree: fc.boolean(),
      vatRatePercent: fc.constantFrom(null, 0, 8, 100),
    })
    .map(({ letter, length, unitLength, isFree, ...rest }) => {
      const dearestVnd = Math.floor((documentLimits.amountVnd / 100 / rest.quantityMilli) * 1_000);
      const unitVnd = Math.min(rest.unitVnd, dearestVnd);
      const free = {
        ...rest,
        productId: null,
        name: letter.repeat(Math.ceil(length / letter.length)),
        unitVnd,
      };
      const thing = { ...free, unit: letter.repeat(unitLength) };
      return { ...thing, discountVnd: isFree ? priceCart([thing]).totalVnd : 0 };
    });
/* From one line to a hundred, with any names or long ones: sales on either side of the limit. */
const carts = fc
  .record({ count: fc.constantFrom(1, 10, 50, 65, 80, 100), shortestName: fc.constantFrom(1, 150) })
  .chain(({ count, shortestName }) =>
    fc.array(lineOf(shortestName), { minLength: count, maxLength: count }),
  );
const methods = fc.array(fc.constantFrom(...paymentMethods), { minLength: 1, maxLength: 20 });

/** Pays all by the first method and nothing by the others. */
function paid(totalVnd: number, ways: (typeof paymentMethods)[number][]): CartPayment[] {
  return ways.map((method, at) => {
    const amountVnd = at === 0 ? totalVnd : 0;
    return method === 'cash'
      ? { method, amountVnd, tenderedVnd: amountVnd }
      : { method, amountVnd };
  });
}

describe('every sale that a chain accepts', () => {
  it('can be voided, and wholly refunded, by documents that read', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        carts,
        methods,
        fc.constantFrom(shortMoment, longMoment),
        (lines, ways, moment) => {
          const payments = paid(priceCart(lines).totalVnd, ways);
          try {
            const { document } = sold(moment, lines, payments);
            accepted += 1;
            expectUndoable(document);
          } catch (refusal) {
            if (!(refusal instanceof Refusal)) throw refusal;
            expect(refusal.code).toBe('document_too_long');
            refused += 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(0);
  });

  it('is undone also where it is as long as a sale may be and every number grows', () => {
    const hundred = Array.from({ length: 100 }, (): CartLine => ({
      ...tea,
      name: 'n',
      vatRatePercent: 100,
      quantityMilli: 1_000,
      unitVnd: 100_000_000,
      discountVnd: 1,
    }));
    const payments: CartPayment[] = [
      { method: 'cash', tenderedVnd: documentLimits.amountVnd },
      ...Array.from({ length: 19 }, () => ({ method: 'wallet', amountVnd: 1 }) as const),
    ];
    const plain = bytesOf(sold(shortMoment, hundred, payments).text);
    let room = documentLimits.saleTextBytes - plain;
    const padded = hundred.map((cheap) => {
      const letters = Math.min(room, documentLimits.nameLength * 3 - 3);
      room -= letters;
      const [threes, ones] = [Math.floor(letters / 3), letters % 3];
      return { ...cheap, name: `n${'ế'.repeat(threes)}${'a'.repeat(ones)}`.slice(0, 200) };
    });
    const { text, document } = sold(shortMoment, padded, payments);
    expect(bytesOf(text)).toBe(documentLimits.saleTextBytes);
    expect(expectUndoable(document)).toBeGreaterThan(documentLimits.saleTextBytes + 4_000);

    const chain = new TillChain(start);
    const tooLong = padded.with(99, { ...tea, ...padded[99], name: `${padded[99]?.name ?? ''}a` });
    const draft = saleDraft(shortMoment, priceCart(tooLong, { payments }));
    expect(() => chain.append(draft)).toThrow('document_too_long');
    expect(chain.head).toEqual(start);
  });
});

it('numbers nothing that the ledger would not link', () => {
  const { document: sale } = sold(
    shortMoment,
    [{ ...tea, name: longest(200) }],
    [{ method: 'card', amountVnd: 70_000 }],
  );
  const pieces = Array.from({ length: 100 }, () => ({ no: 1, quantityMilli: 20 }));
  const chain = new TillChain(start);
  const draft = refundDraft(shortMoment, sale, pieces);
  expect(() => chain.append(draft)).toThrow('document_too_long');
  expect(chain.head).toEqual(start);
});
