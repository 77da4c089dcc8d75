import { medianVnd, roughVnd, saysTheSame, whyUnusual, type UsualBase } from './declared.rules';

const M = 1_000_000;
const nothing: UsualBase = { ownVnd: [], zoneVnd: [], hasMeasured: false };
const zone: UsualBase = { ...nothing, zoneVnd: [2 * M, 3 * M, 4 * M, 5 * M, 6 * M] };
const own: UsualBase = { ...zone, ownVnd: [10 * M, 12 * M] };

describe('an amount is asked twice when it is unusual', () => {
  const rows: [string, number, UsualBase, string | null, number | null][] = [
    ['nothing sold, whatever is usual', 0, own, null, null],
    ['anything without a base', 90 * M, nothing, null, null],
    ['more than the fixed bound', 100 * M + 1, nothing, 'above_bound', null],
    ['the fixed bound itself', 100 * M, nothing, null, null],
    ['thousands left out', 999, nothing, 'below_bound', null],
    ['a thousand đồng', 1_000, nothing, null, null],
    ['five times the zone', 20 * M, zone, null, null],
    ['more than five times the zone', 20 * M + 1, zone, 'above_usual', 4 * M],
    ['a tenth of the zone', 400_000, zone, null, null],
    ['less than a tenth of the zone', 399_999, zone, 'below_usual', 4 * M],
    ['little on top of a till that sold', 50_000, { ...zone, hasMeasured: true }, null, null],
    [
      'much on top of a till that sold',
      21 * M,
      { ...zone, hasMeasured: true },
      'above_usual',
      4 * M,
    ],
    ['own days before the zone', 40 * M, own, null, null],
    ['more than five times its own days', 55 * M + 1, own, 'above_usual', 11 * M],
    [
      'less than a tenth of its own days, till or no till',
      1 * M,
      { ...own, hasMeasured: true },
      'below_usual',
      11 * M,
    ],
    ['one own day is no base yet', 40 * M, { ...nothing, ownVnd: [1 * M] }, null, null],
    [
      'four booth days are no base, they would tell a neighbour’s money',
      40 * M,
      { ...nothing, zoneVnd: [1 * M, 1 * M, 1 * M, 1 * M] },
      null,
      null,
    ],
    [
      'booths that sold nothing are no base',
      40 * M,
      { ...nothing, zoneVnd: [0, 0, 0, 1 * M, 1 * M] },
      null,
      null,
    ],
  ];

  it.each(rows)('%s', (_, amountVnd, base, why, usualVnd) => {
    const found = whyUnusual(amountVnd, base);
    expect(found?.why ?? null).toBe(why);
    if (found) expect(found.usualVnd).toBe(usualVnd);
  });
});

it('tells what is usual to a digit or two, never somebody’s exact money', () => {
  expect(roughVnd(4_567_890, 1)).toBe(5 * M);
  expect(roughVnd(4_567_890, 2)).toBe(4_600_000);
  expect(roughVnd(7, 2)).toBe(7);
  expect(roughVnd(0, 1)).toBe(0);
});

it('takes the middle', () => {
  expect(medianVnd([])).toBeNull();
  expect(medianVnd([3])).toBe(3);
  expect(medianVnd([9, 1, 2])).toBe(2);
  expect(medianVnd([1, 2, 9, 4])).toBe(3);
});

it('knows a declaration sent again from another one under the same id', () => {
  const said = {
    boothId: 'b',
    exhibitorId: 'e',
    fairDay: '2025-10-28',
    amountVnd: 5 * M,
    salesCount: null,
    revises: null,
  };
  expect(saysTheSame(said, { ...said })).toBe(true);
  for (const other of [
    { boothId: 'c' },
    { exhibitorId: 'f' },
    { fairDay: '2025-10-29' },
    { amountVnd: 1 },
    { salesCount: 3 },
    { revises: 'r' },
  ]) {
    expect(saysTheSame(said, { ...said, ...other })).toBe(false);
  }
});
