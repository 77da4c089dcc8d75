import { readInstance, type Envy, type Holder, type UnmetWish } from '@phien/allocator';
import { reasonsTold } from './reasons.rules';

const CODES = ['A1', 'A2', 'A3', 'A4'];
const NAMES: Record<string, string> = { an: 'HTX An', binh: 'Hộ Bình', chi: 'Tổ Chi' };

const instance = readInstance({
  ...{ format: 'fair-alloc/1', name: 'hall', gates: [], crossX: [0], rivals: [], seed: 1 },
  booths: CODES.map((id, n) => ({
    ...{ id, x: 3 * n, y: 0, aisle: 0, seg: 0, run: 0, back: -1, zone: 'one', fee: 'A' },
    ...{ corner: n === 0, front: false, anchor: false, power: true, water: true, vent: true },
  })),
  exhibitors: [
    { id: 'an', priority: 12, wish: { corner: 1, choices: ['A1', 'A4', 'A2'] }, lock: null },
    { id: 'binh', priority: 30, wish: { corner: 1 }, lock: null },
    { id: 'binh/2', priority: 30, wish: {}, lock: null, prev: ['A3'] },
    { id: 'chi', priority: 0, wish: { corner: 1 }, lock: ['A4'] },
  ].map((each) => ({
    ...{ zone: 'one', group: each.id, size: 1, units: 6, fees: ['A'], power: false, water: false },
    ...{ cook: false, smelly: false, sensitive: false, product: each.id, stars: 3, prev: null },
    ...each,
  })),
});
const places = { an: ['A2'], binh: ['A1'], 'binh/2': ['A3'], chi: ['A4'] };

const tell = (
  key: string,
  unmet: Partial<UnmetWish>[],
  { envies = [], movesFirst = false }: { envies?: Envy[]; movesFirst?: boolean } = {},
) => {
  const told = reasonsTold({
    reasons: [
      {
        exhibitor: key,
        kept: [],
        unmet: unmet.map((each) => ({
          ...{ wish: 'corner', points: 10, isImpossible: false, costsAtMost: null },
          ...{ booths: [], wouldMove: [], holders: [], ...each },
        })),
      },
    ],
    ...{ envies, instance, places, movesFirst },
    exhibitorIdOf: new Map(Object.keys(places).map((each) => [each, each.split('/')[0]!])),
    nameOf: new Map(Object.entries(NAMES)),
  });
  return { ...told, first: told.exhibitors[0]!.unmet[0]! };
};

const granted = { costsAtMost: 12.44, booths: ['A1'], wouldMove: ['binh', 'binh/2'] };

it.each<[string, string, Partial<UnmetWish>, vi: string, en: string]>([
  [
    'what it would cost, and who would move',
    'an',
    granted,
    'Cho gian góc (A1) thì cả phương án mất nhiều nhất 12,4 điểm, và Hộ Bình phải dời.',
    'Giving it a corner (A1) would cost the plan at most 12.4 points, and Hộ Bình would move.',
  ],
  [
    'that nobody would have to move',
    'an',
    { costsAtMost: 3, booths: ['A1'] },
    'Cho gian góc (A1) thì cả phương án mất nhiều nhất 3 điểm, và không ai khác phải dời.',
    'Giving it a corner (A1) would cost the plan at most 3 points, and nobody else would move.',
  ],
  [
    'the booth that was chosen',
    'an',
    { ...granted, wish: 'choices', booths: ['A4'] },
    'Cho gian đã chọn A4 thì cả phương án mất nhiều nhất 12,4 điểm, và Hộ Bình phải dời.',
    'Giving it the chosen booth A4 would cost the plan at most 12.4 points, and Hộ Bình would move.',
  ],
  [
    'that a longer search may find it',
    'an',
    { costsAtMost: -2, booths: ['A1'] },
    'Cho gian góc (A1) không làm phương án kém đi, mà còn đỡ 2 điểm, và không ai khác phải dời: tìm lâu hơn có thể thấy.',
    'Giving it a corner (A1) would not make the plan worse but save 2 points, and nobody else would move: a longer search may find it.',
  ],
  [
    'that nothing suits it',
    'an',
    { isImpossible: true },
    'Trong các gian hợp với đơn vị (khu, số gian liền nhau, điện, nước, hút khói) không có gian góc.',
    'Of the booths that suit it (zone, booths side by side, power, water, ventilation) none is a corner.',
  ],
  [
    'which chosen booths do not suit it',
    'an',
    { wish: 'choices', isImpossible: true },
    'Gian đã chọn A1, A4 không hợp với đơn vị (khu, số gian liền nhau, điện, nước, hút khói).',
    'The chosen booth A1, A4 does not suit it (zone, booths side by side, power, water, ventilation).',
  ],
  [
    'that no way was found',
    'an',
    { wish: 'gate' },
    'Chưa tìm được cách cho gian gần cổng hơn mà không phạm quy định nào.',
    'No way was found to give it a booth nearer to a gate without breaking a rule.',
  ],
  [
    'that it is locked',
    'chi',
    { isImpossible: true },
    'Không có gian góc: chỗ của đơn vị đã khóa.',
    'Not a corner: its place is locked.',
  ],
])('tells of an unmet wish %s', (_, key, unmet, vi, en) => {
  expect(tell(key, [unmet]).first).toMatchObject({ vi, en });
});

