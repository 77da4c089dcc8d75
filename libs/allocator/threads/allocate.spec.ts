import { checkPlan } from '../check/check-plan';
import { devInstance } from '../testing/dev-instance';
import { allocate } from './allocate';
import type { AllocateWishes } from './allocate';
import { offerMoreMoves } from './offer-more-moves';
import type { Progress } from './plan';

const ask = (name: string, wishes: Partial<AllocateWishes>) =>
  allocate(devInstance(name), { seed: 3, endsAtMs: Date.now() + 150_000, ...wishes });

it('gives the same plan for the same seed and iterations, whichever lane is ahead', async () => {
  const wishes = { iterations: 70_000, repairs: 3, provesBound: false };
  const [one, other] = [await ask('example', wishes), await ask('example', wishes)];
  if (one.kind !== 'plan' || other.kind !== 'plan') throw new Error(one.kind);
  expect(one.plan).toEqual(other.plan);
  const { violations, total } = checkPlan(devInstance('example'), one.plan.plan);
  expect([violations, total]).toEqual([[], one.plan.objective]);
});

it('tells how it goes, and ends when it is stopped', async () => {
  const stop = new AbortController();
  const told: Progress[] = [];
  const { kind } = await ask('fair-160-1', {
    signal: stop.signal,
    onProgress: (progress) => {
      told.push(progress);
      if (told.length === 3) stop.abort();
    },
  });
  expect(kind).toBe('plan');
  expect(Object.keys(told[0]!.places)).toHaveLength(148);
  expect(told[2]!.points).toBeLessThan(told[0]!.points);
});

it('plans anew with the fewest moves, and proves that it is the fewest', async () => {
  const told: Progress[] = [];
  const replanned = await ask('replan-160-2', {
    ...{ fewestMoves: true, iterations: 70_000 },
    onProgress: (progress) => told.push(progress),
  });
  if (replanned.kind !== 'plan') throw new Error(replanned.kind);
  expect([replanned.plan.moves, replanned.plan.movesBound]).toEqual([3, 3]);
  expect(told[0]).toMatchObject({ moves: 3, movesBound: 3 });
  const [offer] = await offerMoreMoves(devInstance('replan-160-2'), replanned.plan, {
    ...{ seed: 3, iterations: 70_000, moreMoves: [4] },
  });
  expect(offer!.moreMoves).toBeLessThanOrEqual(4);
  expect(offer!.savesPoints).toBeCloseTo(replanned.plan.objective - offer!.plan.objective, 6);
  expect(offer!.savesPoints).toBeGreaterThan(0);
});

it('ends with the conflict when nobody could plan it', async () => {
  const { kind } = await ask('infeasible-160-1', {});
  expect(kind).toBe('conflict');
});
