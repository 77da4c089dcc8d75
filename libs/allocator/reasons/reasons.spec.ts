import { compile } from '../compile/compile';
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
