import { createHash } from 'node:crypto';
import { canonicalText } from '@phien/till';
import type { ClosingFigures, DifferenceToRevision } from './figures.rules';

/** Where one register's chain stands, hashes in lower-case hex. */
export interface FrozenHead {
  registerId: string;
  epoch: number;
  sequence: number;
  hash: string;
  signedSequence: number | null;
}

/** A revision without its own hash. Heads ascend by register, then epoch; hashes are hex. */
export interface UnsealedClosing {
  fairId: string;
  day: string;
  revision: number;
  closedAt: Date;
  reason: string;
  isComplete: boolean;
  documentCount: number;
  totalVnd: number;
  entries: number;
  documentsHash: string;
  /** Null in what was closed before booths could declare. */
  declaredCount: number | null;
  declaredVnd: number | null;
  declaredHash: string | null;
  heads: readonly FrozenHead[];
  figures: ClosingFigures;
}

/** A revision as it is kept. */
export interface SealedClosing extends UnsealedClosing {
  /** `closingHash` of the rest, hex. */
  hash: string;
}

/**
 * The hash that stands for a revision: sha256 of the canonical text (RFC 8785, UTF-8) of
 * `{ closedAt, day, documentCount, documentsHash, entries, fairId, figures, heads, isComplete,
 * reason, revision, totalVnd }`, and `{ declaredCount, declaredHash, declaredVnd }` where they are
 * not null; `closedAt` in ISO 8601 with milliseconds and Z. Anyone who holds
 * the row and its heads can compute it again. Hex.
 */
export function closingHash(closing: UnsealedClosing): string {
  const sealed = {
    fairId: closing.fairId,
    day: closing.day,
    revision: closing.revision,
    closedAt: closing.closedAt.toISOString(),
    reason: closing.reason,
    isComplete: closing.isComplete,
    documentCount: closing.documentCount,
    totalVnd: closing.totalVnd,
    entries: closing.entries,
    documentsHash: closing.documentsHash,
    ...(closing.declaredHash !== null && {
      declaredCount: closing.declaredCount,
      declaredVnd: closing.declaredVnd,
      declaredHash: closing.declaredHash,
    }),
    heads: closing.heads.map(({ registerId, epoch, sequence, hash, signedSequence }) => ({
      registerId,
      epoch,
      sequence,
      hash,
      signedSequence,
    })),
    figures: closing.figures,
  };
  return createHash('sha256').update(canonicalText(sealed), 'utf8').digest('hex');
}

/**
 * Whether the sum of what came late is the money of one booth, so that who may not see the one must
 * not see the other. A booth that only opened or closed a shift hides nothing in a sum.
 */
export function isOneBoothsMoney({ booths }: Pick<DifferenceToRevision, 'booths'>): boolean {
  const earning = booths.filter(
    ({ totalVnd, declaredVnd = 0 }) => totalVnd !== 0 || declaredVnd !== 0,
  );
  return booths.length === 1 || earning.length === 1;
}

export const REASON_FIRST = 'không ghi lý do';
export const REASON_LATE = 'máy báo muộn';
/** A day that nobody closed closes itself. */
export const REASON_HOURS_OVER = 'hết giờ mở cửa';

export type DayState = 'upcoming' | 'open' | 'provisional' | 'complete';

/**
 * `upcoming` before the day begins; `open` until it is closed for the first time; then `complete`
 * when its latest revision is and nothing waits, else `provisional`.
 */
export function dayState(
  day: string,
  today: string,
  latest: { isComplete: boolean } | null,
  waitingCount: number,
): DayState {
  if (latest === null) return day > today ? 'upcoming' : 'open';
  return latest.isComplete && waitingCount === 0 ? 'complete' : 'provisional';
}
