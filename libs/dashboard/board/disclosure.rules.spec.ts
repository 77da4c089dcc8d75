import {
  groupSmall,
  hoursToTell,
  isCrowded,
  isTableSafe,
  type Cell,
  type SoldInHour,
} from './disclosure.rules';

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

describe('the hours that may be told of every booth', () => {
  /** Booths `from` to `to` of a zone sold in an hour. */
  const sold = (hour: number, from: number, to: number, zoneId = 'A', origin = 'inProvince') =>
    Array.from({ length: to - from + 1 }, (_, at): SoldInHour => ({
      hour,
      boothId: `${zoneId}${from + at}`,
      zoneId,
      origin,
    }));
  it.each<[string, number[], SoldInHour[][], number[]]>([
    ['are all of them where three sell in each', [8, 9], [sold(8, 1, 3), sold(9, 2, 4)], [8, 9]],
    [
      'wait for the third seller',
      [8, 9, 10],
      [sold(8, 1, 2), sold(9, 3, 3), sold(10, 1, 3)],
      [9, 10],
    ],
    ['count a booth once, however long it sells', [8, 9], [sold(8, 1, 2), sold(9, 1, 2)], []],
    [
      'run together with the running hour',
      [8, 9],
      [sold(8, 1, 3), sold(9, 1, 3), sold(10, 1, 1)],
      [8],
    ],
    [
      'wait for every zone that sold',
      [8, 9],
      [sold(8, 1, 9), sold(8, 1, 1, 'B'), sold(9, 2, 3, 'B'), sold(9, 1, 3), sold(10, 1, 3)],
      [9],
    ],
    [
      'wait for every origin',
      [8, 9],
      [
        sold(8, 1, 9),
        sold(8, 10, 10, 'A', 'foreign'),
        sold(9, 1, 3),
        sold(9, 10, 12, 'A', 'foreign'),
      ],
      [9],
    ],
    [
      'wait where a zone less an origin is the money of one booth',
      [8, 9],
      /* In hour 8: in-province less zone A is B1. */
      [
        sold(8, 1, 5),
        sold(8, 1, 1, 'B'),
        sold(8, 2, 4, 'B', 'foreign'),
        sold(9, 1, 5),
        sold(9, 1, 3, 'B'),
      ],
      [9],
    ],
    [
      'are none while a booth of two origins sells',
      [8, 9],
      [sold(8, 1, 9), sold(9, 1, 1, 'A', '')],
      [],
    ],
    [
      'go over an hour in which nobody sold',
      [8, 9, 10],
      [sold(8, 1, 3), sold(10, 1, 3)],
      [8, 9, 10],
    ],
    ['are none of a day without sales', [], [], []],
  ])('%s', (_, hours, parts, expected) => {
    expect(hoursToTell(hours, parts.flat())).toEqual(expected);
  });

  it('wait for every zone and origin together where those are told of the day', () => {
    const square = (hour: number) => [
      ...sold(hour, 1, 3),
      ...sold(hour, 4, 6, 'A', 'foreign'),
      ...sold(hour, 1, 3, 'B'),
      ...sold(hour, 4, 6, 'B', 'foreign'),
    ];
    const early = square(8).filter(({ boothId }) => !['A1', 'A2', 'B4', 'B5'].includes(boothId));
    expect(hoursToTell([8, 9], [...early, ...square(9)])).toEqual([9]);
    /* The control: with one booth for ever in a corner nobody is told the corners, and the sums hold. */
    const never = square(9).filter(({ boothId }) => !['A1', 'A2', 'B4', 'B5'].includes(boothId));
    expect(hoursToTell([8, 9], [...early, ...never])).toEqual([8, 9]);
  });
});
