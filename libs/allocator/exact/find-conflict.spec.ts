import { compile } from '../compile/compile';
import type { BoothSpot, Claimant, Instance } from '../instance/instance';
import { devInstance } from '../testing/dev-instance';
import { ExactSide } from './exact-side';
import { PlaceProgram } from './place-program';
import { Solver } from './solver';

/* A fair with room: only what is planted can be in anybody's way. */
const fair = devInstance('fair-160-1');
const own = fair.booths.filter(({ zone }) => zone === 'own');
const taken = new Set(fair.exhibitors.flatMap(({ lock }) => lock ?? []));
const runs = [...new Set(own.map(({ run }) => run))]
  .map((run) => own.filter((booth) => booth.run === run))
  .filter((booths) => booths.length === 8 && !booths.some(({ id }) => taken.has(id)));
const singles = fair.exhibitors.filter(
  (each) => each.zone === 'own' && each.size === 1 && each.units === 6 && !each.lock,
);
const [few, gone] = [singles.slice(0, 6), new Set(singles.slice(6, 36).map(({ id }) => id))];
const PLAIN = { fees: ['Q'], power: false, water: false, cook: false };

interface Planted {
  readonly booths: readonly BoothSpot[];
  readonly booth?: Partial<BoothSpot>;
  /** What becomes of the first exhibitors, one by one. */
  readonly who: readonly Partial<Claimant>[];
  readonly areRivals?: boolean;
}

function plant({ booths, booth = {}, who, areRivals = false }: Planted): Instance {
  const ids = new Set(booths.map(({ id }) => id));
  const changed = new Map(who.map((change, n) => [few[n]!.id, change]));
  const names = [...changed.keys()];
  return {
    ...fair,
    booths: fair.booths.map((each) => (ids.has(each.id) ? { ...each, fee: 'Q', ...booth } : each)),
    exhibitors: fair.exhibitors
      .filter(({ id }) => !gone.has(id))
      .map((each) =>
        changed.has(each.id) ? { ...each, ...PLAIN, ...changed.get(each.id) } : each,
      ),
    rivals: areRivals
      ? names.flatMap((a, n) => names.slice(n + 1).map((b): [string, string] => [a, b]))
      : [],
  };
}

const times = (count: number, change: Partial<Claimant>) =>
  Array.from({ length: count }, () => change);
const row = runs[0]!;

it.each<[string, Planted, readonly string[], string]>([
  ['a fee', { booths: row.slice(0, 3), who: times(4, {}) }, ['fee'], 'thiếu 1 gian'],
  [
    'electricity',
    { booths: row.slice(0, 2), booth: { power: false }, who: [{ power: true }] },
    ['fee', 'power'],
    'không có gian nào',
  ],
  [
    'smoke ventilation',
    { booths: row.slice(0, 3), booth: { vent: true }, who: times(4, { cook: true }) },
    ['fee'],
    'thiếu 1 gian',
  ],
  ['a lock', { booths: [], who: times(2, { lock: [row[0]!.id] }) }, ['lock'], 'thiếu 1 gian'],
  [
    'a lock on the only booth that suits another',
    { booths: row.slice(0, 1), who: [{}, { lock: [row[0]!.id], fees: ['A'] }] },
    ['fee', 'lock'],
    'thiếu 1 gian',
  ],
  [
    'two thirds each, which no booth holds twice',
    { booths: row.slice(0, 3), who: times(4, { units: 4, group: 'X' }) },
    ['fee', 'capacity'],
    'cần 4 gian',
  ],
  [
    'thirds and halves that would fit as water does',
    {
      booths: row.slice(0, 3),
      who: [...times(2, { units: 4, group: 'X' }), ...times(3, { units: 3, group: 'X' })],
    },
    ['fee', 'capacity'],
    'cần 4 gian',
  ],
  [
    'halves of different delegations',
    {
      booths: row.slice(0, 3),
      who: ['P', 'Q', 'R', 'S'].map((group) => ({ units: 3, group })),
    },
    ['fee', 'sharing'],
    'cần 4 gian',
  ],
  [
    'three in a row, thrice, in five and four booths',
    { booths: [...row.slice(0, 5), ...runs[1]!.slice(0, 4)], who: times(3, { size: 3 }) },
    ['fee', 'shape'],
    'yêu cầu các gian liền nhau',
  ],
  [
    'four rivals in six booths',
    { booths: row.slice(0, 6), who: times(4, {}), areRivals: true },
    ['fee', 'rivals'],
    'khoảng cách giữa các đối thủ',
  ],
  [
    'more booths than there are',
    { booths: [], who: [{ size: 200 }] },
    ['placed'],
    'không có gian nào',
  ],
])('says who cannot stand together because of %s', async (_, planted, rules, words) => {
  const instance = plant(planted);
  const compiled = compile(instance);
  const solver = await Solver.open();
  const limits = { isStopped: () => false, secondsLeft: () => 60 };
  const found = new ExactSide(compiled, solver, limits).feasibility();
  if (found.kind !== 'conflict') throw new Error(found.kind);
  const { exhibitors, sentence } = found.conflict;
  const names = few.slice(0, planted.who.length).map(({ id }) => id);
  expect([[...exhibitors].sort(), found.conflict.rules]).toEqual([names.sort(), rules]);
  expect(sentence.vi).toContain(words);
  const statusOf = (ids: readonly string[]) => {
    const who = ids.map((id) => instance.exhibitors.findIndex((each) => each.id === id));
    return solver.solve(new PlaceProgram(compiled, { who }).program, { seconds: 60 }).status;
  };
  expect(statusOf(exhibitors)).toBe('infeasible');
  for (const id of exhibitors) {
    expect([id, statusOf(exhibitors.filter((other) => other !== id))]).toEqual([id, 'optimal']);
  }
});
