import { expect, test } from '@playwright/test';
import {
  dayToShow,
  filesOf,
  formatSigned,
  formatSize,
  graceChoices,
  isOnItsWay,
  knownReason,
  shelved,
  shortHash,
  standingOf,
} from './reports.rules';

const at = '2025-11-20T16:00:00.000Z';
const days = [
  { day: '2025-11-19', state: 'complete' as const, closesByItselfAt: null },
  { day: '2025-11-20', state: 'open' as const, closesByItselfAt: at },
  { day: '2025-11-21', state: 'upcoming' as const, closesByItselfAt: at },
  { day: '2025-11-22', state: 'upcoming' as const, closesByItselfAt: at },
];

test('days that have begun come newest first, days to come the next first', () => {
  const { begun, upcoming } = shelved([...days].reverse());
  expect(begun.map(({ day }) => day)).toEqual(['2025-11-20', '2025-11-19']);
  expect(upcoming.map(({ day }) => day)).toEqual(['2025-11-21', '2025-11-22']);
});

test('the address names the day; without one it is the newest that has begun', () => {
  expect(dayToShow(days, '2025-11-19')?.day).toBe('2025-11-19');
  expect(dayToShow(days, undefined)?.day).toBe('2025-11-20');
  expect(dayToShow(days.slice(2), undefined)?.day).toBe('2025-11-21');
  expect(dayToShow(days, '2024-01-01')).toBeUndefined();
  expect(dayToShow([], undefined)).toBeUndefined();
});

test('a day that is over and empty is not called open', () => {
  expect(days.map(standingOf)).toEqual(['complete', 'open', 'upcoming', 'upcoming']);
  expect(standingOf({ day: '2025-11-18', state: 'open', closesByItselfAt: null })).toBe('silent');
});

test('files are looked for again soon while they are on their way', () => {
  const states = ['ready', 'making', 'waiting', 'failed', 'absent'] as const;
  expect(states.map((state) => isOnItsWay({ state }))).toEqual([false, true, true, false, false]);
  const files = [1, 2, 2].map((revision) => ({ day: '2025-11-19', revision }));
  expect(filesOf(files, { day: '2025-11-19', revision: 2 })).toHaveLength(2);
});

test('sizes, changes and hashes are short and say their sign', () => {
  expect([formatSize(312_400, 'vi'), formatSize(1_440_000, 'vi'), formatSize(20, 'en')]).toEqual([
    '312 KB',
    '1,4 MB',
    '1 KB',
  ]);
  expect([1_500, -1_500, 0].map((amount) => formatSigned(amount, 'vi'))).toEqual([
    '+1.500',
    '−1.500',
    '0',
  ]);
  expect(shortHash(`${'a'.repeat(32)}${'b'.repeat(32)}`)).toBe('aaaaaaaa … bbbbbbbb');
});

test('the house’s own reasons are known, a person’s words are left as they are', () => {
  expect(['không ghi lý do', 'máy báo muộn', 'hết giờ mở cửa', 'đếm lại'].map(knownReason)).toEqual(
    ['first', 'late', 'hours', null],
  );
});

test('the grace that holds is among the choices, once', () => {
  expect(graceChoices(60)).toEqual([0, 15, 30, 45, 60, 90, 120, 180]);
  expect(graceChoices(75)).toContain(75);
});
