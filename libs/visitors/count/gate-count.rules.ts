/** The four wheels of a counter; each only ever turns forward within an epoch. */
export interface Counter {
  entries: number;
  exits: number;
  undoneEntries: number;
  undoneExits: number;
}

/** The counters already stored around a sequence: at it, next below it, next above it. */
export interface StoredAround {
  same?: Counter;
  below?: Counter;
  above?: Counter;
}

export type CountVerdict =
  | { answer: 'repeat' }
  | { answer: 'store'; entriesAdded: number; exitsAdded: number }
  | {
      answer: 'refuse';
      code: 'undone_exceeds_counted' | 'count_conflict' | 'counter_went_backwards';
    };

const zero: Counter = { entries: 0, exits: 0, undoneEntries: 0, undoneExits: 0 };
const wheels = ['entries', 'exits', 'undoneEntries', 'undoneExits'] as const;

const sameCounter = (a: Counter, b: Counter) => wheels.every((wheel) => a[wheel] === b[wheel]);
const notBehind = (later: Counter, earlier: Counter) =>
  wheels.every((wheel) => later[wheel] >= earlier[wheel]);

/** Entries that stand: those undone are taken off. */
export const standingEntries = (counter: Counter) => counter.entries - counter.undoneEntries;
export const standingExits = (counter: Counter) => counter.exits - counter.undoneExits;

/**
 * What a counter's message adds. A message that arrives after a newer one adds nothing: the newer
 * one has already brought its visits. So the sum of what was added is the counter with the highest
 * sequence, in whatever order the messages arrive.
 */
export function judgeCount(counter: Counter, around: StoredAround): CountVerdict {
  if (around.same) {
    return sameCounter(counter, around.same)
      ? { answer: 'repeat' }
      : { answer: 'refuse', code: 'count_conflict' };
  }
  if (counter.undoneEntries > counter.entries || counter.undoneExits > counter.exits) {
    return { answer: 'refuse', code: 'undone_exceeds_counted' };
  }
  const before = around.below ?? zero;
  if (!notBehind(counter, before) || (around.above && !notBehind(around.above, counter))) {
    return { answer: 'refuse', code: 'counter_went_backwards' };
  }
  if (around.above) return { answer: 'store', entriesAdded: 0, exitsAdded: 0 };
  return {
    answer: 'store',
    entriesAdded: standingEntries(counter) - standingEntries(before),
    exitsAdded: standingExits(counter) - standingExits(before),
  };
}

const OLDEST_MS = 7 * 24 * 60 * 60_000;

/**
 * When it was counted, as far as the phone's clock can be believed: not later than received, not
 * over 7 days before; received, when it says nothing that is an instant.
 */
export function believedInstant(countedAt: Date, receivedAt: Date): Date {
  const received = receivedAt.getTime();
  const counted = countedAt.getTime();
  if (Number.isNaN(counted)) return receivedAt;
  return new Date(Math.min(received, Math.max(received - OLDEST_MS, counted)));
}

/** People inside by the gates' figures; a counter that missed entries never shows fewer than nobody. */
export const insideOf = (entries: number, exits: number) => Math.max(0, entries - exits);
