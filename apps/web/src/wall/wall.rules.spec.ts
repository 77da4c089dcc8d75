import { expect, test } from '@playwright/test';
import {
  dayState,
  fairNow,
  lineState,
  nameSize,
  roundTop,
  sceneAt,
  SCENES,
  scenesOf,
  secretIn,
  shiftAt,
  untilFour,
} from './wall.rules';

const zone = 'Asia/Ho_Chi_Minh';
const at = (clock: string, day = '2025-11-20') => Date.parse(`${day}T${clock}+07:00`);

for (const [hash, pathname, secret] of [
  ['#abc_-1', '/tv/', 'abc_-1'],
  ['', '/tv/abc_-1', 'abc_-1'],
  ['', '/tv/abc/', 'abc'],
  ['#abc', '/tv/other', 'abc'],
  ['#', '/tv/', null],
  ['', '/tv', null],
] as const) {
  test(`the address ${pathname}${hash} holds ${secret ?? 'no secret'}`, () => {
    expect(secretIn({ hash, pathname })).toBe(secret);
  });
}

test('three scenes take turns, and the picture wanders by four pixels', () => {
  expect([0, 19_999, 20_000, 40_000, 60_000].map((ms) => sceneAt(ms, 20_000, SCENES))).toEqual([
    'figures',
    'figures',
    'plan',
    'booths',
    'figures',
  ]);
  const corners = [0, 1, 2, 3, 4].map((minute) => shiftAt(minute * 60_000, 60_000).join());
  expect(corners).toEqual(['0,0', '4,0', '4,4', '0,4', '0,0']);
});

test('before anything is sold no booth is shown before another', () => {
  const board = (totalVnd: number) => ({ ranking: [], revenue: { totalVnd } }) as never;
  expect(scenesOf(board(0))).toEqual(['figures', 'plan']);
  expect(scenesOf(board(1))).toEqual([...SCENES]);
});

test('the clock is the server’s, however wrong the box’s own is', () => {
  const told = { fairMs: at('10:00:00'), heardAtMs: 5_000, speed: 1 };
  expect(fairNow(told, 65_000)).toBe(at('10:01:00'));
  expect(fairNow({ ...told, speed: 60 }, 6_000)).toBe(at('10:01:00'));
  expect(fairNow(told, 0)).toBe(at('10:00:00'));
});

for (const [now, minutes] of [
  ['03:59:00', 1],
  ['04:00:00', 1_440],
  ['04:00:30', 1_439.5],
  ['22:00:00', 360],
] as const) {
  test(`at ${now} the page is opened anew in ${minutes} minutes`, () => {
    expect(untilFour(at(now), zone)).toBe(minutes * 60_000);
  });
}

for (const [what, openedAtMs, heardAtMs, state] of [
  ['was opened a moment ago', 19_000, null, 'connecting'],
  ['was opened a beat ago and has heard nothing', 15_000, null, 'cut'],
  ['heard a word 14 s ago', 0, 6_000, 'live'],
  ['has missed three beats', 0, 5_000, 'cut'],
] as const) {
  test(`a wall that ${what} is ${state}`, () => {
    expect(lineState({ openedAtMs, heardAtMs }, 20_000, 5_000)).toBe(state);
  });
}

for (const [clock, day, state] of [
  ['23:00:00', '2025-11-18', 'upcoming'],
  ['07:59:00', '2025-11-20', 'before'],
  ['08:00:00', '2025-11-20', 'open'],
  ['22:00:00', '2025-11-20', 'after'],
  ['09:00:00', '2025-11-21', 'past'],
] as const) {
  test(`at ${clock} of ${day} the day of the board is ${state}`, () => {
    const hours = { day: '2025-11-20', opensAt: '08:00', closesAt: '22:00', isOpen: true };
    const board = (isOpen: boolean) => ({
      day: '2025-11-20',
      fair: { timeZone: zone, days: [{ ...hours, isOpen }] },
    });
    expect(dayState(board(true), at(clock, day))).toBe(state);
    const isThatDay = day === '2025-11-20';
    expect(dayState(board(false), at(clock, day))).toBe(isThatDay ? 'closed' : state);
  });
}

test('a long name is written smaller, an axis ends at a round number', () => {
  expect([nameSize('Hội chợ'), nameSize('x'.repeat(70)), nameSize('x'.repeat(170))]).toEqual([
    2.1, 1.7, 1.45,
  ]);
  expect([0, 1, 3, 20, 21, 7_400_000].map(roundTop)).toEqual([1, 1, 3, 20, 30, 8_000_000]);
});
