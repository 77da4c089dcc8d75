import { expect, test } from '@playwright/test';
import {
  betterAndWorse,
  boothDifferences,
  differencesFor,
  differencesFromBefore,
  differencesOf,
  isSameCast,
  takenBefore,
  takenBy,
  termDifferences,
} from './compare.rules';
import type { ComparedPlace } from './compare.rules';

const place = (
  exhibitorId: string,
  boothCodes: string[],
  beforeCodes: string[] | null = null,
): ComparedPlace => ({ exhibitorId, exhibitorName: `HTX ${exhibitorId}`, boothCodes, beforeCodes });

const here = [
  place('Đá', ['A02', 'A01'], ['A01', 'A02']),
  place('Mực', ['A03'], ['A04']),
  place('Trà', ['A05']),
];
const there = [place('Đá', ['A01', 'A02']), place('Mực', ['A06']), place('Gốm', ['A05'])];

test('tells who stands elsewhere in the other, and who stands only in one', () => {
  expect(differencesOf(here, there).map(({ exhibitorId, ...each }) => [exhibitorId, each])).toEqual(
    [
      ['Gốm', { exhibitorName: 'HTX Gốm', here: null, there: ['A05'] }],
      ['Mực', { exhibitorName: 'HTX Mực', here: ['A03'], there: ['A06'] }],
      ['Trà', { exhibitorName: 'HTX Trà', here: ['A05'], there: null }],
    ],
  );
});

test('tells what changes against how everybody stands', () => {
  expect(differencesFromBefore(here).map(({ exhibitorId }) => exhibitorId)).toEqual(['Mực', 'Trà']);
});

test('whoever has booths apart is one exhibitor, and its places may change their order', () => {
  const apart = [place('Đá', ['A01']), place('Đá', ['B07'])];
  expect(differencesOf(apart, [place('Đá', ['B07']), place('Đá', ['A01'])])).toEqual([]);
  expect(differencesOf(apart, [place('Đá', ['B08']), place('Đá', ['A01'])])).toMatchObject([
    { here: ['A01', 'B07'], there: ['A01', 'B08'] },
  ]);
});

test('a booth is marked for others in it, for being taken only here, or only there', () => {
  const of = (differences: ReturnType<typeof differencesOf>, taken: [string[], string[]]) =>
    Object.fromEntries(
      boothDifferences(differences, { here: new Set(taken[0]), there: new Set(taken[1]) }),
    );
  expect(of(differencesOf(here, there), [[...takenBy(here)], [...takenBy(there)]])).toEqual({
    A03: 'only_here',
    A05: 'others',
    A06: 'only_there',
  });
  expect(of(differencesFromBefore(here), [[...takenBy(here)], [...takenBefore(here)]])).toEqual({
    A03: 'only_here',
    A04: 'only_there',
    A05: 'only_here',
  });
});

test('an exhibitor is found without marks, by its name and by its booths', () => {
  const differences = differencesOf(here, there);
  expect(differencesFor(differences, 'tra').map((each) => each.exhibitorId)).toEqual(['Trà']);
  expect(differencesFor(differences, 'htx a05')).toHaveLength(2);
  expect(differencesFor(differences, '')).toHaveLength(3);
});

test('points are of one fair where the same exhibitors want as many booths', () => {
  const cast = (...keys: string[]) => keys.map((key) => ({ key, size: 1, units: 6 }));
  expect(isSameCast(cast('a', 'b'), cast('b', 'a'))).toBe(true);
  expect(isSameCast(cast('a', 'b'), cast('a'))).toBe(false);
  expect(isSameCast(cast('a'), [{ key: 'a', size: 1, units: 3 }])).toBe(false);
});

test('points of a term are subtracted only where both were weighted alike', () => {
  const terms = termDifferences(
    { corner: 20, cohesion: 100.2, smell: 6, gate: 0 },
    { corner: 22, cohesion: 88, smell: 12, gate: 0.2 },
    (term) => term !== 'smell',
  );
  expect(terms.map(({ term }) => term)).toEqual(['corner', 'cohesion', 'smell']);
  expect(terms.find(({ term }) => term === 'smell')).toMatchObject({ thereSaves: null });
  const { better, worse } = betterAndWorse(terms);
  expect(better).toEqual([{ term: 'cohesion', points: expect.closeTo(12.2) }]);
  expect(worse).toEqual([{ term: 'corner', points: 2 }]);
});
