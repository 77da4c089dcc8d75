import fc from 'fast-check';
import { Refusal } from '@phien/kernel';
import { carts, squid, tea } from '../test/documents';
import { priceCart } from './price-cart';
import type { CartLine, CartPayment } from './price-cart';

const dearest = { ...tea, unitVnd: 5_000_000_000 };

describe('pricing a cart', () => {
  it('prices 0.35 kg of squid cake and two bags of tea, VAT included', () => {
    const cart = priceCart([squid, tea], { payments: [{ method: 'cash', tenderedVnd: 250_000 }] });
    expect(cart.lines.map(({ amountVnd, vatVnd }) => [amountVnd, vatVnd])).toEqual([
      [157_500, 11_667],
      [70_000, null],
    ]);
    expect(cart.totalVnd).toBe(227_500);
    expect(cart.payments).toEqual([
      { no: 1, method: 'cash', amountVnd: 227_500, tenderedVnd: 250_000, changeVnd: 22_500 },
    ]);
  });

  it('keeps lines summing to the total under any discount', () => {
    fc.assert(
      fc.property(carts, fc.integer({ min: 0, max: 100 }), (cart, percent) => {
        const { totalVnd: fullVnd } = priceCart(cart);
        const discountVnd = Math.floor((fullVnd / 100) * percent);
        const { lines, totalVnd } = priceCart(cart, { discountVnd });
        expect(lines.reduce((sum, line) => sum + line.amountVnd, 0)).toBe(totalVnd);
        expect(totalVnd).toBe(fullVnd - discountVnd);
        expect(lines.every((line) => line.amountVnd >= 0)).toBe(true);
      }),
    );
  });

  it('lets cash pay what a transfer leaves, and gives change on cash only', () => {
    const payments: CartPayment[] = [
      { method: 'vietqr', amountVnd: 200_000 },
      { method: 'cash', tenderedVnd: 50_000 },
    ];
    expect(priceCart([squid, tea], { payments }).payments).toEqual([
      { no: 1, method: 'vietqr', amountVnd: 200_000, tenderedVnd: null, changeVnd: null },
      { no: 2, method: 'cash', amountVnd: 27_500, tenderedVnd: 50_000, changeVnd: 22_500 },
    ]);
  });

  it('says what is still due before anyone has paid', () => {
    expect(priceCart([tea])).toMatchObject({ totalVnd: 70_000, dueVnd: 70_000, payments: [] });
  });

  it('prices up to ten billion đồng', () => {
    expect(priceCart([dearest]).totalVnd).toBe(10_000_000_000);
    expect(priceCart([dearest, dearest], { discountVnd: 10_000_000_000 }).totalVnd).toBe(1e10);
  });

  const attempts: [string, CartLine[], Parameters<typeof priceCart>[1], string][] = [
    ['an empty cart', [], {}, 'cart_is_empty'],
    ['101 lines', Array.from({ length: 101 }, () => tea), {}, 'cart_has_too_many_lines'],
    ['no quantity', [{ ...tea, quantityMilli: 0 }], {}, 'quantity_not_positive'],
    ['half a thousandth', [{ ...tea, quantityMilli: 0.5 }], {}, 'quantity_not_positive'],
    ['a million million', [{ ...tea, quantityMilli: 1e15 }], {}, 'quantity_out_of_range'],
    ['a negative price', [{ ...tea, unitVnd: -1 }], {}, 'price_out_of_range'],
    ['a price beyond all money', [{ ...tea, unitVnd: 2 ** 53 - 1 }], {}, 'price_out_of_range'],
    ['ten billion đồng and one', [{ ...tea, unitVnd: 5e9 + 1 }], {}, 'price_out_of_range'],
    ['two lines of ten billion đồng', [dearest, dearest], {}, 'amount_out_of_range'],
    [
      'a chest of cash',
      [tea],
      { payments: [{ method: 'cash', tenderedVnd: 1e10 + 1 }] },
      'amount_out_of_range',
    ],
    ['a discount above the price', [{ ...tea, discountVnd: 70_001 }], {}, 'discount_exceeds_price'],
    ['a discount above the total', [tea], { discountVnd: 70_001 }, 'discount_exceeds_price'],
    ['no payment', [tea], { payments: [] }, 'payments_do_not_sum'],
    [
      'too little cash',
      [tea],
      { payments: [{ method: 'cash', tenderedVnd: 50_000 }] },
      'cash_not_enough',
    ],
    [
      'a transfer above the total',
      [tea],
      {
        payments: [
          { method: 'vietqr', amountVnd: 80_000 },
          { method: 'cash', tenderedVnd: 0 },
        ],
      },
      'payments_do_not_sum',
    ],
  ];
  it.each(attempts)('refuses %s', (_, cart, options, code) => {
    expect(() => priceCart(cart, options)).toThrow(Refusal);
    expect(() => priceCart(cart, options)).toThrow(code);
  });
});
