import fc from 'fast-check';
import { proportionVnd, splitVnd, vatIncludedVnd } from './money.rules';

const amounts = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 });

describe('splitting money', () => {
  it('returns parts that sum to the whole', () => {
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        fc.pre(shares.some((share) => share > 0));
        const parts = splitVnd(total, shares);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
      }),
    );
  });

  it('keeps every part within one đồng of its exact share, and gives nothing to no weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, shares) => {
        const sum = shares.reduce((all, share) => all + share, 0);
        fc.pre(sum > 0);
        splitVnd(total, shares).forEach((part, at) => {
          const share = shares[at] ?? 0;
          expect(Math.abs(part - (total * share) / sum)).toBeLessThan(1.001);
          if (share === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  it('splits 100 among three as 34 + 33 + 33 = 100', () => {
    expect(splitVnd(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitVnd(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitVnd(0, [0, 0])).toEqual([0, 0]);
  });

  it('refuses to lose an amount that nobody takes', () => {
    expect(() => splitVnd(1, [])).toThrow(RangeError);
    expect(() => splitVnd(1, [0, 0])).toThrow(RangeError);
    expect(() => splitVnd(1.5, [1])).toThrow(RangeError);
    expect(() => splitVnd(1, [-1, 2])).toThrow(RangeError);
  });
});

describe('the VAT inside a price', () => {
  it.each([
    [108_000, 8, 8_000],
    [110_000, 10, 10_000],
    [120_000, 8, 8_889],
    [27, 8, 2],
    [0, 8, 0],
    [120_000, 0, 0],
    [-120_000, 8, -8_889],
  ])('of %d at %d %% is %d', (amount, rate, vat) => {
    expect(vatIncludedVnd(amount, rate)).toBe(vat);
  });

  it('mirrors a refund and agrees with exact arithmetic at any size', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (amount, rate) => {
        const vat = vatIncludedVnd(amount, rate);
        const size = BigInt(Math.abs(amount));
        const divisor = BigInt(100 + rate);
        const exact = (2n * size * BigInt(rate) + divisor) / (2n * divisor);
        expect(BigInt(Math.abs(vat))).toBe(exact);
        expect(vatIncludedVnd(amount === 0 ? 0 : -amount, rate)).toBe(vat === 0 ? 0 : -vat);
        expect(Object.is(vat, -0)).toBe(false);
      }),
    );
  });

  it('rounds a half away from zero, and refuses fractions', () => {
    expect(proportionVnd(5, 1, 2)).toBe(3);
    expect(proportionVnd(-5, 1, 2)).toBe(-3);
    expect(() => proportionVnd(0.5, 1, 2)).toThrow(RangeError);
    expect(() => proportionVnd(5, 1, 0)).toThrow(RangeError);
    expect(() => proportionVnd(5, -1, 2)).toThrow(RangeError);
  });
});
