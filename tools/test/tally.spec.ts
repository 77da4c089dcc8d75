import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestTally, playwrightTally, tallyOf } from './tally';

const counted = (counts: object) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    ...counts,
  });

const browser = (counts: object, errors: unknown[] = []) =>
  JSON.stringify({
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...counts },
    errors,
  });

describe('the tally', () => {
  it.each([
    [counted({ numPassedTests: 7 }), { passed: 7, failed: 0 }],
    [counted({ numPassedTests: 7, numFailedTests: 2 }), { passed: 7, failed: 2 }],
    [counted({ numPassedTests: 7, numPendingTests: 1, numTodoTests: 1 }), { passed: 7, failed: 2 }],
    [counted({ numRuntimeErrorTestSuites: 1 }), { passed: 0, failed: 1 }],
  ])('counts a skipped test and a spec that does not load as failed', (text, expected) => {
    expect(jestTally(text)).toEqual(expected);
  });

  it.each([
    [browser({ expected: 3 }), { passed: 3, failed: 0 }],
    [browser({ expected: 3, unexpected: 1, flaky: 1, skipped: 1 }), { passed: 3, failed: 3 }],
    [browser({}, [{ message: 'no browser' }]), { passed: 0, failed: 1 }],
  ])('counts a flaky story of the browser as failed', (text, expected) => {
    expect(playwrightTally(text)).toEqual(expected);
  });

  describe('of a run', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tally-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('is one failure when the run wrote nothing', () => {
      expect(tallyOf(join(folder, 'none.json'), 0, jestTally)).toEqual({ passed: 0, failed: 1 });
    });

    it('is one failure more when the run ended badly without saying why', () => {
      const file = join(folder, 'result.json');
      writeFileSync(file, counted({ numPassedTests: 7 }));
      expect(tallyOf(file, 1, jestTally)).toEqual({ passed: 7, failed: 1 });
      expect(tallyOf(file, 0, jestTally)).toEqual({ passed: 7, failed: 0 });
    });
  });
});
