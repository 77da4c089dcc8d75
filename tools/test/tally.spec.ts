import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestTally, playwrightTally, tallyOf } from './tally';

const test = (status: string, failureMessages: string[] = []) => ({
  status,
  fullName: 'a sum is right',
  failureMessages,
});

const counted = (numPassedTests: number, ...assertionResults: object[]) =>
  JSON.stringify({
    numPassedTests,
    testResults: [{ name: 'sum.spec.js', message: '', assertionResults }],
  });

const unread = JSON.stringify({
  numPassedTests: 0,
  testResults: [{ name: 'sum.spec.js', message: '\n  no such file\n', assertionResults: [] }],
});

const story = (status: string, message?: string) => ({
  title: 'opens',
  file: 'till.spec.ts',
  line: 7,
  tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
});

const browser = (specs: object[], errors: object[] = []) =>
  JSON.stringify({ suites: [{ specs: [], suites: [{ specs }] }], errors });

describe('the tally', () => {
  it.each([
    [counted(1, test('passed')), 1, []],
    [
      counted(
        1,
        test('passed'),
        test('failed', [
          '\u001b[31mnot equal\u001b[39m\n\n  Expected: 1\n  Received: 2\n  at here',
        ]),
      ),
      1,
      ['a sum is right · not equal\n        Expected: 1\n        Received: 2'],
    ],
    [
      counted(0, test('pending'), test('todo')),
      0,
      ['a sum is right · pending', 'a sum is right · todo'],
    ],
    [unread, 0, ['sum.spec.js · no such file']],
  ])('counts a skipped test and a spec that does not load as broken', (text, passed, broken) => {
    expect(jestTally(text)).toEqual({ passed, broken });
  });

  it.each([
    [browser([story('expected'), story('expected')]), 2, []],
    [
      browser([story('unexpected', 'Error: no till\n  at x'), story('flaky'), story('skipped')]),
      0,
      [
        'till.spec.ts:7 · opens · Error: no till',
        'till.spec.ts:7 · opens · flaky',
        'till.spec.ts:7 · opens · skipped',
      ],
    ],
    [browser([], [{ message: 'no browser' }]), 0, ['no browser']],
  ])('counts a flaky story of the browser as broken', (text, passed, broken) => {
    expect(playwrightTally(text)).toEqual({ passed, broken });
  });

  it('tells below a story that failed what was seen', () => {
    const failed = story('unexpected', 'Error: no till');
    const results = failed.tests.flatMap((test) => test.results);
    const body = Buffer.from('page 0 at /till\n- heading "Gian hàng"').toString('base64');
    const attachments = [{ path: 'a/picture.png' }, { body }];
    const tests = [
      { status: 'unexpected', results: results.map((result) => ({ ...result, attachments })) },
    ];
    expect(playwrightTally(browser([{ ...failed, tests }])).broken).toEqual([
      'till.spec.ts:7 · opens · Error: no till\n' +
        '        page 0 at /till\n        - heading "Gian hàng"',
    ]);
  });

  describe('of a run', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tally-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('is one failure when the run wrote nothing', () => {
      const tally = tallyOf(join(folder, 'none.json'), 0, jestTally);
      expect(tally).toEqual({ passed: 0, broken: ['it ended with 0 and wrote no result'] });
    });

    it('is one failure more when the run ended badly without saying why', () => {
      const file = join(folder, 'result.json');
      writeFileSync(file, counted(7, test('passed')));
      expect(tallyOf(file, 1, jestTally)).toEqual({
        passed: 7,
        broken: ['it ended with 1 and says of no test that it failed'],
      });
      expect(tallyOf(file, 0, jestTally)).toEqual({ passed: 7, broken: [] });
    });
  });
});
