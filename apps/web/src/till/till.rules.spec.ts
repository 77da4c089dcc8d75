import { expect, test } from '@playwright/test';
import { newId } from '@phien/kernel';
import { refundDraft, saleDraft, shiftOpenDraft, TillChain, voidDraft } from '@phien/till';
import type { TillDocument } from '@phien/till';
import { codeInAddress, deviceName } from './enrol/device-name.rules';
import type { CatalogueItem } from './keep/catalogue';
import type { KeptDocument } from './keep/keep';
import { warningsOf } from './core/warnings.rules';
import { moment, newChain } from './moment-in-test';
import { consequenceOf, offsetOf } from './outbox/answer.rules';
import { backOffMs, cutRequest } from './outbox/request.rules';
import { afterKey, likelyTenders } from './pay/cash.rules';
import { paymentReference } from './pay/reference.rules';
import { afterWrongPin, isPin, lockedForMs } from '../pin/pin.rules';
import {
  leftToReturn,
  listed,
  reasonWithApproval,
  refundPreview,
  returnTyped,
} from './sales/sales.rules';
import { nameOf, totalOf, withChange, withFreePrice, withProduct } from './sell/cart.rules';
import { emptyCart } from './sell/empty-cart';
import { daysToBeTold, filtersOf, goodsBy, starDaysLeft } from './sell/goods.rules';
import { pricedOf } from './sell/priced-cart';
import { linesOf, tilesAbreast } from './sell/tiles.rules';
import { parseQuantity, parseVnd, typedQuantity } from './sell/quantity.rules';
import { figuresOf } from './shift/shift.rules';

const squid: CatalogueItem = {
  id: newId(),
  name: 'Chả mực Hạ Long giã tay',
  classCode: 'I.3.d',
  star: 5,
  certificateExpiresOn: '2026-01-31',
  barcode: '8931234567890',
  priceVnd: 450_000,
  unit: 'kg',
  vatRatePercent: 8,
  isWeighed: true,
  isSoldOut: false,
  photo: null,
};
const tea: CatalogueItem = {
  ...squid,
  id: newId(),
  name: 'Chè Đường Hoa túi lọc',
  classCode: 'II.2.a',
  star: 3,
  barcode: null,
  priceVnd: 79_000,
  unit: 'hộp',
  isWeighed: false,
};

test.describe('tiles on a phone', () => {
  for (const [name, lines] of [
    ['Ruốc cá', 1],
    ['Chả mực giã tay Hạ Long', 2],
    ['Mực một nắng Cô Tô loại to', 3],
    ['Rượu đông trùng hạ thảo Vietcor', 4],
    ['Nước khoáng Quang Hanh Fresh vị chanh muối', 4],
    ['Supercalifragilistic', 2],
    ['Bộ Supercalifragilistic nhỏ', 4],
  ] as const) {
    test(`a name takes the lines that it needs: ${name}`, () => {
      expect(linesOf(name)).toBe(lines);
    });
  }

  const short = { name: 'Chả mực giã tay Hạ Long' };
  const long = { name: 'Rượu đông trùng hạ thảo Vietcor' };
  const longest = { name: 'Nước khoáng thiên nhiên Quang Hanh (bổ sung ga chất lượng cao)' };
  test('stand three abreast, also where one name in three takes a fourth line', () => {
    expect([[], [short], [short, short, long]].map(tilesAbreast)).toEqual([3, 3, 3]);
  });
  test('stand two abreast where more names than that do, or one is far too long', () => {
    expect([[long], [short, long], [short, short, longest]].map(tilesAbreast)).toEqual([2, 2, 2]);
  });
});

test.describe('the cart', () => {
  test('counts the same product up, and keeps a line with a note apart', () => {
    let cart = withProduct(withProduct(emptyCart(), tea, 1_000), tea, 2_000);
    expect(cart.items.map(({ quantityMilli }) => quantityMilli)).toEqual([3_000]);
    const [line] = cart.items;
    cart = withChange(cart, line?.key ?? '', {
      quantityMilli: 3_000,
      note: 'gói quà',
      discount: null,
    });
    expect(withProduct(cart, tea, 1_000).items).toHaveLength(2);
    expect(
      withChange(cart, line?.key ?? '', { quantityMilli: 0, note: '', discount: null }).items,
    ).toEqual([]);
  });

  test('shows the total that the ledger will compute, with discounts of both kinds', () => {
    let cart = withProduct(withProduct(emptyCart(), squid, 350), tea, 2_000);
    cart = withFreePrice(cart, { name: 'Túi', unit: 'cái', unitVnd: 5_000, vatRatePercent: null });
    const [weighed] = cart.items;
    cart = withChange(cart, weighed?.key ?? '', {
      quantityMilli: 350,
      note: '',
      discount: { kind: 'percent', percent: 10 },
    });
    cart = { ...cart, discount: { kind: 'vnd', vnd: 4_750 } };
    expect(totalOf(cart)).toBe(157_500 - 15_750 + 158_000 + 5_000 - 4_750);
    expect(pricedOf(cart).totalVnd).toBe(totalOf(cart));
    expect(pricedOf({ ...cart, discount: { kind: 'percent', percent: 250 } }).totalVnd).toBe(0);
  });

  test('prints a note behind the name, and never a name that is too long', () => {
    expect(nameOf({ name: 'Chả mực', note: ' ít cay ' })).toBe('Chả mực (ít cay)');
    expect(nameOf({ name: 'x'.repeat(200), note: 'ít cay' })).toHaveLength(200);
  });
});

