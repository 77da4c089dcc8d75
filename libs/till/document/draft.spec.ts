import fc from 'fast-check';
import { Refusal } from '@phien/kernel';
import { priceCart } from '../cart/price-cart';
import { carts, newChain, newMoment, squid, squidAndTea, tea } from '../test/documents';
import type { TillDocument } from './document';
import { cashMoveDraft, refundDraft, saleDraft, shiftOpenDraft, voidDraft } from './draft';
import { readDocument } from './read-document';

const moment = newMoment();

function sell(cart = squidAndTea()): TillDocument {
  return newChain().append(saleDraft(moment, cart)).document;
}

function issue(draft: ReturnType<typeof refundDraft>): TillDocument {
  const { text, document } = newChain().append(draft);
  expect(readDocument(text).ok).toBe(true);
  return document;
}

function codeOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (refusal) {
    return refusal instanceof Refusal ? refusal.code : String(refusal);
  }
  return 'ok';
}

describe('a void', () => {
  it('is the exact mirror of its sale', () => {
    fc.assert(
      fc.property(carts, (cart) => {
        const { totalVnd } = priceCart(cart);
        const sale = sell(
          priceCart(cart, { payments: [{ method: 'cash', tenderedVnd: totalVnd }] }),
        );
        const mirror = issue(voidDraft(moment, sale));
        expect(mirror.totalVnd + sale.totalVnd).toBe(0);
        mirror.lines.forEach((line, at) => {
          const sold = sale.lines[at];
          expect(line.amountVnd + (sold?.amountVnd ?? 0)).toBe(0);
          expect((line.vatVnd ?? 0) + (sold?.vatVnd ?? 0)).toBe(0);
        });
      }),
    );
  });
});

describe('refunds', () => {
  it('never return more than was sold, however a sale is divided, and the whole when all is back', () => {
    const pieces = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 400_000 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(carts, pieces, (cart, wishes) => {
        const { totalVnd } = priceCart(cart);
        const sale = sell(
          priceCart(cart, { payments: [{ method: 'wallet', amountVnd: totalVnd }] }),
        );
        const earlier: TillDocument[] = [];
        for (const [at, quantityMilli] of wishes) {
          const line = sale.lines[at % sale.lines.length];
          if (!line) continue;
          try {
            const back = [{ no: line.no, quantityMilli }];
            earlier.push(issue(refundDraft(moment, sale, back, { earlier })));
          } catch (refusal) {
            expect(refusal).toMatchObject({ code: 'refund_exceeds_sale' });
          }
        }
        const backVnd = earlier.reduce((sum, refund) => sum + refund.totalVnd, 0);
        expect(-backVnd).toBeLessThanOrEqual(sale.totalVnd);
      }),
    );
  });

  it('give a line back whole to the last đồng, also with a discount', () => {
    const sale = sell(
      priceCart([{ ...tea, quantityMilli: 3_000, discountVnd: 4_999 }], {
        payments: [{ method: 'vietqr', amountVnd: 100_001 }],
      }),
    );
    const earlier: TillDocument[] = [];
    for (let piece = 0; piece < 3; piece += 1) {
      const back = [{ no: 1, quantityMilli: 1_000 }];
      earlier.push(issue(refundDraft(moment, sale, back, { earlier, method: 'vietqr' })));
    }
    expect(earlier.map((refund) => refund.totalVnd)).toEqual([-33_334, -33_334, -33_333]);
    expect(
      codeOf(() => refundDraft(moment, sale, [{ no: 1, quantityMilli: 1 }], { earlier })),
    ).toBe('refund_exceeds_sale');
  });

  it('take the same thing sold on two lines back one by one', () => {
    const sale = sell(
      priceCart([tea, tea], { payments: [{ method: 'card', amountVnd: 140_000 }] }),
    );
    const first = issue(refundDraft(moment, sale, [{ no: 1, quantityMilli: 2_000 }]));
    const back = [{ no: 2, quantityMilli: 2_000 }];
    const second = issue(refundDraft(moment, sale, back, { earlier: [first] }));
    expect(first.totalVnd + second.totalVnd).toBe(-140_000);
  });

  it.each([
    [
      'a refund',
      (sale: TillDocument) => issue(refundDraft(moment, sale, [{ no: 1, quantityMilli: 1 }])),
    ],
    ['a void', (sale: TillDocument) => issue(voidDraft(moment, sale))],
  ])('are not given on %s', (_, answer) => {
    const answered = answer(sell());
    const attempt = () => refundDraft(moment, answered, [{ no: 1, quantityMilli: 1 }]);
    expect(codeOf(attempt)).toBe('document_original_is_sale');
    expect(codeOf(() => voidDraft(moment, answered))).toBe('document_original_is_sale');
  });

  it('are refused in the order: which sale, which line, how much', () => {
    const sale = sell();
    const attempts: [{ no: number; quantityMilli: number }[], string][] = [
      [[], 'cart_is_empty'],
      [[{ no: 3, quantityMilli: 1 }], 'refund_exceeds_sale'],
      [[{ no: 1, quantityMilli: 351 }], 'refund_exceeds_sale'],
      [[{ no: 1, quantityMilli: 0 }], 'refund_exceeds_sale'],
      [[{ no: 1, quantityMilli: 350 }], 'ok'],
    ];
    for (const [back, code] of attempts) {
      expect(codeOf(() => refundDraft(moment, sale, back))).toBe(code);
    }
  });

  it('keep a sale from being voided', () => {
    const sale = sell();
    const earlier = [issue(refundDraft(moment, sale, [{ no: 1, quantityMilli: 1 }]))];
    expect(codeOf(() => voidDraft(moment, sale, { earlier }))).toBe('sale_has_refunds');
  });
});

describe('other drafts', () => {
  it('do not make a sale of a cart that is not paid', () => {
    expect(codeOf(() => saleDraft(moment, priceCart([squid])))).toBe('payments_do_not_sum');
  });

  it('spend no number on a document that would not read', () => {
    const chain = newChain();
    const before = chain.head;
    expect(() => chain.append(cashMoveDraft(moment, 0.5, null))).toThrow(RangeError);
    expect(() => chain.append({ ...saleDraft(moment, squidAndTea()), totalVnd: 1 })).toThrow(
      'lines_do_not_sum',
    );
    for (const [draft, code] of [
      [shiftOpenDraft(moment, 10_000_000_001), 'amount_out_of_range'],
      [{ ...saleDraft(moment, squidAndTea()), id: '' }, 'document_shape'],
    ] as const) {
      expect(() => chain.append(draft)).toThrow(code);
    }
    expect(chain.head).toEqual(before);
  });
});
