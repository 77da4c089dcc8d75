import { changeOf, earlierPeriod, sameDays } from './period.rules';

const days = ['2025-10-28', '2025-10-29', '2025-10-30', '2025-10-31', '2025-11-01'].map((day) => ({
  day,
  isOpen: day !== '2025-10-30',
}));
const at = (day: string, minute = 600) => ({ day, minute });

describe('what a period is compared with', () => {
  it.each([
    [
      'a running day: the day before, up to this minute',
      '10-29',
      '10-29',
      at('2025-10-29'),
      '10-28',
      '10-28',
      600,
    ],
    [
      'a day that is over: the whole day before',
      '10-29',
      '10-29',
      at('2025-11-01'),
      '10-28',
      '10-28',
      null,
    ],
    [
      'the day after a closed one: the last open day',
      '10-31',
      '10-31',
      at('2025-10-31', 5),
      '10-29',
      '10-29',
      5,
    ],
    [
      'a period that is over: as many days before it',
      '10-30',
      '10-31',
      at('2025-11-01'),
      '10-28',
      '10-29',
      null,
    ],
    [
      'a running period: up to this minute of its last day',
      '10-30',
      '10-31',
      at('2025-10-31'),
      '10-28',
      '10-29',
      600,
    ],
    [
      'a period with days to come: as many as have come',
      '10-30',
      '11-01',
      at('2025-10-31'),
      '10-28',
      '10-29',
      600,
    ],
  ])('of %s', (_, from, to, now, earlierFrom, earlierTo, upToMinute) => {
    const on = (text: string) => `2025-${text}`;
    expect(earlierPeriod({ from: on(from), to: on(to) }, days, now)).toEqual({
      from: on(earlierFrom),
      to: on(earlierTo),
      upToMinute,
    });
  });

  it.each([
    ['the first day', '2025-10-28', '2025-10-28'],
    ['the whole fair', '2025-10-28', '2025-11-01'],
    ['a period with too few days before it', '2025-10-29', '2025-10-30'],
    ['a day to come', '2025-11-03', '2025-11-03'],
  ])('of %s: nothing', (_, from, to) => {
    expect(earlierPeriod({ from, to }, days, at('2025-11-01'))).toBeNull();
  });
});

it('measures a change against the base, and none against nothing', () => {
  expect(changeOf(150, 100)).toBe(0.5);
  expect(changeOf(50, 0)).toBeNull();
  expect(changeOf(50, -10)).toBeNull();
});

describe('the same days of an earlier fair', () => {
  const base = ['2025-05-01', '2025-05-02', '2025-05-03'].map((day) => ({ day, isOpen: true }));
  const compared = (from: string, to: string, now: ReturnType<typeof at>) => {
    const same = sameDays({ from: `2025-${from}`, to: `2025-${to}` }, days, base, now);
    return same && [same.own, same.base].map((each) => [each.from, each.to, each.upToMinute]);
  };

  it.each([
    ['a running day', '10-29', '10-29', at('2025-10-29'), '10-29', '10-29', '05-02', '05-02', 600],
    [
      'a day behind us',
      '10-29',
      '10-29',
      at('2025-11-01'),
      '10-29',
      '10-29',
      '05-02',
      '05-02',
      null,
    ],
    [
      'the day after a closed one',
      '10-31',
      '10-31',
      at('2025-10-31', 5),
      '10-31',
      '10-31',
      '05-03',
      '05-03',
      5,
    ],
    [
      'what has come of a period',
      '10-28',
      '11-01',
      at('2025-10-29'),
      '10-28',
      '10-29',
      '05-01',
      '05-02',
      600,
    ],
    [
      'a period on a closed day',
      '10-28',
      '11-01',
      at('2025-10-30'),
      '10-28',
      '10-29',
      '05-01',
      '05-02',
      null,
    ],
  ])('of %s', (_, from, to, now, ownFrom, ownTo, baseFrom, baseTo, minute) => {
    expect(compared(from, to, now)).toEqual([
      [`2025-${ownFrom}`, `2025-${ownTo}`, minute],
      [`2025-${baseFrom}`, `2025-${baseTo}`, minute],
    ]);
  });

  it('are none where the base was shorter, or nothing has come', () => {
    expect(compared('11-01', '11-01', at('2025-11-01'))).toBeNull();
    expect(compared('10-29', '10-29', at('2025-10-28'))).toBeNull();
    expect(compared('10-30', '10-30', at('2025-10-31'))).toBeNull();
  });
});