it.each<[string, string[], vi: string, en: string]>([
  [
    'an',
    ['binh'],
    'Cho gian góc (A1) thì cả phương án đỡ 2 điểm, nhưng Hộ Bình phải dời: phương án này để ít đơn vị phải dời nhất.',
    'Giving it a corner (A1) would save the plan 2 points, but Hộ Bình would move: in this plan as few as can be move.',
  ],
  [
    'binh/2',
    [],
    'Cho gian góc (A1) thì cả phương án đỡ 2 điểm, nhưng đơn vị phải rời chỗ đã được báo: phương án này để ít đơn vị phải dời nhất.',
    'Giving it a corner (A1) would save the plan 2 points, but it would leave the place that it was told: in this plan as few as can be move.',
  ],
  [
    'an',
    [],
    'Cho gian góc (A1) không làm phương án kém đi, mà còn đỡ 2 điểm, và không ai khác phải dời: tìm lâu hơn có thể thấy.',
    'Giving it a corner (A1) would not make the plan worse but save 2 points, and nobody else would move: a longer search may find it.',
  ],
])(
  'says of a plan with the fewest moves who would have to move: %s %j',
  (key, wouldMove, vi, en) => {
    const unmet = { costsAtMost: -2, booths: ['A1'], wouldMove };
    expect(tell(key, [unmet], { movesFirst: true }).first).toMatchObject({ vi, en });
  },
);

it('tells the booth of a choice, who moves once each, and that the reasons are of the first alone', () => {
  const { first, isWhole } = tell('an', [{ ...granted, wish: 'choices' }]);
  expect(first).toMatchObject({
    ...{ boothCode: 'A1', boothCodes: ['A1'], movers: [{ id: 'binh', name: 'Hộ Bình' }] },
  });
  expect(isWhole).toBe(false);
});

it.each<[Holder['because'], string, string]>([
  ['locked', 'chi', 'Tổ Chi đang ở A4: chỗ này đã khóa.'],
  [
    'wish',
    'binh',
    'Hộ Bình đang ở A1: nguyện vọng riêng của đơn vị ấy được đáp ứng ở đó, với nhiều điểm ưu tiên hơn (30 so với 12).',
  ],
  ['wish', 'chi', 'Tổ Chi đang ở A4: nguyện vọng riêng của đơn vị ấy được đáp ứng ở đó.'],
  ['group', 'chi', 'Tổ Chi đang ở A4 để gần các đơn vị cùng đoàn.'],
  ['points', 'binh/2', 'Hộ Bình đang ở A3: ở chỗ khác thì cả phương án mất điểm.'],
])('tells why somebody stands there: %s', (because, holder, vi) => {
  const holders = [{ exhibitor: holder, booths: places[holder as keyof typeof places], because }];
  expect(tell('an', [{ ...granted, holders }]).first.holders).toMatchObject([
    { name: NAMES[holder.split('/')[0]!], vi },
  ]);
});

it.each<[Envy['why'], number | null, string]>([
  ['locked', null, 'Chỗ của HTX An đã khóa.'],
  ['other_rules', null, 'Đổi chỗ cho nhau thì phạm quy định.'],
  ['points', 5.25, 'Đổi chỗ cho nhau thì cả phương án mất 5,3 điểm.'],
  ['points', 0, 'Đổi chỗ cho nhau không làm phương án kém đi: tìm lâu hơn có thể thấy.'],
])('lists who would rather stand elsewhere: %s %s', (why, exchangeCosts, last) => {
  const envy: Envy = { exhibitor: 'binh', of: 'an', wouldSpare: 4, why, exchangeCosts };
  expect(tell('an', [], { envies: [envy] }).envies).toMatchObject([
    {
      ...{ key: 'binh', ofKey: 'an', ofExhibitorName: 'HTX An', ofBoothCodes: ['A2'], why },
      vi: `Hộ Bình (30 điểm ưu tiên) ở A2, chỗ của HTX An (12 điểm ưu tiên), thì đỡ mất 4 điểm. ${last}`,
    },
  ]);
});
