import { readInstance } from '@phien/allocator';
import type { Facing } from '../plan/booth.entity';
import type { DrawnBooth, DrawnFeature, PlanDocument } from '../plan/plan.rules';
import { whoFits } from './fit-cluster.rules';
import { goodsOf } from './goods.rules';
import { spotsOf } from './hall-spots.rules';
import {
  makeInstance,
  type InstanceChoice,
  type KnownExhibitor,
  type KnownFair,
} from './make-instance.rules';
import { piecesOf } from './pieces.rules';

const booth = (
  code: string,
  xCm: number,
  yCm: number,
  faces: Facing,
  zoneId = 'z1',
): DrawnBooth => ({
  ...{ id: code, code, zoneId, kind: 'standard', xCm, yCm, faces },
  ...{ widthCm: 300, depthCm: 300 },
});
const feature = (
  kind: DrawnFeature['kind'],
  ...at: [number, number, number, number]
): DrawnFeature => {
  const [xCm, yCm, widthCm, depthCm] = at;
  return { id: `${kind}-${xCm}-${yCm}`, kind, nameVi: '', nameEn: '', xCm, yCm, widthCm, depthCm };
};

/*
 * 21 × 14 m. In the middle an island of three and three, back to back, walked around on every side;
 * by the west wall two booths that open to the east. The passage in the south is the widest.
 */
const plan = (features: DrawnFeature[] = []): PlanDocument => ({
  ...{ hallWidthCm: 2_100, hallDepthCm: 1_400, leastAisleCm: 300 },
  zones: [
    { ...{ id: 'z1', code: '1', nameVi: '', nameEn: '', kind: 'selling' }, ...wholeHall },
    { ...{ id: 'z2', code: '2', nameVi: '', nameEn: '', kind: 'selling' }, ...wholeHall },
    { ...{ id: 'z3', code: '3', nameVi: '', nameEn: '', kind: 'exhibition' }, ...wholeHall },
  ],
  booths: [
    booth('N1', 800, 300, 'north'),
    booth('N2', 1_100, 300, 'north'),
    booth('N3', 1_400, 300, 'north'),
    booth('S1', 800, 600, 'south'),
    booth('S2', 1_100, 600, 'south'),
    booth('S3', 1_400, 600, 'south'),
    booth('W2', 0, 600, 'east', 'z2'),
    booth('W1', 0, 300, 'east', 'z2'),
    booth('X1', 0, 1_100, 'east', 'z3'),
  ],
  features: [
    feature('aisle', 0, 0, 2_100, 300),
    feature('aisle', 300, 900, 1_800, 500),
    feature('gate', 1_000, 1_340, 300, 60),
    ...features,
  ],
});
const wholeHall = { xCm: 0, yCm: 0, widthCm: 2_100, depthCm: 1_400 };

describe('the hall', () => {
  const { spots, gates, distances } = spotsOf(plan());
  const ids = spots.map(({ id }) => id);
  const at = (id: string) => spots[ids.indexOf(id)]!;
  const walk = (a: string, b: string) => distances[ids.indexOf(a)]![ids.indexOf(b)];
  const those = (field: 'corner' | 'front' | 'anchor' | 'power') =>
    spots.filter((spot) => spot[field]).map(({ id }) => id);

  it('puts booths of one line one after the other, whichever way they face', () => {
    const runs = new Map<number, string[]>();
    for (const { run, id } of spots) runs.set(run, [...(runs.get(run) ?? []), id]);
    expect([...runs.values()]).toEqual([
      ['N1', 'N2', 'N3'],
      ['S1', 'S2', 'S3'],
      ['W1', 'W2'],
      ['X1'],
    ]);
  });

  it('knows who stands back to back', () => {
    expect(spots.map(({ back }) => ids[back] ?? null)).toEqual([
      'S1',
      'S2',
      'S3',
      'N1',
      'N2',
      'N3',
      null,
      null,
      null,
    ]);
  });

  it('calls a corner what is open on a second side, and a front what faces the widest aisle', () => {
    expect(those('corner')).toEqual(['N1', 'N3', 'S1', 'S3', 'W1', 'W2', 'X1']);
    expect(those('front')).toEqual(['S1', 'S2', 'S3', 'X1']);
    expect(those('anchor')).toEqual(['S1', 'S3', 'X1']);
    const { features, ...rest } = plan();
    const alike = { ...rest, features: features.filter(({ kind }) => kind !== 'aisle') };
    expect(spotsOf(alike).spots.some(({ front }) => front)).toBe(false);
  });

  it('walks around what stands in the way', () => {
    expect(walk('N1', 'N2')).toBe(3);
    expect(walk('N2', 'S2')).toBe(5 + 7 + 5);
    expect(walk('S2', 'N2')).toBe(walk('N2', 'S2'));
    expect([gates, at('S2')]).toEqual([
      [{ x: 11.5, y: 13.7 }],
      expect.objectContaining({ x: 12.5, y: 9.5 }),
    ]);
  });

  it('has power everywhere until the plan says where', () => {
    expect(those('power')).toHaveLength(9);
    const marked = spotsOf(plan([feature('power', 500, 400, 50, 50)]));
    expect(marked.spots.filter(({ power }) => power).map(({ id }) => id)).toEqual([
      ...['N1', 'S1', 'W1', 'W2'],
    ]);
  });
});

