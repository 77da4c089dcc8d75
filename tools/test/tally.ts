import { existsSync, readFileSync } from 'node:fs';

/** How many promises were kept and broken. */
export interface Tally {
  passed: number;
  failed: number;
}

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Reads what Jest wrote with `--json`. A test that was skipped has failed: nothing is skipped. */
export function jestTally(text: string): Tally {
  const result = JSON.parse(text) as JestResult;
  return {
    passed: result.numPassedTests,
    failed:
      result.numFailedTests +
      result.numPendingTests +
      result.numTodoTests +
      result.numRuntimeErrorTestSuites,
  };
}

interface PlaywrightResult {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Reads what Playwright's json reporter wrote. Flaky and skipped are failed. */
export function playwrightTally(text: string): Tally {
  const { stats, errors } = JSON.parse(text) as PlaywrightResult;
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected, failed: unexpected + flaky + skipped + errors.length };
}

/**
 * The tally of a run that exited with `code` and wrote (or did not write) `file`. A run that ended
 * badly and counts no failure of its own is one failure: it fell over its own feet.
 */
export function tallyOf(file: string, code: number, read: (text: string) => Tally): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const tally = read(readFileSync(file, 'utf8'));
  return code !== 0 && tally.failed === 0 ? add(tally, { passed: 0, failed: 1 }) : tally;
}
