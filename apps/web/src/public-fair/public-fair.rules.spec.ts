import { expect, test } from '@playwright/test';
import { everything, passes } from './filter.rules';
import { fairToday, standingOn } from './hours.rules';
import { standsOf } from './public-plan';
import type { PublicExhibitor, PublicPlan, PublicProduct } from './public-plan';
import { find, findable, suggestion, vocabularyOf } from './search.rules';
import { nearestGate } from './way.rules';

const product = (name: string, more: Partial<PublicProduct> = {}): PublicProduct => ({
  name,
  classCode: null,
  star: null,
  starYear: null,
  certificateNumber: null,
  certificateExpiresOn: null,
  traceUrl: null,
  photo: null,
  ...more,
});
const exhibitor = (
  name: string,
  placeVi: string,
  products: PublicProduct[],
  formerDistrict: string | null = null,
): PublicExhibitor => ({
  name,
  kind: 'cooperative',
  placeVi,
  placeEn: placeVi,
  formerDistrict,
  products,
});
const place = (xCm: number, yCm = 0) => ({ xCm, yCm, widthCm: 300, depthCm: 300 });
const zone = { code: 'A', nameVi: 'Khu Nông sản', nameEn: 'Produce', kind: 'selling' as const };
const plan: PublicPlan = {
  code: 'ocop',
  nameVi: 'Hội chợ',
  nameEn: 'Fair',
  venueVi: '',
  venueEn: '',
  isDemo: false,
  timeZone: 'Asia/Ho_Chi_Minh',
  today: '2025-10-28',
  version: 1,
  hallWidthCm: 3_000,
  hallDepthCm: 3_000,
  days: [],
  zones: [{ ...zone, ...place(0) }],
  features: [
    { kind: 'gate', nameVi: 'Cổng 1', nameEn: 'Gate 1', ...place(0, 3_000) },
    { kind: 'gate', nameVi: 'Cổng 2', nameEn: 'Gate 2', ...place(2_700, 0) },
    { kind: 'exit', nameVi: 'Lối thoát', nameEn: 'Exit', ...place(300, 0) },
  ],
  booths: [
    { code: 'A10', zoneCode: 'A', exhibitors: [1], ...place(300) },
    { code: 'A2', zoneCode: 'A', exhibitors: [0, 2], ...place(0) },
    { code: 'A3', zoneCode: 'A', exhibitors: [], ...place(600) },
  ],
  exhibitors: [
    exhibitor('HTX Chè Đông Triều', 'Phường Đông Triều', [
      product('Chè hoa vàng', { classCode: 'I.3', star: 4 }),
    ]),
    exhibitor(
      'Cơ sở Chế biến Hải Hà',
      'Xã Quảng Hà',
      [product('Ruốc tôm', { classCode: 'I.2', star: 4 }), product('Gốm Đất Việt')],
      'Huyện Hải Hà',
    ),
    exhibitor('Mật ong Ba Chẽ', 'Xã Ba Chẽ', [
      product('Mật ong rừng', { classCode: 'I.3', star: 3 }),
    ]),
  ],
  classes: [],
};
const stands = standsOf(plan);
const all = stands.map(findable);
const vocabulary = vocabularyOf(all);
const codes = (typed: string) => find(all, typed).map(({ stand }) => stand.code);

test('booths stand in the order in which people count', () => {
  expect(stands.map(({ code }) => code)).toEqual(['A2', 'A3', 'A10']);
});

for (const [typed, found] of [
  ['che', ['A2', 'A10']],
  ['Chè', ['A2', 'A10']],
  ['chế', ['A10', 'A2']],
  ['dong trieu', ['A2']],
  ['ĐÔNG TRIỀU', ['A2']],
  ['a10', ['A10']],
  ['mat ong', ['A2']],
  ['huyen hai ha', ['A10']],
  ['che gom', ['A10']],
  ['khu nong san', ['A2', 'A3', 'A10']],
  ['ruoc, tom!', ['A10']],
  ['em', []],
  ['  ', []],
  ['🎁', []],
  ['(*', []],
] as const) {
  test(`"${typed}" finds ${found.join(', ') || 'nothing'}`, () => {
    expect(codes(typed)).toEqual(found);
  });
}

test('a hit says what it was found by, and nothing when it took several names', () => {
  expect(find(all, 'che hoa')[0]?.found).toMatchObject({
    kind: 'product',
    text: 'Chè hoa vàng',
    of: 'HTX Chè Đông Triều',
  });
  expect(find(all, 'che gom')[0]?.found).toBeNull();
});

for (const [typed, meant] of [
  ['goms', 'gốm'],
  ['maatj ong', 'mật ong'],
  ['dong trieuf', 'đông triều'],
  ['xyzxyz', null],
  ['ruoc ong', null],
] as const) {
  test(`where "${typed}" finds nothing, ${meant ?? 'nothing'} is proposed`, () => {
    expect(codes(typed)).toEqual([]);
    expect(suggestion(all, vocabulary, typed)).toBe(meant);
  });
}

test('class and stars are asked of one product, and the place of who brings it', () => {
  const passing = (filter: Partial<typeof everything>) =>
    stands
      .filter((stand) => passes(stand, { ...everything, ...filter }, new Set(['A3'])))
      .map(({ code }) => code);
  expect(passing({})).toEqual(['A2', 'A3', 'A10']);
  expect(passing({ star: '4' })).toEqual(['A2', 'A10']);
  expect(passing({ star: '4', classCode: 'I.3' })).toEqual(['A2']);
  expect(passing({ star: '4', place: 'Xã Ba Chẽ' })).toEqual([]);
  expect(passing({ place: 'Xã Ba Chẽ' })).toEqual(['A2']);
  expect(passing({ zone: 'B' })).toEqual([]);
  expect(passing({ isFavouriteOnly: true })).toEqual(['A3']);
});

test('the nearest gate is a gate, and how far it is a hint', () => {
  expect(nearestGate(plan.features, place(600))).toMatchObject({
    gate: { nameVi: 'Cổng 2' },
    metres: 20,
  });
  expect(nearestGate([], place(600))).toBeNull();
});

const day = (of: string, isOpen = true) => ({
  day: of,
  opensAt: '08:00',
  closesAt: '22:00',
  isOpen,
  noteVi: '',
  noteEn: '',
});
const days = [day('2025-10-28'), day('2025-10-29', false), day('2025-10-30')];

test('today goes on by itself on a phone without a network, in the zone of the fair', () => {
  const readAt = new Date('2026-01-05T03:00:00Z');
  expect(fairToday(plan, readAt, readAt)).toBe('2025-10-28');
  expect(fairToday(plan, readAt, new Date('2026-01-05T16:59:00Z'))).toBe('2025-10-28');
  expect(fairToday(plan, readAt, new Date('2026-01-05T17:00:00Z'))).toBe('2025-10-29');
});

test('a fair is to come, open, shut for a day, or over', () => {
  const kinds = ['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30', '2025-10-31'].map(
    (today) => standingOn(days, today),
  );
  expect(kinds).toEqual([
    { kind: 'coming', next: days[0] },
    { kind: 'open', day: days[0] },
    { kind: 'shut', next: days[2] },
    { kind: 'open', day: days[2] },
    { kind: 'over' },
  ]);
});
