import type { FairServer } from '../fair-server';

/** How a fault is played. */
export interface Play {
  seed: number;
  /** A small form for every run of the tests, or the whole one that is run by hand. */
  isShort: boolean;
  /** False: the protection is off, and the count must find what that costs. */
  isProtected: boolean;
}

/** What a run found. Three sets: made at tills and shown as sold, acknowledged, and linked. */
export interface Found {
  /** What was done to whom, and how often. */
  faults: Record<string, number>;
  made: number;
  acked: number;
  stored: number;
  /** Made, and not linked. */
  lost: number;
  /** Linked more than once, or linked and never made. */
  duplicates: number;
  /** Linked with another total than was shown. */
  wrongAmount: number;
  moneyDifferenceVnd: number;
  chainBreaks: number;
  rollupMismatches: number;
  /** How long the board took to say what the ledger held, once all was sent. */
  boardLagMs: number;
  /** Promises of this fault alone, each a count of what broke it. */
  broken: Record<string, number>;
}

/** One kind of fault: the promise in words, what its control does without, and how to play it. */
export interface Fault {
  name: string;
  promise: string;
  /** What is switched off in the control. */
  control: string;
  /** Whether its guards are off afterwards: then the server is good for the control, and for nothing else. */
  spoilsServer?: boolean;
  /** The spec that tells the short form in every run of the tests; then this one is run by hand alone. */
  storyOfShortForm?: string;
  /** `open` answers a server; a fault that kills Postgres brings one of its own. */
  run(play: Play, open: () => Promise<FairServer>): Promise<Found>;
}

/** This machine cannot play the fault; the sentence says what it would need. */
export class NotHere extends Error {}

/** Everything that must be 0. */
export function violationsOf(found: Found): Record<string, number> {
  const { lost, duplicates, wrongAmount, moneyDifferenceVnd, chainBreaks, rollupMismatches } =
    found;
  const unacknowledged = Math.max(0, found.made - found.acked);
  const all: Record<string, number> = {
    lost,
    duplicates,
    wrongAmount,
    moneyDifferenceVnd,
    chainBreaks,
    rollupMismatches,
    unacknowledged,
    ...found.broken,
  };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0));
}

/** The one line of a run. */
export function lineOf(name: string, seed: number, found: Found, seconds: number): string {
  const words = (counts: Record<string, number>) =>
    Object.entries(counts).map(([kind, count]) => `${kind}: ${count}`);
  return [
    `${name}: seed ${seed}`,
    `faults {${words(found.faults).join(', ')}}`,
    `made ${found.made}`,
    `acked ${found.acked}`,
    `stored ${found.stored}`,
    `lost ${found.lost}`,
    `duplicates ${found.duplicates}`,
    `wrong amount ${found.wrongAmount}`,
    `money difference ${found.moneyDifferenceVnd} VND`,
    `chain breaks ${found.chainBreaks}`,
    `rollup mismatches ${found.rollupMismatches}`,
    ...words(found.broken),
    `board lag ${found.boardLagMs} ms`,
    `seconds ${seconds.toFixed(1)}`,
  ].join(', ');
}