test('a quantity is typed with a comma or a dot, with three decimals at most', () => {
  expect(['0,35', '2', '1.5', '0,001'].map(parseQuantity)).toEqual([350, 2_000, 1_500, 1]);
  expect(['', '0', '0,0', '-1', '1,2345', 'a'].map(parseQuantity)).toEqual(Array(6).fill(null));
  expect(parseQuantity(typedQuantity(350))).toBe(350);
  expect(['1.250.000 ₫', '', '12 000'].map(parseVnd)).toEqual([1_250_000, null, 12_000]);
});

test('goods are found without marks, by barcode, sector and stars', () => {
  const goods = [squid, tea];
  const found = (typed: string) => goodsBy(goods, 'all', typed).map(({ unit }) => unit);
  expect(found('cha muc')).toEqual(['kg']);
  expect(found('duong')).toEqual(['hộp']);
  expect(found('8931234567890')).toEqual(['kg']);
  expect(filtersOf(goods)).toEqual(['all', 'sector:I', 'sector:II', 'star:5', 'star:3']);
  expect(filtersOf([tea, tea])).toEqual([]);
  expect(goodsBy(goods, 'star:3', '')).toEqual([tea]);
  const on = (day: string) => starDaysLeft(squid, day);
  expect([on('2026-01-01'), on('2026-01-02'), on('2026-01-31'), on('2026-02-01')]).toEqual([
    31,
    daysToBeTold,
    1,
    0,
  ]);
  expect(starDaysLeft({ ...squid, certificateExpiresOn: null }, '2026-01-31')).toBeNull();
});

test('cash is offered as people pay: exact, then round sums above', () => {
  expect(likelyTenders(88_000)).toEqual([88_000, 90_000, 100_000, 200_000, 500_000]);
  expect(likelyTenders(226_000)).toEqual([226_000, 230_000, 240_000, 250_000, 300_000, 500_000]);
  expect(likelyTenders(500_000)).toEqual([500_000, 600_000]);
  expect(['5', '000', 'back', '0'].reduce(afterKey, 0)).toBe(5_000);
});

test('a transfer says register, number and the end of the sale’s id in 25 ASCII letters', () => {
  const id = '0193a0aa-0000-7000-8000-00000000ab3c';
  expect(paymentReference('A12', 57, id)).toBe('A12 57 AB3C');
  expect(paymentReference('Gian Đặc sản Hạ Long', 1_234_567, id)).toBe('GIANDACSAN 1234567 AB3C');
  expect(
    paymentReference('Gian Đặc sản Hạ Long', 1_234_567_890_123, id).length,
  ).toBeLessThanOrEqual(25);
});

test('the fifth wrong PIN locks, and each further one for longer', () => {
  let tries = undefined as Parameters<typeof afterWrongPin>[0];
  const waits: number[] = [];
  for (let wrong = 1; wrong <= 11; wrong += 1) {
    tries = afterWrongPin(tries, 1_000);
    waits.push(lockedForMs(tries, 1_000) / 1_000);
  }
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 300, 900, 3_600, 3_600, 3_600]);
  expect(['123', '1234', '123456', '1234567', '12a4'].map(isPin)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});

