import { checkPlan } from '../check/check-plan';
import { compile } from '../compile/compile';
import { placesById } from '../compile/score-places';
import { aloneRules } from '../compile/legal-places';
import { devInstance } from '../testing/dev-instance';
import { runLane } from '../search/lane';
import { ReasonBook } from './reasons';

const fair = compile(devInstance('fair-160-1'));
const { best } = runLane(fair, {
  seed: 1,
  lane: 0,
  budgetFor: () => 60_000,
  mostIterations: 120_000,
  isStopped: () => false,
  onBetter: () => undefined,
});
const book = new ReasonBook(fair, best!.places);
const indexOf = (id: string) => fair.instance.exhibitors.findIndex((each) => each.id === id);

it('tells of each wish whether it was kept, and what an unmet one would cost', () => {
  const all = fair.instance.exhibitors.slice(0, 30).map((_, e) => book.of(e, 800));
  const wishes = all.flatMap(({ exhibitor, kept, unmet }) => {
    const { wish } = fair.instance.exhibitors[indexOf(exhibitor)]!;
    const wished = [wish.corner, wish.front, wish.gate, wish.choices].filter(Boolean).length;
    expect([exhibitor, kept.length + unmet.length]).toEqual([exhibitor, wished]);
    return unmet;
  });
  const priced = wishes.filter(({ costsAtMost }) => costsAtMost !== null);
  expect(priced.length).toBeGreaterThan(wishes.length / 3);
  for (const { points, booths, isImpossible } of priced) {
    expect([points > 0, booths.length > 0, isImpossible]).toEqual([true, true, false]);
  }
});

it('lists everybody who would rather stand where someone of less priority stands', () => {
  const envies = book.envies();
  expect(envies.length).toBeGreaterThan(0);
  for (const { exhibitor, of, wouldSpare, why, exchangeCosts } of envies) {
    const [e, f] = [exhibitor, of].map((id) => fair.instance.exhibitors[indexOf(id)]!);
    expect(e!.priority).toBeGreaterThan(f!.priority);
    expect(wouldSpare).toBeGreaterThan(0);
    if (why === 'points') expect(exchangeCosts).not.toBeNull();
    if (why === 'other_rules') expect(exchangeCosts).toBeNull();
  }
});

it('prices a wish by a plan that grants it, breaks no rule and costs just so much more', () => {
  const before = checkPlan(fair.instance, placesById(fair, best!.places)).total;
  let priced = 0;
  for (let e = 0; e < 30; e += 1) {
    for (const { wish, points, costsAtMost } of book.of(e, 800).unmet) {
      const way = book.wayTo(e, wish, 800);
      if (costsAtMost === null) continue;
      const checked = checkPlan(fair.instance, placesById(fair, way!.places));
      const { id } = fair.instance.exhibitors[e]!;
      const alone = checkPlan(fair.instance, { [id]: placesById(fair, way!.places)[id]! });
      expect([wish, checked.violations, alone.terms[wish] < points]).toEqual([wish, [], true]);
      expect(checked.total - before).toBeCloseTo(costsAtMost, 6);
      priced += 1;
    }
  }
  expect(priced).toBeGreaterThan(3);
});

/* The definition of docs/allocation-engine.md, by the checker that shares nothing with the search. */
it('lists every case of envy, and none that is not', () => {
  const { exhibitors } = fair.instance;
  const places = placesById(fair, best!.places);
  const lackOf = (id: string, booths: readonly string[]) => {
    const { violations, lacks } = checkPlan(fair.instance, { [id]: booths });
    const isBroken = violations.some(
      ({ rule, exhibitors: [who] }) =>
        who === id && (rule === 'placed' || aloneRules.some((alone) => alone === rule)),
    );
    return isBroken ? Infinity : lacks.get(id)!;
  };
  const every: string[] = [];
  for (const e of exhibitors.slice(0, 40)) {
    const mine = lackOf(e.id, places[e.id]!);
    if (e.lock || mine < 1e-9) continue;
    for (const f of exhibitors) {
      if (f.priority >= e.priority || f.size !== e.size) continue;
      if (lackOf(e.id, places[f.id]!) < mine - 1e-9) every.push(`${e.id} ${f.id}`);
    }
  }
  const ids = new Set(exhibitors.slice(0, 40).map(({ id }) => id));
  const told = book.envies().filter(({ exhibitor }) => ids.has(exhibitor));
  expect(told.map((envy) => `${envy.exhibitor} ${envy.of}`).sort()).toEqual(every.sort());
  expect(every.length).toBeGreaterThan(0);
});

it('grants a wish of a plan with the fewest moves by moving as few as will do', () => {
  const told = compile(devInstance('replan-160-2'));
  const start = told.instance.exhibitors.map(({ prev }) => prev);
  const plan = runLane(told, {
    ...{ seed: 1, lane: 0, mostMoves: 3, mostIterations: 200_000 },
    budgetFor: () => 120_000,
    isStopped: () => false,
    onBetter: () => undefined,
  }).best!;
  const movesBy = (fewestMoves: boolean) => {
    const reasons = new ReasonBook(told, plan.places, { fewestMoves });
    return start.slice(0, 60).flatMap((_, e) =>
      reasons.of(e, 400).unmet.flatMap(({ wish, costsAtMost }) => {
        const way = costsAtMost === null ? null : reasons.wayTo(e, wish, 400);
        if (!way) return [];
        const { total, violations, movers } = checkPlan(
          told.instance,
          placesById(told, way.places),
        );
        expect(violations).toEqual([]);
        expect(total - plan.points).toBeCloseTo(costsAtMost!, 4);
        return [movers.length];
      }),
    );
  };
  const [few, any] = [movesBy(true), movesBy(false)];
  const sum = (moves: number[]) => moves.reduce((all, each) => all + each, 0);
  expect(few.length).toBeGreaterThan(3);
  expect(sum(few) / few.length).toBeLessThan(sum(any) / any.length);
});
