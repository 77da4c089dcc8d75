import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestTally, lookedAtAgain, playwrightTally, tallyOf, type Tally } from './tally';

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

const wordsOf = ({ broken }: Tally) => broken.map(({ words }) => words);

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
    const tally = jestTally(text);
    expect([tally.passed, wordsOf(tally)]).toEqual([passed, broken]);
    expect(tally.broken.every(({ file }) => file === 'sum.spec.js')).toBe(true);
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
    const tally = playwrightTally(text);
    expect([tally.passed, wordsOf(tally)]).toEqual([passed, broken]);
  });

  it('tells below a story that failed what was seen', () => {
    const failed = story('unexpected', 'Error: no till');
    const results = failed.tests.flatMap((test) => test.results);
    const body = Buffer.from('page 0 at /till\n- heading "Gian hàng"').toString('base64');
    const attachments = [{ path: 'a/picture.png' }, { body }];
    const tests = [
      { status: 'unexpected', results: results.map((result) => ({ ...result, attachments })) },
    ];
    expect(wordsOf(playwrightTally(browser([{ ...failed, tests }])))).toEqual([
      'till.spec.ts:7 · opens · Error: no till\n' +
        '        page 0 at /till\n        - heading "Gian hàng"',
    ]);
  });

  it.each([
    ['Error: It was not over after 180 s.', true],
    ['Error: it did not come to pass in 120000 ms', true],
    ['Error: Waited 180000 ms until the door opens.\nnothing', true],
    ['Error: expect(received).toBe(expected)\n\nExpected: 12059500\nReceived: 12158500', false],
    ['Error: main.js ended with 1.\nlost 0, money difference 99000 VND', false],
  ])('tells who waited in vain from who saw a wrong number: %s', (message, isLate) => {
    expect(jestTally(counted(0, test('failed', [message]))).broken).toMatchObject([{ isLate }]);
  });

  it.each([
    ['Error: expect(locator).toBeVisible() failed\n\nTimeout: 30000ms\nCall log:', true],
    ['TimeoutError: locator.click: Timeout 30000ms exceeded.', true],
    ['Test timeout of 180000ms exceeded.', true],
    ['Error: Timeout 60000ms exceeded while waiting on the predicate', true],
    ['Error: expect(received).toBe(expected)\n > 9 | expect(vnd, { timeout: 30 })', false],
  ])('does so of stories: %s', (message, isLate) => {
    const { broken } = playwrightTally(browser([story('unexpected', message), story('skipped')]));
    expect(broken).toMatchObject([{ isLate }, { isLate: true }]);
  });

  describe('of a second look', () => {
    const [a, b] = [
      { words: 'a', file: 'a.spec.js' },
      { words: 'b', file: 'b.spec.js' },
    ] as const;
    const first: Tally = { passed: 7, broken: [a, b, { words: 'lint' }] };

    it('keeps what is broken twice, and names what was kept the second time', () => {
      expect(lookedAtAgain(first, { passed: 3, broken: [b] })).toEqual({
        tally: { passed: 8, broken: [b, { words: 'lint' }] },
        unsteady: [a],
      });
    });

    it('believes no second run that fell over its own feet', () => {
      const second = { passed: 0, broken: [{ words: 'it ended with 1 and wrote no result' }] };
      expect(lookedAtAgain(first, second)).toEqual({ tally: first, unsteady: [] });
    });
  });

  describe('of a run', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tally-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('is one failure when the run wrote nothing', () => {
      const tally = tallyOf(join(folder, 'none.json'), 0, jestTally);
      expect(tally).toEqual({
        passed: 0,
        broken: [{ words: 'it ended with 0 and wrote no result' }],
      });
    });

    it('is one failure more when the run ended badly without saying why', () => {
      const file = join(folder, 'result.json');
      writeFileSync(file, counted(7, test('passed')));
      expect(tallyOf(file, 1, jestTally)).toEqual({
        passed: 7,
        broken: [{ words: 'it ended with 1 and says of no test that it failed' }],
      });
      expect(tallyOf(file, 0, jestTally)).toEqual({ passed: 7, broken: [] });
    });
  });
});
