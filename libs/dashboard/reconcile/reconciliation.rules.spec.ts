import { isOverdue } from './reconciliation.rules';

describe('a comparison that does not come', () => {
  const NOW = new Date('2025-10-28T12:00:00Z');
  const MINUTE = 60_000;
  const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE);
  it.each<[string, number, number, number, number, boolean]>([
    ['a minute ago', 1, 800, 1, 600, false],
    ['five minutes ago', 5, 800, 1, 600, false],
    ['six minutes ago', 6, 800, 1, 600, true],
    ['nine hours ago', 540, 800, 1, 600, true],
    ['nine hours ago, but the door opened a minute ago', 540, 800, 1, 1, false],
    ['six minutes ago of a fair that takes half a minute', 6, 30_000, 1, 600, false],
    ['a quarter of an hour ago of a fair that takes half a minute', 15, 30_000, 1, 600, true],
    ['an hour ago on a clock sixty times as fast', 60, 800, 60, 600, false],
    ['six hours ago on a clock sixty times as fast', 360, 800, 60, 600, true],
    ['nine hours from now, since the clock was set back', -540, 800, 1, 600, true],
  ])('made %s', (_, minutesAgo, tookMs, speed, watchedMinutes, expected) => {
    const watch = { now: NOW, speed, watchedMs: watchedMinutes * MINUTE };
    expect(isOverdue({ since: ago(minutesAgo), tookMs }, watch)).toBe(expected);
  });
});
