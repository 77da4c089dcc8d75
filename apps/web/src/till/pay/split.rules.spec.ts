import { expect, test } from '@playwright/test';
import { refundDraft, saleDraft, voidDraft } from '@phien/till';
import { moment, newChain } from '../moment-in-test';
import { withFreePrice } from '../sell/cart.rules';
import { emptyCart } from '../sell/empty-cart';
import { pricedOf } from '../sell/priced-cart';
import { figuresOf } from '../shift/shift.rules';
import { isPart, leftVnd, paidVnd, withCash, withOther } from './split.rules';
import type { PaidPart } from './split.rules';

const totalVnd = 226_000;
const cart = withFreePrice(emptyCart(), {
  name: 'Mật ong hoa nhãn',
  unit: 'chai',
  unitVnd: totalVnd,
  vatRatePercent: 8,
});

/** A transfer of 126.000, and a note of 200.000 for the rest. */
const parts = withCash(withOther([], 'vietqr', 126_000), totalVnd, 200_000);

test('cash pays what the transfer leaves, and the change is of the cash alone', () => {
  expect(parts).toEqual([
    { method: 'vietqr', amountVnd: 126_000 },
    { method: 'cash', tenderedVnd: 200_000, amountVnd: 100_000 },
  ]);
  expect([paidVnd(parts), leftVnd(totalVnd, parts)]).toEqual([totalVnd, 0]);
  const { payments } = pricedOf(cart, parts);
  expect(payments.map(({ changeVnd }) => changeVnd)).toEqual([null, 100_000]);
});

test('cash may come first, and the transfer pays the rest', () => {
  const cash = withCash([], totalVnd, 100_000);
  expect(leftVnd(totalVnd, cash)).toBe(126_000);
  const { payments } = pricedOf(cart, withOther(cash, 'vietqr', 126_000));
  expect(
    payments.map(({ method, amountVnd, changeVnd }) => [method, amountVnd, changeVnd]),
  ).toEqual([
    ['cash', 100_000, 0],
    ['vietqr', 126_000, null],
  ]);
});

test('a part is some of what is left, and the twentieth is all of it', () => {
  expect([null, 0, 226_001, 226_000, 1].map((part) => isPart(part, totalVnd, []))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  const many = Array.from({ length: 19 }, (): PaidPart => ({ method: 'wallet', amountVnd: 1_000 }));
  expect(isPart(1_000, totalVnd, many)).toBe(false);
  expect(isPart(207_000, totalVnd, many)).toBe(true);
  expect(pricedOf(cart, withOther(many, 'card', 207_000)).payments).toHaveLength(20);
});

test('a shift counts each part by its way, and gives back as it was told', () => {
  const chain = newChain();
  const sale = chain.append(saleDraft(moment, pricedOf(cart, parts))).document;
  expect(figuresOf([sale])).toMatchObject({
    saleCount: 1,
    cashVnd: 100_000,
    byMethod: [
      ['vietqr', 126_000],
      ['cash', 100_000],
    ],
  });
  const undone = chain.append(voidDraft(moment, sale)).document;
  expect(new Map(figuresOf([sale, undone]).byMethod)).toEqual(
    new Map([
      ['vietqr', 0],
      ['cash', 0],
    ]),
  );
  const back = refundDraft(moment, sale, [{ no: 1, quantityMilli: 500 }], { method: 'vietqr' });
  const refund = chain.append(back).document;
  expect(refund.payments).toMatchObject([{ method: 'vietqr', amountVnd: -113_000 }]);
  expect(figuresOf([sale, refund])).toMatchObject({ netVnd: 113_000, cashVnd: 100_000 });
});
