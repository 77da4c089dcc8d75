import { expect, test } from '@playwright/test';
import type { Board } from '../api/client';
import { compare, dayBefore } from './comparison.rules';
import {
  averageSpark,
  dayLine,
  hoursOf,
  minuteOnDay,
  movingMean,
  runningTotals,
  settledOnly,
  sparkOf,
} from './day-line.rules';

const days = ['2025-10-31', '2025-11-01', '2025-11-02'].map((day) => ({
  day,
  opensAt: '08:00',
  closesAt: '22:00',
  isOpen: day !== '2025-10-31',
}));
const at = (minute: number, revenueVnd = 100, salesCount = 1, entries = 2) => ({
  minute,
  revenueVnd,
  salesCount,
  entries,
});
const board = (day: string, asOf: string, minutes: Board['minutes']) =>
  ({ day, asOf, minutes, fair: { timeZone: 'Asia/Ho_Chi_Minh', days } }) as Board;

test('a minute is counted from midnight of the fair day, in the zone of the fair', () => {
  expect(minuteOnDay('2025-11-01T01:05:30Z', '2025-11-01', 'Asia/Ho_Chi_Minh')).toBe(485);
  expect(minuteOnDay('2025-11-01T17:10:00Z', '2025-11-01', 'Asia/Ho_Chi_Minh')).toBe(1450);
  expect(minuteOnDay('2025-10-31T16:59:00Z', '2025-11-01', 'Asia/Ho_Chi_Minh')).toBe(-1);
});

test('a quiet minute is 0 and a minute to come is empty', () => {
  const line = dayLine(board('2025-11-01', '2025-11-01T01:05:00Z', [at(481), at(483)]));
  expect(line.minutes[0]).toBe(480);
  expect(line.minutes.at(-1)).toBe(1320);
  expect(line.revenueVnd.slice(0, 7)).toEqual([0, 100, 0, 100, 0, 0, null]);
  expect(line.provisionalFrom).toBe(483);
  expect(settledOnly(line, line.revenueVnd).slice(0, 5)).toEqual([0, 100, 0, null, null]);
});

test('sales outside the opening hours are drawn too', () => {
  const line = dayLine(board('2025-11-01', '2025-11-02T03:00:00Z', [at(455), at(1450)]));
  expect(line.minutes[0]).toBe(455);
  expect(line.minutes.at(-1)).toBe(1450);
});

test('the running total ends at the sum of the day', () => {
  const line = runningTotals(
    dayLine(board('2025-11-01', '2025-11-02T03:00:00Z', [at(481), at(600)])),
  );
  expect(line.revenueVnd.at(-1)).toBe(200);
  expect(line.entries.at(-1)).toBe(4);
});

test('hours sum to the day and keep the quiet ones between', () => {
  const hours = hoursOf([at(481), at(482), at(650)]);
  expect(hours.map((row) => [row.hour, row.revenueVnd])).toEqual([
    [8, 200],
    [9, 0],
    [10, 100],
  ]);
  expect(hoursOf([])).toEqual([]);
});

test('a sparkline leaves out the unfinished stretch', () => {
  expect(sparkOf([...Array<number>(45).fill(1), null, null])).toEqual([20, 20]);
});

test('the average of a quiet stretch is the one before it', () => {
  const line = dayLine(
    board('2025-11-01', '2025-11-01T02:00:00Z', [at(481, 300, 3), at(525, 90, 1)]),
  );
  expect(averageSpark(line)).toEqual([100, 100, 90]);
});

test('the moving mean of an even day is that day, and has no value for what is to come', () => {
  expect(movingMean([4, 4, 4, 4, null])).toEqual([4, 4, 4, 4, null]);
  expect(movingMean([0, 3, 0, 0], 3)).toEqual([1.5, 1, 1, 0]);
});

test('a running day is compared with the same time of the last open day', () => {
  const today = board('2025-11-02', '2025-11-02T03:00:00Z', [at(500, 150, 3, 5)]);
  const before = board('2025-11-01', '2025-11-02T03:00:00Z', [at(500), at(900, 900, 9, 9)]);
  expect(dayBefore(today)).toBe('2025-11-01');
  expect(dayBefore(before)).toBeNull();
  expect(compare(today, before)).toEqual({
    day: '2025-11-01',
    upToMinute: 600,
    revenue: { baseVnd: 100, change: 0.5 },
    sales: { base: 1, change: 2 },
    entries: { base: 2, change: 1.5 },
  });
});

test('a day that is over is compared whole, and nothing grows from nothing', () => {
  const over = board('2025-11-01', '2025-11-03T03:00:00Z', [at(500), at(900)]);
  const before = board('2025-10-31', '2025-11-03T03:00:00Z', []);
  expect(compare(over, before)).toMatchObject({
    upToMinute: null,
    revenue: { baseVnd: 0, change: null },
  });
});
