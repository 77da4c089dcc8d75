import { expect, test } from '@playwright/test';
import type { Board } from '../api/client';
import {
  averageSpark,
  dayBefore,
  dayLine,
  hoursOf,
  isProvisionalHour,
  minuteOnDay,
  minuteRows,
  movingMean,
  runningTotals,
  settledOnly,
  sparkOf,
} from './day-line.rules';
import type { MinuteRow } from './day-line.rules';
import { boothBeside } from './heat-map.rules';
import {
  askedOf,
  boardSearch,
  isFollowing,
  isPlainToday,
  periodChoice,
  searchOf,
  selectionOf,
  withPeriod,
  yesterdayOf,
} from './selection.rules';

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
const columnsOf = (rows: MinuteRow[]) => ({
  minute: rows.map((row) => row.minute),
  revenueVnd: rows.map((row) => row.revenueVnd),
  salesCount: rows.map((row) => row.salesCount),
  entries: rows.map((row) => row.entries),
});
const board = (day: string, asOf: string, rows: MinuteRow[], silentSince: string | null = null) =>
  ({
    tills: { silentCount: silentSince === null ? 0 : 2, silentSince },
    day,
    from: day,
    asOf,
    minutes: columnsOf(rows),
    fair: { timeZone: 'Asia/Ho_Chi_Minh', days },
  }) as Board;

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

test('while a phone is silent with an open shift, all since it was heard is provisional', () => {
  const silentSince = '2025-11-01T02:40:00Z';
  const shown = (day: string) =>
    dayLine(board(day, '2025-11-01T04:00:00Z', [at(500), at(590)], silentSince));
  const line = shown('2025-11-01');
  expect(line.provisionalFrom).toBe(580);
  expect([8, 9, 10].map((hour) => isProvisionalHour(line, hour))).toEqual([false, true, true]);
  expect(settledOnly(line, line.revenueVnd)[100]).toBeNull();
  expect(isProvisionalHour(shown('2025-10-31'), 21)).toBe(false);
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

test('columns and rows of minutes are the same minutes', () => {
  const rows = [at(481), at(650, 7, 2, 0)];
  expect(minuteRows(columnsOf(rows))).toEqual(rows);
});

test('the day before is the last open one', () => {
  expect(dayBefore(board('2025-11-02', '2025-11-02T03:00:00Z', []))).toBe('2025-11-01');
  expect(dayBefore(board('2025-11-01', '2025-11-02T03:00:00Z', []))).toBeNull();
});

test('an address becomes a selection and the selection the same address', () => {
  for (const search of [
    {},
    { day: '2025-11-01', zone: 1 },
    { from: '2025-10-31', to: '2025-11-02', zone: '1,2', origin: 'foreign,inProvince' },
    { zone: '01' },
  ]) {
    expect(searchOf('f', selectionOf(boardSearch(search)))).toEqual({
      ...boardSearch({}),
      fair: 'f',
      ...search,
    });
  }
  expect(boardSearch({ fair: 7, day: '', zone: ['A'] })).toEqual(boardSearch({}));
});

test('only today without a filter is what the live line brings', () => {
  const none = selectionOf({});
  expect(isPlainToday(none)).toBe(true);
  expect(isPlainToday({ ...none, zones: ['1'] })).toBe(false);
  expect(isPlainToday({ ...none, day: '2025-11-01' })).toBe(false);
  expect(isFollowing({ ...none, from: '2025-10-31', to: '2025-11-02' })).toBe(true);
  expect(isFollowing({ ...none, day: '2025-11-01' })).toBe(false);
  expect(askedOf({ ...none, zones: ['1', '2'], origins: ['foreign'] })).toEqual({
    zone: '1,2',
    origin: 'foreign',
  });
});

test('the period switch stands on what the address says, and keeps the filters', () => {
  const filtered = selectionOf({ zone: 'A' });
  const shown = { from: '2025-11-01', to: '2025-11-01' };
  for (const [choice, period] of [
    ['today', {}],
    ['2025-11-01', { day: '2025-11-01' }],
    ['fair', { from: '2025-10-31', to: '2025-11-02' }],
    ['range', shown],
  ] as const) {
    const selection = withPeriod(filtered, choice, days, shown);
    expect(selection).toEqual({ zones: ['A'], origins: [], ...period });
    expect(periodChoice(selection, days)).toBe(choice);
  }
  expect(yesterdayOf('2025-11-02', days)).toBe('2025-11-01');
  expect(yesterdayOf('2025-10-31', days)).toBeNull();
});

test('arrow keys lead from booth to booth and stop at the edge', () => {
  const booth = (id: string, x: number, y: number) => ({
    id,
    xCm: x,
    yCm: y,
    widthCm: 300,
    depthCm: 300,
  });
  const [a, b, c, d] = [
    booth('a', 0, 0),
    booth('b', 300, 0),
    booth('c', 0, 900),
    booth('d', 900, 600),
  ];
  const all = [a, b, c, d];
  expect(boothBeside(all, a, 'ArrowRight')?.id).toBe('b');
  expect(boothBeside(all, a, 'ArrowDown')?.id).toBe('c');
  expect(boothBeside(all, d, 'ArrowLeft')?.id).toBe('c');
  expect(boothBeside(all, a, 'ArrowUp')).toBeUndefined();
  expect(boothBeside(all, a, 'x')).toBeUndefined();
});
