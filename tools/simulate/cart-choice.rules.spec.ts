import { priceCart } from '@phien/till';
import { chooseAfterSale, chooseCart, countDrawer, tenderFor } from './cart-choice.rules';
import type { SoldProduct } from './cart-choice.rules';
import { Chance } from './chance.rules';

const product = (name: string, priceVnd: number, unit: string): SoldProduct => ({
  id: `0199a1c2-0000-7000-8000-${String(priceVnd).padStart(12, '0')}`,
  name,
  classCode: 'I.3.d',
  star: 4,
  priceVnd,
  unit,
  vatRatePercent: 8,
});
const shelf = [
  product('Chả mực', 450_000, 'kg'),
  product('Nước mắm', 65_000, 'chai'),
  product('Chè hoa vàng', 180_000, 'hộp'),
];
const chance = new Chance('42', 'carts');
const carts = Array.from({ length: 20_000 }, () => chooseCart(shelf, chance));
const totals = carts
  .map(({ lines, discountVnd }) => priceCart(lines, { discountVnd }).totalVnd)
  .sort((a, b) => a - b);
const shareOf = (method: string) =>
  carts.filter(({ payment }) => payment === method).length / carts.length;

describe('what customers buy', () => {
  it('costs about what the profile says', () => {
    const median = totals[10_000] ?? 0;
    const p90 = totals[18_000] ?? 0;
    expect(median).toBeGreaterThan(90_000);
    expect(median).toBeLessThan(160_000);
    expect(p90).toBeGreaterThan(380_000);
    expect(p90).toBeLessThan(520_000);
  });

  it('stands on about 1.8 lines at a booth of three products, each once', () => {
    const lines = carts.reduce((sum, cart) => sum + cart.lines.length, 0) / carts.length;
    expect(lines).toBeGreaterThan(1.6);
    expect(lines).toBeLessThan(2);
    const repeating = carts.filter(
      (cart) => new Set(cart.lines.map(({ name }) => name)).size !== cart.lines.length,
    );
    expect(repeating).toEqual([]);
  });

  it('is weighed in steps of 50 g, and otherwise whole', () => {
    const odd = carts
      .flatMap(({ lines }) => lines)
      .filter(
        ({ quantityMilli, unit }) =>
          quantityMilli <= 0 || quantityMilli % (unit === 'kg' ? 50 : 1_000) !== 0,
      );
    expect(odd).toEqual([]);
  });

  it('is paid in the mix of the profile', () => {
    expect(shareOf('cash')).toBeCloseTo(0.4, 1);
    expect(shareOf('vietqr')).toBeCloseTo(0.55, 1);
    expect(shareOf('card') + shareOf('wallet')).toBeCloseTo(0.05, 1);
  });

  it('needs no coin when it is paid in cash', () => {
    const odd = carts.filter(({ lines, discountVnd, payment }) =>
      payment === 'cash'
        ? priceCart(lines, { discountVnd }).totalVnd % 1_000 !== 0
        : discountVnd !== 0,
    );
    expect(odd).toEqual([]);
  });

  it('is an amount at a booth without products, and the cheapest where all is dear', () => {
    const [amount] = chooseCart([], chance).lines;
    expect(amount).toMatchObject({ productId: null, classCode: null, quantityMilli: 1_000 });
    const dear = [product('Trầm hương', 90_000_000, 'hộp'), product('Sâm', 80_000_000, 'hộp')];
    expect(chooseCart(dear, chance).lines).toMatchObject([{ name: 'Sâm', quantityMilli: 1_000 }]);
  });

  it('is the same for the same seed', () => {
    const play = () => {
      const again = new Chance('5', 'till 1');
      return Array.from({ length: 50 }, () => chooseCart(shelf, again));
    };
    expect(play()).toEqual(play());
  });
});

it('customers hand over enough, in notes or exactly', () => {
  for (const amountVnd of totals.slice(0, 2_000)) {
    const tenderedVnd = tenderFor(amountVnd, chance);
    expect(tenderedVnd).toBeGreaterThanOrEqual(amountVnd);
    expect(tenderedVnd - amountVnd).toBeLessThan(500_000);
    if (tenderedVnd !== amountVnd) expect(tenderedVnd % 10_000).toBe(0);
  }
});

it('about one sale in a hundred is voided and one in two hundred refunded', () => {
  const drawn = Array.from({ length: 100_000 }, () => chooseAfterSale(chance));
  expect(drawn.filter((after) => after === 'void').length / 1_000).toBeCloseTo(1, 0);
  expect(drawn.filter((after) => after === 'refund').length / 500).toBeCloseTo(1, 0);
});

it('a drawer is never counted below nothing', () => {
  const counts = Array.from({ length: 1_000 }, () => countDrawer(5_000, chance));
  expect(Math.min(...counts)).toBe(0);
  expect(counts.filter((count) => count === 5_000).length).toBeGreaterThan(900);
});
