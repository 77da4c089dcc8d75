/** What was done to the tills and gates: by their networks, by their phones, by a thief. */
const faultKinds = [
  ...(['resend', 'cut', 'parallel'] as const),
  ...(['clock', 'clockJump', 'badDocument', 'reboot', 'stolen'] as const),
];
type FaultKind = (typeof faultKinds)[number];

export const noFaults = () =>
  Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;

/** What the simulated tills and gates did and heard. */
export interface Played {
  /** Documents made, shift documents too. */
  made: number;
  /** Documents of which an answer said that the ledger holds them. */
  acked: number;
  /** What the documents made sum to. */
  madeVnd: number;
  /** Entries tapped and not taken back. */
  madeEntries: number;
  /** What the server said of the same counters. */
  countedEntries: number;
  /** By how much what booths declared differs from what the server says they did. */
  declaredGapVnd: number;
  faults: Record<FaultKind, number>;
  /** Documents made on purpose that the ledger must set aside; the money made is without theirs. */
  toSetAside: number;
  /** Sentences about answers that should not have come. */
  wrongAnswers: string[];
}

/** What the ledger holds of the chains of this run. */
export interface Kept {
  linked: number;
  booked: number;
  setAside: number;
  bookedVnd: number;
  linesVnd: number;
  paymentsVnd: number;
}

/** The fair's figures at one moment, over every register and gate and the days of the run. */
export interface FairFigures {
  ledgerVnd: number;
  boardVnd: number;
  gateEntries: number;
  boardEntries: number;
  /** What every booth has declared, by the facts, and as the board has it. */
  declaredVnd: number;
  boardDeclaredVnd: number;
}

export interface Outcome {
  lost: number;
  duplicates: number;
  moneyDifferenceVnd: number;
  visitsDifference: number;
  boardDifferenceVnd: number;
  declaredDifferenceVnd: number;
  /** Null when the day was not closed. */
  closingDifferenceVnd: number | null;
  isExact: boolean;
}

/** The board moved by as much as the facts did, whoever else sold or counted meanwhile. */
export function boardMatches(before: FairFigures, after: FairFigures): boolean {
  return (
    boardGapVnd(before, after) === 0 &&
    visitsGap(before, after) === 0 &&
    declaredGapVnd(before, after) === 0
  );
}

function declaredGapVnd(before: FairFigures, after: FairFigures): number {
  return (
    after.boardDeclaredVnd - before.boardDeclaredVnd - (after.declaredVnd - before.declaredVnd)
  );
}

function boardGapVnd(before: FairFigures, after: FairFigures): number {
  return after.boardVnd - before.boardVnd - (after.ledgerVnd - before.ledgerVnd);
}

function visitsGap(before: FairFigures, after: FairFigures): number {
  return after.boardEntries - before.boardEntries - (after.gateEntries - before.gateEntries);
}

/** Compares what was made with what is kept and shown; every difference is absolute. */
export function outcomeOf(
  played: Played,
  kept: Kept,
  before: FairFigures,
  after: FairFigures,
  closingDifferenceVnd: number | null,
): Outcome {
  const sums = [kept.bookedVnd, kept.linesVnd, kept.paymentsVnd];
  const moneyDifferenceVnd = Math.max(...sums.map((vnd) => Math.abs(vnd - played.madeVnd)));
  const outcome = {
    lost: Math.max(0, played.made - kept.linked),
    duplicates: Math.max(0, kept.linked - played.made),
    moneyDifferenceVnd,
    visitsDifference:
      Math.abs(played.countedEntries - played.madeEntries) + Math.abs(visitsGap(before, after)),
    boardDifferenceVnd: Math.abs(boardGapVnd(before, after)),
    declaredDifferenceVnd: played.declaredGapVnd + Math.abs(declaredGapVnd(before, after)),
    closingDifferenceVnd,
  };
  const isExact =
    Object.values(outcome).every((difference) => difference === 0 || difference === null) &&
    played.acked === played.made &&
    kept.linked === kept.booked + kept.setAside &&
    kept.setAside === played.toSetAside &&
    played.wrongAnswers.length === 0;
  return { ...outcome, isExact };
}

/** The last line of a run. */
export function outcomeLine(
  seed: string,
  played: Played,
  kept: Kept,
  outcome: Outcome,
  seconds: number,
): string {
  const faults = faultKinds.map((kind) => `${kind}: ${played.faults[kind]}`);
  const closing =
    outcome.closingDifferenceVnd === null
      ? []
      : [`closing difference ${outcome.closingDifferenceVnd} VND`];
  return [
    `seed ${seed}`,
    `faults {${faults.join(', ')}}`,
    `made ${played.made}`,
    `acked ${played.acked}`,
    `stored ${kept.linked}`,
    `booked ${kept.booked}`,
    `set aside ${kept.setAside} of ${played.toSetAside}`,
    `lost ${outcome.lost}`,
    `duplicates ${outcome.duplicates}`,
    `money difference ${outcome.moneyDifferenceVnd} VND`,
    `visits difference ${outcome.visitsDifference}`,
    `board difference ${outcome.boardDifferenceVnd} VND`,
    `declared difference ${outcome.declaredDifferenceVnd} VND`,
    ...closing,
    `seconds ${seconds.toFixed(1)}`,
  ].join(', ');
}
