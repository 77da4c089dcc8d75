import { changeOf, earlierPeriod } from './period.rules';

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
