/** Four wheels that only turn forward within an epoch, as the server keeps them. */
export interface Counter {
  entries: number;
  exits: number;
  undoneEntries: number;
  undoneExits: number;
}

export type Way = 'in' | 'out';

/** One tap: a visitor or a group, one way. */
export interface Tap {
  way: Way;
  count: number;
}

/** What will be sent: the counter as it stood at the end of one minute. */
export interface Word extends Counter {
  sequence: number;
  /** ISO 8601, by the server's clock as far as it is known. */
  countedAt: string;
  /** Taps and undos in it. */
  taps: number;
  /** Sent at least once: it must not change any more, its number belongs to these figures. */
  isAttempted: boolean;
}

/** What this device has counted at one gate, and what of it the server has confirmed. */
export interface Tally {
  fairId: string;
  gateId: string;
  deviceId: string;
  epoch: number;
  sequence: number;
  counter: Counter;
  confirmed: Counter;
  /** Not confirmed yet, oldest first. */
  words: Word[];
  /** Can be undone, newest last. */
  recent: Tap[];
}

const UNDOABLE = 50;
const A_MINUTE_MS = 60_000;
const zero: Counter = { entries: 0, exits: 0, undoneEntries: 0, undoneExits: 0 };

export const newTally = (fairId: string, gateId: string, deviceId: string): Tally => ({
  fairId,
  gateId,
  deviceId,
  epoch: 1,
  sequence: 0,
  counter: zero,
  confirmed: zero,
  words: [],
  recent: [],
});

const minuteOf = (at: Date) => Math.floor(at.getTime() / A_MINUTE_MS);

/* A word stays open for a minute, so that what was counted offline still falls on its own day. */
function turned(tally: Tally, turn: Partial<Counter>, at: Date): Tally {
  const counter = { ...tally.counter, ...turn };
  const last = tally.words.at(-1);
  const isOpen =
    last !== undefined && !last.isAttempted && minuteOf(new Date(last.countedAt)) === minuteOf(at);
  const sequence = isOpen ? last.sequence : tally.sequence + 1;
  const word: Word = {
    ...counter,
    sequence,
    countedAt: at.toISOString(),
    taps: (isOpen ? last.taps : 0) + 1,
    isAttempted: false,
  };
  const before = isOpen ? tally.words.slice(0, -1) : tally.words;
  return { ...tally, counter, sequence, words: [...before, word] };
}

/** The tally after a tap. */
export function tapped(tally: Tally, tap: Tap, at: Date): Tally {
  const { entries, exits } = tally.counter;
  const turn = tap.way === 'in' ? { entries: entries + tap.count } : { exits: exits + tap.count };
  return { ...turned(tally, turn, at), recent: [...tally.recent, tap].slice(-UNDOABLE) };
}

/** The tally after its newest tap was taken back; itself when there is none. */
export function undone(tally: Tally, at: Date): Tally {
  const last = tally.recent.at(-1);
  if (!last) return tally;
  const { undoneEntries, undoneExits } = tally.counter;
  const turn =
    last.way === 'in'
      ? { undoneEntries: undoneEntries + last.count }
      : { undoneExits: undoneExits + last.count };
  return { ...turned(tally, turn, at), recent: tally.recent.slice(0, -1) };
}

/** The oldest word, fixed from now on: whatever happens to it, the same is sent again. */
export function attempted(tally: Tally): Tally {
  const [first, ...others] = tally.words;
  return first ? { ...tally, words: [{ ...first, isAttempted: true }, ...others] } : tally;
}

/** The tally once the server has said that it holds the word with this number. */
export function confirmed(tally: Tally, deviceId: string, sequence: number): Tally {
  const word = tally.words.find((each) => each.sequence === sequence);
  if (tally.deviceId !== deviceId || !word) return tally;
  const { entries, exits, undoneEntries, undoneExits } = word;
  return {
    ...tally,
    confirmed: { entries, exits, undoneEntries, undoneExits },
    words: tally.words.filter((each) => each.sequence > sequence),
  };
}

const less = (counter: Counter, base: Counter): Counter => {
  const entries = counter.entries - base.entries;
  const exits = counter.exits - base.exits;
  return {
    entries,
    exits,
    undoneEntries: Math.min(entries, counter.undoneEntries - base.undoneEntries),
    undoneExits: Math.min(exits, counter.undoneExits - base.undoneExits),
  };
};

/**
 * Starts again from zero under another device id, with what was never confirmed. For a counter
 * that the server knows with other figures: this phone's storage was copied or set back, and the
 * copy may take the next epoch of the same id as well.
 */
export function restarted(tally: Tally, deviceId: string): Tally {
  const words = tally.words.map((word, at) => ({
    ...word,
    ...less(word, tally.confirmed),
    sequence: at + 1,
    isAttempted: false,
  }));
  return {
    ...newTally(tally.fairId, tally.gateId, deviceId),
    sequence: words.length,
    counter: less(tally.counter, tally.confirmed),
    words,
  };
}

/** What the server does not know yet. */
export interface Waiting {
  taps: number;
  entries: number;
  exits: number;
  /** ISO 8601 of the oldest; null when nothing waits. */
  since: string | null;
}

export function waitingOf({ words, counter, confirmed: known }: Tally): Waiting {
  return {
    taps: words.reduce((sum, { taps }) => sum + taps, 0),
    entries: counter.entries - known.entries - (counter.undoneEntries - known.undoneEntries),
    exits: counter.exits - known.exits - (counter.undoneExits - known.undoneExits),
    since: words[0]?.countedAt ?? null,
  };
}

/** How long to wait after the nth failure in a row: doubling to half a minute, some of it by chance. */
export const backOffMs = (failures: number, chance: number) =>
  Math.min(30_000, 1_000 * 2 ** Math.min(failures - 1, 5)) * (0.5 + chance / 2);
