import { fairMoment } from '@phien/kernel';
import type { Board } from '../api/client';

/** What a wall shows, one after the other. */
export const SCENES = ['figures', 'plan', 'booths'] as const;
export type Scene = (typeof SCENES)[number];

/** The secret of a wall's address: behind the `#`, or, for boxes that keep none, the last part of it. */
export function secretIn({ hash, pathname }: { hash: string; pathname: string }): string | null {
  return hash.replace(/^#/, '') || (/^\/tv\/([\w-]+)\/?$/.exec(pathname)?.[1] ?? null);
}

/** What there is to show: before anything is sold no booth stands before another. */
export const scenesOf = ({ ranking, revenue }: Pick<Board, 'ranking' | 'revenue'>) =>
  SCENES.filter((scene) => scene !== 'booths' || ranking.length > 0 || revenue.totalVnd > 0);

/** The scene of a moment since the wall was opened. */
export const sceneAt = (elapsedMs: number, sceneMs: number, scenes: readonly Scene[]): Scene =>
  scenes[Math.floor(elapsedMs / sceneMs) % scenes.length] ?? 'figures';

const CORNERS = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
] as const;

/** Where the picture stands, in px: it wanders by 4 px so that no letter burns into the glass. */
export function shiftAt(elapsedMs: number, shiftMs: number): readonly [x: number, y: number] {
  return CORNERS[Math.floor(elapsedMs / shiftMs) % CORNERS.length] ?? CORNERS[0];
}

/** What the server said the time was, and when by this machine's clock, which may be wrong. */
export interface ToldTime {
  fairMs: number;
  heardAtMs: number;
  /** How fast fair time runs. */
  speed: number;
}

/** Fair time now. */
export const fairNow = ({ fairMs, heardAtMs, speed }: ToldTime, nowMs: number): number =>
  fairMs + Math.max(0, nowMs - heardAtMs) * speed;

const MINUTE_MS = 60_000;
const ANEW_AT_MINUTE = 4 * 60;

/** How long until four in the morning at the fair, in ms of fair time; never 0. */
export function untilFour(nowMs: number, timeZone: string): number {
  const { minute } = fairMoment(new Date(nowMs), timeZone, 0);
  const minutes = (ANEW_AT_MINUTE - minute + 1_440) % 1_440 || 1_440;
  return minutes * MINUTE_MS - (nowMs % MINUTE_MS);
}

/** The line to the server. Instants are of this machine's own clock, in ms. */
export interface Line {
  openedAtMs: number;
  /** The last word of the server; null before the first. */
  heardAtMs: number | null;
}

export type LineState = 'connecting' | 'live' | 'cut';

const MISSED_BEATS = 3;

/**
 * Whether what is shown is of now: `live`; a wall that has just been opened is `connecting` for a beat;
 * after three beats without a word it is `cut`.
 */
export function lineState(line: Line, nowMs: number, heartbeatMs: number): LineState {
  const isFirst = line.heardAtMs === null;
  const beats = Math.floor((nowMs - (line.heardAtMs ?? line.openedAtMs)) / heartbeatMs);
  if (beats >= (isFirst ? 1 : MISSED_BEATS)) return 'cut';
  return isFirst ? 'connecting' : 'live';
}

/** Where the fair stands in the day that its board shows. */
export type DayState = 'upcoming' | 'closed' | 'before' | 'open' | 'after' | 'past';

export function dayState(
  { day, fair }: Pick<Board, 'day'> & { fair: Pick<Board['fair'], 'days' | 'timeZone'> },
  nowMs: number,
): DayState {
  const now = fairMoment(new Date(nowMs), fair.timeZone, 0);
  if (now.day < day) return 'upcoming';
  const hours = fair.days.find((each) => each.day === day);
  /* A day may run past its midnight; its board stays as long as it does. */
  if (now.day > day) return 'past';
  if (!hours?.isOpen) return 'closed';
  if (now.minute < minuteOf(hours.opensAt)) return 'before';
  return now.minute < minuteOf(hours.closesAt) ? 'open' : 'after';
}

const minuteOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The name's size in rem: long names of fairs are official ones, and nobody may cut them. */
export function nameSize(name: string): number {
  if (name.length <= 48) return 2.1;
  return name.length <= 100 ? 1.7 : 1.45;
}

/** A round number at or above, for the top of an axis; its half can be written too. */
export function roundTop(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 3, 4, 5, 6, 8, 10].find((digit) => digit * power >= value) ?? 10) * power;
}
