/**
 * round(amount × times / per), halves away from zero, so that a refund is the exact mirror of its
 * sale. `times` and `per` are whole and not negative; the product may exceed 2^53.
 */
export function proportionVnd(amount: number, times: number, per: number): number {
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(times) || !Number.isSafeInteger(per)) {
    throw new RangeError('money and proportions are whole numbers');
  }
  if (times < 0 || per <= 0) throw new RangeError('a proportion is not negative');
  const size = Math.abs(amount);
  const product = size * times;
  const share = product <= Number.MAX_SAFE_INTEGER ? divideHalfUp(product, per) : bigShare();
  return amount < 0 && share > 0 ? -share : share;

  function bigShare(): number {
    const divisor = BigInt(per);
    return Number((2n * BigInt(size) * BigInt(times) + divisor) / (2n * divisor));
  }
}

/* By remainder: a rounded quotient of two large whole numbers can land on the wrong side of a half. */
function divideHalfUp(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  const whole = (dividend - rest) / divisor;
  return rest >= divisor - rest ? whole + 1 : whole;
}

/**
 * The VAT inside an amount whose price includes it: round half up(amount × r / (100 + r)).
 * `ratePercent` is a whole percentage, 0 included.
 */
export function vatIncludedVnd(amountVnd: number, ratePercent: number): number {
  return proportionVnd(amountVnd, ratePercent, 100 + ratePercent);
}

/**
 * Splits an amount by whole, non-negative weights. Every part is within 1 VND of its exact share,
 * and the parts sum to the amount: what rounding leaves over goes to the largest remainders, the
 * first one first. Throws RangeError when there is nobody to give the amount to.
 */
export function splitVnd(totalVnd: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalVnd)) throw new RangeError('money is whole');
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError('weights are whole and not negative');
  }
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) {
    if (totalVnd !== 0) throw new RangeError('an amount cannot be split between no weights');
    return weights.map(() => 0);
  }
  const size = BigInt(Math.abs(totalVnd));
  const shares = weights.map((weight, at) => {
    const exact = size * BigInt(weight);
    return { at, part: exact / sum, rest: exact % sum };
  });
  let left = size - shares.reduce((total, share) => total + share.part, 0n);
  const byRest = [...shares].sort((a, b) =>
    a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1,
  );
  for (const share of byRest) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map(({ part }) => (totalVnd < 0 && part > 0n ? -Number(part) : Number(part)));
}
