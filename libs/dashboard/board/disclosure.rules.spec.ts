import { groupSmall, isCrowded, isTableSafe, type Cell } from './disclosure.rules';

const table = (counts: Record<string, Record<string, number>>, day = '2025-10-28'): Cell[] =>
  Object.entries(counts).flatMap(([zoneId, row]) =>
    Object.entries(row).map(([origin, boothCount]) => ({ day, zoneId, origin, boothCount })),
  );

describe('a table of zones and origins', () => {
  it.each<[string, boolean, Cell[]]>([
    ['is empty', true, []],
    [
      'has three booths everywhere',
      true,
      table({ A: { inProvince: 3, foreign: 4 }, B: { inProvince: 5, foreign: 3 } }),
    ],
    [
      'has one booth where neither total tells it',
      false,
      table({ A: { inProvince: 9, foreign: 1 }, B: { inProvince: 9, foreign: 9 } }),
    ],
    [
      'has one booth that is all of its origin, so the total tells it anyway',
      true,
      table({ A: { inProvince: 9, foreign: 1 }, B: { inProvince: 9, otherProvince: 9 } }),
    ],
    [
      'has one booth that is all of its zone',
      true,
      table({ A: { foreign: 1 }, B: { foreign: 8 } }),
    ],
    [
      'is safe on one day only',
      false,
      [
        ...table({ A: { inProvince: 3, foreign: 3 }, B: { inProvince: 3, foreign: 3 } }),
        ...table(
          { A: { inProvince: 3, foreign: 3 }, B: { inProvince: 2, foreign: 3 } },
          '2025-10-29',
        ),
      ],
    ],
  ])('that %s: %s', (_, isSafe, cells) => {
    expect(isTableSafe(cells)).toBe(isSafe);
  });
});

it('counts the booths of a zone and an origin together, day by day', () => {
  const cells = [
    ...table({ A: { inProvince: 2, foreign: 1 }, B: { foreign: 2 } }),
    ...table({ A: { inProvince: 5 } }, '2025-10-29'),
  ];
  expect(isCrowded(cells, { zoneIds: ['A'], origins: ['inProvince'] })).toBe(false);
  expect(isCrowded(cells, { zoneIds: ['A'], origins: ['inProvince', 'foreign'] })).toBe(true);
  expect(isCrowded(cells, { zoneIds: ['C'], origins: ['inProvince'] })).toBe(true);
});

describe('small rows among large ones', () => {
  const group = (...sizes: number[]) => {
    const { shown, grouped } = groupSmall(sizes, (size) => size);
    return [shown, grouped];
  };
  it.each<[string, number[], number[][]]>([
    ['stand alone when none is small', [3, 7], [[7, 3], []]],
    ['stay together when they are three sellers', [1, 2, 7], [[7], [1, 2]]],
    ['take the smallest large one in when they are fewer', [9, 1, 4], [[9], [1, 4]]],
    ['are the total by themselves', [1], [[], [1]]],
  ])('%s', (_, sizes, expected) => {
    expect(group(...sizes)).toEqual(expected);
  });
});
