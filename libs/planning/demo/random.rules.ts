/** Numbers that look random and are the same for the same seed, in every run and on every machine. */
export interface Dice {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number;
}

/** Dice for a word: a 32-bit FNV-1a hash of it seeds the mulberry32 generator. */
export function diceFor(word: string): Dice {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) {
    state = Math.imul(state ^ byte, 0x01000193);
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    /* Box and Muller. */
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
