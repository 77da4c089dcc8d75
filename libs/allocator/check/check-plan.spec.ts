import { compile } from '../compile/compile';
import { scorePlaces } from '../compile/score-places';
import type { Instance } from '../instance/instance';
import { devFile, devInstance } from '../testing/dev-instance';
import { checkPlan, hasMoved } from './check-plan';

it.each(['example', 'example-overrides'])('scores %s as the rules say', (name) => {
  const expected = devFile(`${name}-score`);
  const checked = checkPlan(devInstance(name), devFile(`${name}-plan`).plan);
  expect(checked.violations).toEqual([]);
  expect(checked.total).toBeCloseTo(expected.total, 9);
  for (const [term, points] of Object.entries(expected.terms)) {
    expect([term, checked.terms[term as 'corner']]).toEqual([
      term,
      expect.closeTo(points as number, 9),
    ]);
  }
});

const booth = (id: string, x: number, more: object = {}) => ({
  ...{ id, x, y: 0, aisle: 0, run: 0, back: -1, zone: 'own', fee: 'A' },
  ...{ corner: false, front: false, anchor: false, power: false, water: false, vent: false },
  ...more,
});
const exhibitor = (id: string, more: object = {}) => ({
  ...{ id, zone: 'own', group: 'g', size: 1, units: 6, fees: ['A'], product: id, stars: 3 },
  ...{ power: false, water: false, cook: false, smelly: false, sensitive: false },
  ...{ priority: 0, wish: {}, lock: null, prev: null },
  ...more,
});
const hall = (more: object): Instance => ({
  ...devInstance('example'),
  booths: [
    booth('A1', 0),
    booth('A2', 3),
    booth('B1', 9, { run: 1 }),
    booth('B2', 12, { run: 1, zone: 'food', fee: 'B' }),
  ],
  rivals: [],
  affinities: [],
  distances: null,
  ...more,
});

it.each([
  ['placed', [exhibitor('E')], { E: [] }],
  ['placed', [exhibitor('E')], { E: ['Z9'] }],
  ['placed', [exhibitor('E', { size: 2 })], { E: ['A1', 'A1'] }],
  ['placed', [], { stranger: ['A1'] }],
  ['shape', [exhibitor('E', { size: 2 })], { E: ['A2', 'B1'] }],
  ['lock', [exhibitor('E', { lock: ['A2'] })], { E: ['A1'] }],
  ['zone', [exhibitor('E', { fees: ['A', 'B'] })], { E: ['B2'] }],
  ['fee', [exhibitor('E', { fees: ['C'] })], { E: ['A1'] }],
  ['power', [exhibitor('E', { power: true })], { E: ['A1'] }],
  ['water', [exhibitor('E', { water: true })], { E: ['A1'] }],
  ['ventilation', [exhibitor('E', { cook: true })], { E: ['A1'] }],
  ['capacity', [exhibitor('E'), exhibitor('F', { units: 2 })], { E: ['A1'], F: ['A1'] }],
  [
    'sharing',
    [exhibitor('E', { units: 3 }), exhibitor('F', { units: 3, group: 'h' })],
    { E: ['A1'], F: ['A1'] },
  ],
])('sees that %s is broken', (rule, exhibitors, plan) => {
  const { violations } = checkPlan(hall({ exhibitors }), plan);
  expect(violations.map((each) => each.rule)).toEqual([rule]);
});

it('keeps rivals six metres apart, a pair once', () => {
  const two = [exhibitor('E'), exhibitor('F')];
  const rivals = [
    ['E', 'F'],
    ['F', 'E'],
  ];
  const broken = (plan: Record<string, string[]>) =>
    checkPlan(hall({ exhibitors: two, rivals }), plan).violations.map(({ rule }) => rule);
  expect(broken({ E: ['A1'], F: ['A2'] })).toEqual(['rivals']);
  expect(broken({ E: ['A2'], F: ['B1'] })).toEqual([]);
});

it('lets a locked exhibitor stand where the rules would not', () => {
  const exhibitors = [exhibitor('E', { lock: ['B2'], power: true, cook: true })];
  expect(checkPlan(hall({ exhibitors }), { E: ['B2'] }).violations).toEqual([]);
});

it('asks nothing for smoke in a hall without ventilation when its weight is 0', () => {
  const exhibitors = [exhibitor('E', { smelly: true })];
  const { weights } = hall({});
  const pointsAt = (ventPerMetre: number) => {
    const fair = hall({ exhibitors, weights: { ...weights, ventPerMetre } });
    const scored = scorePlaces(compile(fair), Int32Array.of(0)).total;
    return [checkPlan(fair, { E: ['A1'] }).total, scored];
  };
  expect([pointsAt(0), pointsAt(0.3)]).toEqual([
    [0, 0],
    [weights.ventCap, weights.ventCap],
  ]);
});

it('counts no move when someone grows next to its old booth', () => {
  const grown = { ...exhibitor('E', { size: 2, prev: ['A1'] }) } as never;
  expect([hasMoved(grown, ['A1', 'A2']), hasMoved(grown, ['A2', 'B1'])]).toEqual([false, true]);
});