test.describe('a shift', () => {
  test('expects float and cash less change and what went back, and nothing of the transfers', () => {
    const chain = newChain();
    const issue = (draft: Parameters<TillChain['append']>[0]) => chain.append(draft).document;
    const twoTeas = withProduct(emptyCart(), tea, 2_000);
    const cash = issue(
      saleDraft(moment, pricedOf(twoTeas, [{ method: 'cash', tenderedVnd: 200_000 }])),
    );
    const transfer = issue(
      saleDraft(moment, pricedOf(twoTeas, [{ method: 'vietqr', amountVnd: 158_000 }])),
    );
    const shift = [
      issue(shiftOpenDraft(moment, 500_000)),
      cash,
      transfer,
      issue(
        refundDraft(moment, cash, [{ no: 1, quantityMilli: 1_000 }], { reason: 'Khách đổi ý' }),
      ),
      issue(voidDraft(moment, transfer, { reason: 'Bấm nhầm' })),
    ];
    const figures = figuresOf(shift);
    expect(figures).toMatchObject({
      saleCount: 2,
      soldVnd: 316_000,
      refundedVnd: -79_000,
      voidedVnd: -158_000,
      netVnd: 79_000,
      cashVnd: 79_000,
      expectedVnd: 579_000,
      differenceVnd: null,
    });
    expect(new Map(figures.byMethod)).toEqual(
      new Map([
        ['cash', 79_000],
        ['vietqr', 0],
      ]),
    );
  });

  test('says how much VAT is in it, and nothing of it for a seller without VAT', () => {
    const sold = (product: CatalogueItem) => {
      const cart = withProduct(emptyCart(), product, 1_000);
      const payment = { method: 'cash' as const, tenderedVnd: product.priceVnd };
      return newChain().append(saleDraft(moment, pricedOf(cart, [payment]))).document;
    };
    expect(figuresOf([sold({ ...tea, priceVnd: 108_000 })]).vatVnd).toBe(8_000);
    expect(figuresOf([sold({ ...tea, vatRatePercent: null })]).vatVnd).toBeNull();
  });
});

