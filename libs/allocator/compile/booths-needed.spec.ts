import { boothsNeeded } from './booths-needed';

/* By trying every booth for everybody in turn. */
function triedOut(units: readonly number[], booths: readonly number[] = []): number {
  const [first, ...others] = units;
  if (first === undefined) return booths.length;
  const ways = booths.flatMap((used, n) =>
    used + first <= 6 && booths.indexOf(used) === n ? [booths.with(n, used + first)] : [],
  );
  return Math.min(...[...ways, [...booths, first]].map((way) => triedOut(others, way)));
}

function* everySet(most: number, from = 1): Generator<number[]> {
  yield [];
  if (most === 0) return;
  for (let unit = from; unit <= 6; unit += 1) {
    for (const others of everySet(most - 1, unit)) yield [unit, ...others];
  }
}

it('needs as many booths for sharers as the best of all packings', () => {
  for (const units of everySet(6)) {
    expect([units, boothsNeeded(units)]).toEqual([units, triedOut(units)]);
  }
});