const known = (id: string, said: Partial<KnownExhibitor> = {}): KnownExhibitor => ({
  ...{ id, name: id, delegationId: null, origin: 'inProvince', bestStar: null, points: 0 },
  ...{ classCodes: [], wishes: null, standing: [] },
  ...said,
});
const share = (boothCode: string, sixths = 6, sharerId = 'e', state = 'confirmed' as const) => ({
  ...{ boothCode, sixths, sharerId, state },
});
const make = (
  exhibitors: KnownExhibitor[],
  choice: Partial<InstanceChoice> = {},
  keptFor: KnownFair['keptFor'] = new Map(),
) =>
  makeInstance(
    { code: 'fair', plan: plan(), exhibitors, keptFor },
    { keeps: 'all', zones: 'apart', ...choice },
  );

it('makes what the engine reads, and says nothing that nobody said', () => {
  const file = make([known('a')]);
  expect(readInstance(JSON.parse(JSON.stringify(file))).exhibitors).toHaveLength(1);
  expect(file.exhibitors).toEqual([
    {
      ...{ id: 'a', zone: 'selling', group: 'a', size: 1, units: 6, fees: ['A'] },
      ...{ power: false, water: false, cook: false, smelly: false, sensitive: false },
      ...{ product: 'a', stars: 3, priority: 0, wish: {}, lock: null, prev: null },
    },
  ]);
  expect(new Set(file.booths.map(({ fee }) => fee))).toEqual(new Set(['A']));
});

it('keeps each where its own stand: by booth, by delegation, by origin', () => {
  const fair = [
    known('a', { standing: [share('W1')], delegationId: 'd', origin: 'foreign' }),
    known('b', { standing: [share('N1')] }),
    known('of-d', { delegationId: 'd' }),
    known('of-home'),
  ];
  const zoneOf = (choice: Partial<InstanceChoice> = {}) =>
    Object.fromEntries(make(fair, choice).exhibitors.map(({ id, zone }) => [id, zone]));
  expect(zoneOf()).toEqual({ a: 'zone 2', b: 'zone 1', 'of-d': 'zone 2', 'of-home': 'zone 1' });
  expect(new Set(Object.values(zoneOf({ zones: 'as_one' })))).toEqual(new Set(['selling']));
  const { booths } = make([...fair, known('nobody-knows', { origin: 'otherProvince' })]);
  expect(new Set(booths.map(({ zone }) => zone))).toEqual(
    new Set(['selling', 'not for selling 3']),
  );
});

it('keeps the booths of a cluster for those of its delegation who fit in', () => {
  const members = ['m1', 'm2', 'm3'].map((id) => known(id, { delegationId: 'd' }));
  const { booths, exhibitors } = make(
    [...members, known('a', { standing: [share('N2', 6, 'a')] })],
    {},
    new Map([
      ['N1', 'd'],
      ['N2', 'd'],
      ['N3', 'd'],
    ]),
  );
  expect(booths.filter(({ zone }) => zone === 'cluster d').map(({ id }) => id)).toEqual([
    ...['N1', 'N2', 'N3'],
  ]);
  expect(exhibitors.map(({ id, zone }) => `${id}: ${zone}`)).toEqual([
    ...['m1: cluster d', 'm2: cluster d', 'm3: zone 1', 'a: cluster d'],
  ]);
});

