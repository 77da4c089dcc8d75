import { daysFrom, demoDaysAround, demoDaysMissing, stateOn } from './fair-days.rules';

it('counts the seven days of autumn-winter 2025 over the end of a month', () => {
  expect(daysFrom('2025-10-28', 7)).toEqual([
    '2025-10-28',
    '2025-10-29',
    '2025-10-30',
    '2025-10-31',
    '2025-11-01',
    '2025-11-02',
    '2025-11-03',
  ]);
});

it('opens the demo fair from two days before today to 28 after', () => {
  const days = demoDaysAround('2026-03-01');
  expect(days[0]).toBe('2026-02-27');
  expect(days[2]).toBe('2026-03-01');
  expect(days[30]).toBe('2026-03-29');
  expect(days).toHaveLength(31);
});

it('appends nothing while today is a day of the fair', () => {
  expect(demoDaysMissing(demoDaysAround('2026-03-01'), '2026-03-29')).toEqual([]);
});

it('appends only days that are missing once today is none', () => {
  const known = demoDaysAround('2026-03-01');
  const missing = demoDaysMissing(known, '2026-03-30');
  expect(missing[0]).toBe('2026-03-30');
  expect(missing).toHaveLength(29);
  expect(new Set([...known, ...missing]).size).toBe(60);
});

it.each([
  ['published', '2026-02-05', 'published'],
  ['published', '2026-02-06', 'running'],
  ['published', '2026-02-11', 'running'],
  ['published', '2026-02-12', 'closed'],
  ['draft', '2026-02-06', 'draft'],
  ['running', '2026-02-12', 'running'],
  ['sealed', '2026-02-06', 'sealed'],
] as const)('a fair that is %s shows on %s as %s', (state, today, shown) => {
  expect(stateOn(today, { state, firstDay: '2026-02-06', lastDay: '2026-02-11' })).toBe(shown);
});