test.describe('what comes back', () => {
  const chain = newChain();
  const sale: TillDocument = chain.append(
    saleDraft(
      moment,
      pricedOf(withProduct(emptyCart(), tea, 3_000), [{ method: 'cash', tenderedVnd: 237_000 }]),
    ),
  ).document;

  test('is never more than what is left of a line', () => {
    expect(leftToReturn(sale, []).get(1)).toBe(3_000);
    const first = chain.append(
      refundDraft(moment, sale, [{ no: 1, quantityMilli: 1_000 }]),
    ).document;
    expect(leftToReturn(sale, [first]).get(1)).toBe(2_000);
    expect(refundPreview(sale, [{ no: 1, quantityMilli: 2_000 }], [first], 'cash').totalVnd).toBe(
      -158_000,
    );
    expect(() => refundPreview(sale, [{ no: 1, quantityMilli: 3_000 }], [first], 'cash')).toThrow(
      /refund_exceeds_sale/,
    );
  });

  test('is typed as finely as it was weighed', () => {
    expect(returnTyped('0,35', 1_250)).toBe(350);
    expect(returnTyped('1,25', 1_250)).toBe(1_250);
    expect(['', ' ', '0', '0,', '0,00'].map((typed) => returnTyped(typed, 1_250))).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(['1,251', '-1', 'x', '0,3512'].map((typed) => returnTyped(typed, 1_250))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('says who allowed it when that is not who sells', () => {
    const said = (approver: string | null) =>
      reasonWithApproval(' Hàng lỗi ', approver, 'Lan', (name) => `${name} cho phép`);
    expect([said(null), said('Lan'), said('Hoa')]).toEqual([
      'Hàng lỗi',
      'Hàng lỗi',
      'Hàng lỗi (Hoa cho phép)',
    ]);
  });
});

const kept = (sequence: number, text = 'x'): KeptDocument => ({
  registerId: 'r',
  epoch: 1,
  sequence,
  id: `id-${sequence}`,
  kind: 'sale',
  shiftId: 's',
  originalId: null,
  fairDay: '2025-11-20',
  text,
  hash: `hash-${sequence}`,
  sent: 'waiting',
  booking: null,
  code: null,
});

test('a request is cut by count and by bytes, and always holds something', () => {
  const queue = [kept(1, 'a'.repeat(50)), kept(2, 'ă'.repeat(50)), kept(3)];
  expect(cutRequest(queue, { documents: 2, bytes: 10_000 })).toHaveLength(2);
  expect(cutRequest(queue, { documents: 200, bytes: 60 })).toHaveLength(1);
  expect(cutRequest(queue, { documents: 200, bytes: 10 })).toHaveLength(1);
  expect(cutRequest([], { documents: 200, bytes: 10 })).toEqual([]);
  expect([backOffMs(1, null, 0), backOffMs(1, null, 1), backOffMs(30, null, 1)]).toEqual([
    500, 1_000, 60_000,
  ]);
  expect(backOffMs(1, 120_000, 0)).toBe(120_000);
});

test('a phone warns of a storage that may be emptied and of a clock that is off, when they are', () => {
  const told = (isStorageKept: boolean | null, clockOffsetMs: number) =>
    warningsOf({ isStorageKept, contact: { clockOffsetMs, lastContactAt: null }, catalogue: null });
  expect(told(null, 0)).toEqual([]);
  expect(told(true, 300_000)).toEqual([]);
  expect(told(false, -300_001)).toEqual(['storage', 'clock']);
  expect(told(true, 86_400_000)).toEqual(['clock']);
});

test.describe('an answer', () => {
  const answered = (
    links: ('stored' | 'duplicate' | 'behind' | 'conflict')[],
    head: { sequence: number; hash: string },
  ) => ({
    results: links.map((link, at) => ({
      id: `id-${at + 1}`,
      link,
      booking: link === 'stored' ? ('set_aside' as const) : null,
      code: link === 'stored' ? 'original_missing' : null,
    })),
    head: { epoch: 1, ...head },
    serverTime: '2025-11-20T03:00:00.000Z',
  });
  const sent = [kept(1), kept(2)];
  const own = (sequence: number) => `hash-${sequence}`;

  test('marks what is held, sends on from the ledger’s head, and keeps what clashes', () => {
    const held = consequenceOf(
      sent,
      answered(['stored', 'duplicate'], { sequence: 2, hash: 'hash-2' }),
      own,
    );
    expect(held.marks.map(({ sent: state, booking }) => [state, booking])).toEqual([
      ['sent', 'set_aside'],
      ['sent', null],
    ]);
    const behind = consequenceOf(
      sent,
      answered(['behind', 'behind'], { sequence: 0, hash: 'g' }),
      own,
    );
    expect(behind).toEqual({ marks: [], resendAfter: 0, hasConflict: false });
    const clash = consequenceOf(
      sent,
      answered(['conflict', 'behind'], { sequence: 1, hash: 'other' }),
      own,
    );
    expect(clash).toMatchObject({ hasConflict: true, resendAfter: null });
    expect(clash.marks.map(({ sequence, sent: state }) => [sequence, state])).toEqual([
      [1, 'conflict'],
    ]);
  });

  test('is not believed when the ledger’s head is another chain', () => {
    const other = consequenceOf(
      sent,
      answered(['behind', 'behind'], { sequence: 9, hash: 'other' }),
      () => 'mine',
    );
    expect(other).toMatchObject({ hasConflict: true, resendAfter: null });
    const begun = consequenceOf(
      sent,
      answered(['duplicate', 'duplicate'], { sequence: 9, hash: 'other' }),
      () => 'mine',
    );
    expect(begun.marks.map(({ sequence, sent: state }) => [sequence, state])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
    ]);
  });

  test('measures the clock by the middle of the request, unless the clock was set meanwhile', () => {
    const at = Date.parse('2025-11-20T03:00:00Z');
    const serverTime = new Date(at + 60_000).toISOString();
    expect(offsetOf(serverTime, { sentAtMs: at - 100, heardAtMs: at + 100, tookMs: 200 })).toBe(
      60_000,
    );
    expect(offsetOf(serverTime, { sentAtMs: at, heardAtMs: at + 90_000, tookMs: 200 })).toBeNull();
  });
});

test('a list of sales is searched by number, amount and goods, and shows what needs someone', () => {
  const chain = newChain();
  const { text, document, hash } = chain.append(
    saleDraft(
      moment,
      pricedOf(withProduct(emptyCart(), tea, 1_000), [{ method: 'cash', tenderedVnd: 79_000 }]),
    ),
  );
  const { text: _, ...row } = { ...kept(1, text), hash };
  const issued = [{ ...row, content: document }];
  const opened = [{ ...row, content: chain.append(shiftOpenDraft(moment, 0)).document }];
  for (const typed of ['', '1', '79', 'duong hoa'])
    expect(listed(issued, 'all', typed)).toHaveLength(1);
  for (const typed of ['2', 'mực']) expect(listed(issued, 'all', typed)).toEqual([]);
  expect(listed(issued, 'sent', '')).toEqual([]);
  expect(listed(opened, 'all', '')).toEqual([]);
  expect(listed([{ ...opened[0]!, booking: 'set_aside' }], 'problem', '')).toHaveLength(1);
});

test('a code is taken from the address, and a phone names itself for the organizer’s list', () => {
  expect(codeInAddress('#code=K7PM-2QXT')).toBe('K7PM-2QXT');
  expect([codeInAddress(''), codeInAddress('#sales'), codeInAddress('#code=<b>')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(
    deviceName(
      'Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
    ),
  ).toBe('Android 13 SM-A125F, Chrome');
});