it.each<[InstanceChoice['keeps'], (string[] | null)[]]>([
  ['all', [['N1'], ['N2'], ['N3']]],
  ['confirmed', [['N1'], null, null]],
  ['none', [null, null, null]],
])('keeps %s', (keeps, locks) => {
  const { exhibitors } = make(
    [
      known('a', { standing: [share('N1')] }),
      known('b', { standing: [{ ...share('N2'), state: 'offered' }] }),
      known('c', { standing: [{ ...share('N3'), state: 'held' }] }),
    ],
    { keeps },
  );
  expect(exhibitors.map(({ lock }) => lock)).toEqual(locks);
  expect(exhibitors.map(({ prev }) => prev)).toEqual([['N1'], ['N2'], null]);
});

it('asks nobody apart who both stay', () => {
  const wishes = { ...noWishes, apart: ['b', 'c', 'nobody', 'a'] };
  const { rivals } = make([
    known('a', { wishes, standing: [share('N1')] }),
    known('b', { standing: [share('N2')] }),
    known('c'),
  ]);
  expect(rivals).toEqual([['a', 'c']]);
});
const noWishes = {
  ...{ size: 1, units: 6, power: false, water: false, cook: false },
  ...{ corner: false, front: false, gate: false, choices: [], apart: [], together: [] },
};

describe('places of one exhibitor', () => {
  const { spots } = spotsOf(plan());
  const indexOf = new Map(spots.map(({ id }, index) => [id, index]));
  const places = (...shares: ReturnType<typeof share>[]) =>
    piecesOf(shares, spots, indexOf).map(
      ({ booths, units }) => `${booths.map((index) => spots[index]!.id).join(' ')} ${units}`,
    );

  it.each([
    [[share('N2'), share('N1')], ['N1 N2 6']],
    [
      [share('N1'), share('N3'), share('S1', 2)],
      ['N1 6', 'N3 6', 'S1 2'],
    ],
    [[share('N1'), share('N2'), share('S1'), share('S2')], ['N1 N2 S1 S2 6']],
    [
      [share('N1'), share('N2'), share('S2'), share('S3')],
      ['N1 N2 6', 'S2 S3 6'],
    ],
    [
      [share('N3'), share('S1')],
      ['N3 6', 'S1 6'],
    ],
  ])('are lines, islands and shares: %j', (shares, expected) => {
    expect(places(...shares)).toEqual(expected);
  });
});

it('fits into a cluster the largest first, sharers together, and nobody without what it needs', () => {
  const spots = [0, 0, 0, 2].map((run) => ({ run, power: run === 0, water: false, vent: false }));
  const who = (
    id: string,
    size: number,
    units = 6,
    needs: { power?: true; water?: true } = {},
  ) => ({
    ...{ id, group: 'd', size, units, power: false, water: false, cook: false, ...needs },
  });
  const fits = (...wanting: ReturnType<typeof who>[]) => [
    ...whoFits(wanting, [0, 1, 2, 3], spots, new Map([[0, { group: 'd', units: 4 }]])),
  ];
  expect(fits(who('a', 2), who('b', 1, 2), who('c', 1), who('d', 1))).toEqual(['a', 'c', 'b']);
  expect(fits(who('a', 3), who('b', 1, 3), who('c', 1, 3))).toEqual(['b', 'c']);
  expect(fits(who('a', 1, 6, { power: true }), who('b', 1, 6, { water: true }))).toEqual(['a']);
});

it('reads of its goods who smells, who suffers, and who competes', () => {
  expect(goodsOf([])).toEqual({ mainClass: null, smelly: false, sensitive: false });
  expect(goodsOf(['I.5.a', 'I.6', 'I.6'])).toEqual({
    ...{ mainClass: 'I.6', smelly: false, sensitive: true },
  });
  expect(goodsOf(['I.5.a', 'I.4.a'])).toEqual({
    ...{ mainClass: 'I.4.a', smelly: true, sensitive: false },
  });
});
