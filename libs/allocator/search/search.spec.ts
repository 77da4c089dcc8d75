import { checkPlan } from '../check/check-plan';
import { compile } from '../compile/compile';
import { placesById, scorePlaces } from '../compile/score-places';
import { devInstance } from '../testing/dev-instance';
import { anneal, Best, descend } from './anneal';
import { Arrangement } from './arrangement';
import { Chance } from './chance';
import { placeEverybody } from './first-plan';
import { runLane } from './lane';
import type { LaneWishes } from './lane';
import { pairTablesOf } from './pair-tables';
import { Proposals } from './proposals';

it.each(['example', 'example-overrides', 'fair-160tight-3'])(
  'keeps every rule and the very points while it changes %s',
  (name) => {
    const instance = devInstance(name);
    const fair = compile(instance);
    const pairs = pairTablesOf(fair);
    for (const seed of name === 'fair-160tight-3' ? [1] : [1, 2]) {
      const now = new Arrangement(fair, pairs);
      const chance = new Chance(seed);
      expect(placeEverybody(now, chance, 200)).toBe(true);
      const best = new Best(fair.count);
      best.see(now);
      const proposals = new Proposals(now, chance);
      anneal(now, proposals, chance, best, { iterations: 20_000, from: 8, to: 0.3 });
      const score = scorePlaces(fair, now.placeOf);
      expect(Math.abs(now.points - score.total)).toBeLessThan(1e-3);
      const checked = checkPlan(instance, placesById(fair, now.placeOf));
      expect([checked.violations, checked.total]).toEqual([[], expect.closeTo(score.total, 8)]);
      now.load(best.places);
      expect(descend(now, proposals, () => false)).toBe(true);
      expect(now.points).toBeLessThanOrEqual(best.points + 1e-6);
    }
  },
);

it('changes a part of the hall and leaves everybody else where they stand', () => {
  const fair = compile(devInstance('fair-160-1'));
  const now = new Arrangement(fair, pairTablesOf(fair));
  const chance = new Chance(3);
  expect(placeEverybody(now, chance, 200)).toBe(true);
  const proposals = new Proposals(now, chance);
  const before = now.placeOf.slice();
  const movedSince = () => [...before.keys()].filter((e) => before[e] !== now.placeOf[e]);
  const count = proposals.narrowAround(proposals.everybody[0]!, 30);
  const near = new Set(proposals.free);
  expect([near.has(proposals.everybody[0]!), near.size]).toEqual([true, count]);
  const cooling = { iterations: 20_000, from: 8, to: 0.3 };
  anneal(now, proposals, chance, new Best(fair.count), cooling);
  expect(movedSince().filter((e) => !near.has(e))).toEqual([]);
  expect(movedSince().length).toBeGreaterThan(near.size / 2);
  proposals.widen();
  anneal(now, proposals, chance, new Best(fair.count), cooling);
  expect(movedSince().some((e) => !near.has(e))).toBe(true);
});

const laneOf = (name: string, wishes: Partial<LaneWishes> = {}) =>
  runLane(compile(devInstance(name)), {
    seed: 7,
    lane: 0,
    budgetFor: () => 10_000,
    mostIterations: 275_000,
    isStopped: () => false,
    onBetter: () => undefined,
    ...wishes,
  });

it('finds the same plan again from the same seed and iterations', () => {
  const [one, other] = [laneOf('example'), laneOf('example')];
  expect([...one.best!.places]).toEqual([...other.best!.places]);
  expect(one.effort).toEqual({ start: 'packed', iterations: 275_000, budget: 10_000 });
  expect(one.isLocalOptimum).toBe(true);
});

it('begins as it is told to, however early or late the exact side has a plan', () => {
  const solved = laneOf('example').best!.places;
  const begun = (startsWith: LaneWishes['startsWith'], after: number) => {
    let asked = 0;
    const start = () => ((asked += 1) > after ? solved : null);
    return laneOf('example', { startsWith, start }).effort.start;
  };
  expect([begun('packed', 0), begun('packed', 3)]).toEqual(['packed', 'packed']);
  expect([begun('given', 0), begun('given', 3)]).toEqual(['given', 'given']);
  expect([begun('found_again', 0), begun('found_again', 3)]).toEqual(['packed', 'packed']);
  const { best } = laneOf('example', { startsWith: 'given', start: () => 'never' });
  expect(best).toBeNull();
});

it('tells a first plan at once and only better ones after it', () => {
  const points: number[] = [];
  laneOf('fair-160-1', { onBetter: (best) => points.push(best.points) });
  expect(points.length).toBeGreaterThan(2);
  expect(points).toEqual([...points].sort((a, b) => b - a));
});

it('stops when it is told to, with the best plan so far', () => {
  let looks = 0;
  const end = laneOf('fair-160-1', { isStopped: () => (looks += 1) > 5 });
  expect(end.effort.iterations).toBeLessThan(60_000);
  expect(end.best?.points).toBeLessThan(2_000);
});
