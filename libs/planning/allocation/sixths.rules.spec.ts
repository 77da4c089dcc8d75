import { chooseSixths, multirangeOf, sixthsIn, sixthsOf, type Share } from './sixths.rules';

function giveOut(shares: Share[]): (number[] | null)[] {
  const taken: number[] = [];
  return shares.map((share) => {
    const given = chooseSixths(taken, sixthsOf(share));
    taken.push(...(given ?? []));
    return given;
  });
}

it('gives a booth to one, to two halves, to three thirds, and to no one more', () => {
  expect(giveOut(['whole', 'third'])).toEqual([[0, 1, 2, 3, 4, 5], null]);
  expect(giveOut(['half', 'half', 'third'])).toEqual([[0, 1, 2], [3, 4, 5], null]);
  expect(giveOut(['third', 'third', 'third', 'third'])).toEqual([[0, 1], [2, 3], [4, 5], null]);
});

it('lets a half and a third stand together, and no second half beside them', () => {
  expect(giveOut(['third', 'half', 'half'])).toEqual([[0, 1], [2, 3, 4], null]);
});

it('gives what was freed in the middle, also in two pieces', () => {
  expect(chooseSixths([2, 3], 3)).toEqual([0, 1, 4]);
  expect(multirangeOf([0, 1, 4])).toBe('{[0,2),[4,5)}');
});

it('reads what Postgres writes', () => {
  for (const sixths of [
    [0, 1, 2, 3, 4, 5],
    [2, 3],
    [0, 1, 4],
    [1, 3, 5],
  ]) {
    expect(sixthsIn(multirangeOf(sixths))).toEqual(sixths);
  }
});

it('gives back the same sixths when they are still free, else others', () => {
  expect(chooseSixths([0, 1], 2, [4, 5])).toEqual([4, 5]);
  expect(chooseSixths([0, 1, 4], 2, [4, 5])).toEqual([2, 5]);
  expect(chooseSixths([0, 1, 2, 3, 4], 2, [4, 5])).toBeNull();
});
