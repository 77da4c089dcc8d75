import fc from 'fast-check';
import { newId, Refusal } from '@phien/kernel';
import { priceCart } from '../cart/price-cart';
import { carts, newChain, newMoment, squid, squidAndTea, tea } from '../test/documents';
import type { TillDocument } from './document';
import {
  cashMoveDraft,
  refundDraft,
  reissueDraft,
  saleDraft,
  shiftOpenDraft,
  voidDraft,
} from './draft';
import { canonicalText } from './canonical-text';
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

describe('a document that is issued again', () => {
  it('says what it said, at the time it said it, and the number that it bore first', () => {
    const old = newChain();
    old.append(shiftOpenDraft(moment, 0));
    const sale = old.append(saleDraft(moment, squidAndTea())).document;
    const again = issue(reissueDraft(sale));
    const { reissueOf, ...said } = again;
    const { fairId, registerId, epoch, sequence, previousHash } = again;
    expect(reissueOf).toEqual({ id: sale.id, epoch: 1, sequence: 2 });
    expect(said).toEqual({ ...sale, fairId, registerId, epoch, sequence, previousHash });
  });

  it('keeps its first number and id, however often its place is taken', () => {
    const sale = sell();
    const taken = newId();
    const twice = issue(reissueDraft(issue(reissueDraft(sale)), new Map([[sale.id, taken]])));
    expect(twice.id).toBe(taken);
    expect(twice.reissueOf).toEqual({ id: sale.id, epoch: 1, sequence: 1 });
  });

  it('is followed by what undoes it, when its id was taken', () => {
    const sale = sell();
    const newIds = new Map([[sale.id, newId()]]);
    expect(issue(reissueDraft(voidFor(sale), newIds)).originalId).toBe(newIds.get(sale.id));
    expect(issue(reissueDraft(voidFor(sale))).originalId).toBe(sale.id);
  });

  it('reads only with a whole first number, in canonical order', () => {
    const sale = issue(reissueDraft(sell()));
    const reissued = sale.reissueOf;
    const codes = [
      reissued,
      { ...reissued, id: 'x' },
      { ...reissued, sequence: 0 },
      { ...reissued, more: 1 },
      null,
      [],
    ].map((reissueOf) => {
      const reading = readDocument(canonicalText({ ...sale, reissueOf }));
      return reading.ok ? 'ok' : reading.code;
    });
    expect(codes).toEqual(['ok', ...Array<string>(5).fill('document_shape')]);
    const misplaced = JSON.stringify({ ...sale, reissueOf: undefined, z: 1 }).replace(
      /"z":1/,
      `"reissueOf":${canonicalText(reissued)}`,
    );
    expect(readDocument(misplaced)).toEqual({ ok: false, code: 'document_not_canonical' });
  });

  it('fits even when its sale was as long as a sale may be', () => {
    const line = { ...tea, name: 'x'.repeat(200) };
    const room = (lines: (typeof line)[]) =>
      newChain().append(
        saleDraft(
          moment,
          priceCart(lines, {
            payments: [{ method: 'wallet', amountVnd: priceCart(lines).totalVnd }],
          }),
        ),
      );
    const { text } = room(Array.from({ length: 100 }, () => line));
    const more = Math.floor((57_344 - Buffer.byteLength(text)) / 100);
    const long = { ...tea, name: 'ế'.repeat(Math.min(200, 200 + more)) };
    const lines = Array.from({ length: 100 }, () => line);
    let sale = room(lines);
    for (let at = 0; at < lines.length; at += 1) {
      lines[at] = long;
      try {
        sale = room(lines);
      } catch {
        break;
      }
    }
    expect(Buffer.byteLength(sale.text)).toBeGreaterThan(56_000);
    expect(issue(reissueDraft(sale.document)).id).toBe(sale.document.id);
  });
});

function voidFor(sale: TillDocument): TillDocument {
  return issue(voidDraft(moment, sale));
}
