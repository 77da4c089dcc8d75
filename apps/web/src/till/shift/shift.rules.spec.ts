import { expect, test } from '@playwright/test';
import { newId } from '@phien/kernel';
import {
  cashMoveDraft,
  refundDraft,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  TillChain,
} from '@phien/till';
import type { DocumentDraft, TillMoment } from '@phien/till';
import { withFreePrice, withProduct } from '../sell/cart.rules';
import { emptyCart } from '../sell/empty-cart';
import { pricedOf } from '../sell/priced-cart';
import { figuresOf, notesFrom, shiftTimes } from './shift.rules';

const moment: TillMoment = {
  at: new Date('2025-11-20T03:00:00Z'),
  clockOffsetMs: 60_000,
  lastContactAt: null,
  exhibitorId: newId(),
  boothId: newId(),
  boothCode: 'A12',
  zoneId: newId(),
  shiftId: newId(),
  cashier: 'Lan',
};

const tea = {
  id: newId(),
  name: 'Chè Đường Hoa túi lọc',
  classCode: 'II.2.a',
  star: 3,
  certificateExpiresOn: null,
  barcode: null,
  priceVnd: 79_000,
  unit: 'hộp',
  vatRatePercent: 8,
  isWeighed: false,
  isSoldOut: false,
  photo: null,
};

const newChain = () =>
  new TillChain({
    fairId: newId(),
    registerId: newId(),
    epoch: 1,
    sequence: 40,
    hash: '0'.repeat(64),
  });

test('a shift says of which sectors it sold, what it took off, and every movement of cash', () => {
  const chain = newChain();
  const issue = (draft: DocumentDraft) => chain.append(draft).document;
  const basket = withFreePrice(
    { ...withProduct(emptyCart(), tea, 2_000), discount: { kind: 'vnd' as const, vnd: 20_000 } },
    { name: 'Hàng khác', unit: 'cái', unitVnd: 42_000, vatRatePercent: null },
  );
  const sale = issue(
    saleDraft(moment, pricedOf(basket, [{ method: 'cash', tenderedVnd: 180_000 }])),
  );
  const shift = [
    sale,
    issue(refundDraft(moment, sale, [{ no: 2, quantityMilli: 1_000 }])),
    issue(cashMoveDraft(moment, 100_000, 'Thêm tiền lẻ')),
    issue(cashMoveDraft(moment, -50_000, null)),
  ];
  const figures = figuresOf(shift);
  const sum = figures.bySector.reduce((all, [, amountVnd]) => all + amountVnd, 0);
  expect(sum).toBe(figures.netVnd);
  expect(figures.bySector).toEqual([
    ['II', 142_200],
    [null, 0],
  ]);
  expect(figures.discountVnd).toBe(15_800);
  expect(figures.moves).toEqual([
    { sequence: 43, amountVnd: 100_000, reason: 'Thêm tiền lẻ' },
    { sequence: 44, amountVnd: -50_000, reason: null },
  ]);
});

test('a closed shift has the notes that were counted, and none when the sum was typed', () => {
  const chain = newChain();
  const issue = (draft: DocumentDraft) => chain.append(draft).document;
  const notes = notesFrom(
    new Map([
      [10_000, 3],
      [500_000, 1],
      [2_000, 0],
    ]),
  );
  expect(notes).toEqual([
    { count: 1, noteVnd: 500_000 },
    { count: 3, noteVnd: 10_000 },
  ]);
  const opened = issue(shiftOpenDraft(moment, 500_000));
  const counted = issue(shiftCloseDraft(moment, 530_000, notes));
  const typed = issue(shiftCloseDraft(moment, 530_000));
  expect(figuresOf([opened, counted])).toMatchObject({
    countedNotes: notes,
    countedVnd: 530_000,
    differenceVnd: 30_000,
  });
  expect(figuresOf([opened, typed])).toMatchObject({ countedNotes: null, differenceVnd: 30_000 });
  expect(shiftTimes([opened, counted])).toMatchObject({
    openedAt: '2025-11-20T03:01:00.000Z',
    closedAt: '2025-11-20T03:01:00.000Z',
  });
  expect(shiftTimes([opened]).closing).toBeNull();
});
