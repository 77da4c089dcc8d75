import { expect, test } from '@playwright/test';
import { isOfToday } from './fair-day.rules';
import {
  attempted,
  backOffMs,
  confirmed,
  newTally,
  restarted,
  tapped,
  undone,
  waitingOf,
} from './tally.rules';
import type { Tally, Tap } from './tally.rules';

const at = (clock: string) => new Date(`2025-11-20T${clock}Z`);
const into = (count: number): Tap => ({ way: 'in', count });
const out = (count: number): Tap => ({ way: 'out', count });
const after = (...taps: [Tap, string][]): Tally =>
  taps.reduce(
    (tally, [tap, clock]) => tapped(tally, tap, at(clock)),
    newTally('fair', 'gate', 'phone'),
  );
const figures = ({ words }: Tally) =>
  words.map(({ sequence, entries, exits, undoneEntries, taps }) => [
    sequence,
    entries,
    exits,
    undoneEntries,
    taps,
  ]);

test('taps of a minute become one word, those of the next minute another', () => {
  const tally = after(
    [into(1), '03:00:01'],
    [into(5), '03:00:59'],
    [out(1), '03:00:59.999'],
    [into(1), '03:01:00'],
  );
  expect(figures(tally)).toEqual([
    [1, 6, 1, 0, 3],
    [2, 7, 1, 0, 1],
  ]);
  expect(waitingOf(tally)).toEqual({
    taps: 4,
    entries: 7,
    exits: 1,
    since: '2025-11-20T03:00:59.999Z',
  });
});

test('a word that was sent once never changes under its number', () => {
  const tally = tapped(attempted(after([into(1), '03:00:01'])), into(2), at('03:00:02'));
  expect(figures(tally)).toEqual([
    [1, 1, 0, 0, 1],
    [2, 3, 0, 0, 1],
  ]);
});

test('what was undone goes as undone, newest first, and no further than was tapped', () => {
  let tally = after([into(1), '03:00:01'], [into(5), '03:00:02']);
  tally = undone(tally, at('03:00:03'));
  expect(figures(tally)).toEqual([[1, 6, 0, 5, 3]]);
  tally = undone(undone(tally, at('03:00:04')), at('03:00:05'));
  expect(figures(tally)).toEqual([[1, 6, 0, 6, 4]]);
  expect(waitingOf(tally)).toMatchObject({ entries: 0, exits: 0 });
});

test('what the server confirmed waits no more; a late echo of another device changes nothing', () => {
  let tally = after([into(3), '03:00:01'], [into(4), '03:01:01']);
  tally = confirmed(tally, 'phone', 1);
  expect(waitingOf(tally)).toMatchObject({ taps: 1, entries: 4 });
  expect(confirmed(tally, 'phone', 1)).toEqual(tally);
  expect(confirmed(tally, 'other', 2)).toEqual(tally);
  expect(waitingOf(confirmed(tally, 'phone', 2))).toEqual({
    taps: 0,
    entries: 0,
    exits: 0,
    since: null,
  });
});

test('a counter that clashes starts again with exactly what was never confirmed', () => {
  let tally = confirmed(after([into(10), '03:00:01'], [out(2), '03:01:01']), 'phone', 1);
  tally = tapped(attempted(tally), into(5), at('03:02:00'));
  const fresh = restarted(tally, 'new phone');
  expect(fresh).toMatchObject({ deviceId: 'new phone', epoch: 1, sequence: 2, recent: [] });
  expect(figures(fresh)).toEqual([
    [1, 0, 2, 0, 1],
    [2, 5, 2, 0, 1],
  ]);
  expect(waitingOf(fresh)).toEqual(waitingOf(tally));
});

test('a counter that starts again never undoes more than it counts', () => {
  const tally = confirmed(after([into(5), '03:00:01']), 'phone', 1);
  const [word] = restarted(undone(tally, at('03:01:00')), 'new phone').words;
  expect([word?.entries, word?.undoneEntries]).toEqual([0, 0]);
});

test('waits longer after each failure, and never as long as its neighbours', () => {
  expect([1, 2, 3, 9].map((failures) => backOffMs(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 30_000,
  ]);
  expect(backOffMs(9, 0)).toBe(15_000);
});

test('what was heard before a night without a network is not called today', () => {
  const fair = { timeZone: 'Asia/Ho_Chi_Minh', dayCutMinutes: 240 };
  const isToday = (now: string) => isOfToday({ day: '2025-11-20' }, fair, new Date(now));
  expect(isToday('2025-11-20T20:59:59Z')).toBe(true);
  expect(isToday('2025-11-20T21:00:00Z')).toBe(false);
});
