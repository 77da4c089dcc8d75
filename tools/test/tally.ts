import { existsSync, readFileSync } from 'node:fs';

/** A promise that was broken. */
export interface Broken {
  /** A line with its name, and below it what was seen. */
  words: string;
  /** The file of a test, as its runner names it. */
  file?: string;
  /** It waited in vain, and saw nothing that is wrong. */
  isLate?: boolean;
}

/** How many promises were kept, and which were broken. */
export interface Tally {
  passed: number;
  broken: Broken[];
}

export const none: Tally = { passed: 0, broken: [] };

export const kept: Tally = { passed: 1, broken: [] };

export const brokenBy = (words: string): Tally => ({ passed: 0, broken: [{ words }] });

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  broken: [...a.broken, ...b.broken],
});

/**
 * What of `first` a second run of its broken files, alone, kept: those are `unsteady`. A second run
 * that fell over its own feet says nothing of any test.
 */
export function lookedAtAgain(first: Tally, second: Tally): { tally: Tally; unsteady: Broken[] } {
  const stillBroken = new Set(second.broken.map(({ file }) => file));
  const isSteady = ({ file }: Broken) =>
    file === undefined || stillBroken.has(undefined) || stillBroken.has(file);
  const unsteady = first.broken.filter((each) => !isSteady(each));
  const passed = first.passed + unsteady.length;
  return { tally: { passed, broken: first.broken.filter(isSteady) }, unsteady };
}

interface JestResult {
  numPassedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const MOST_LINES = 20;

/* What a failure says, up to where it was in the code, without the colours of a terminal. */
function saying(words: string): string[] {
  const lines = words
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/\u001b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const end = lines.findIndex((line, at) => at > 0 && line.startsWith('at '));
  return lines.slice(0, end < 0 ? MOST_LINES : Math.min(end, MOST_LINES));
}

/* The first line of what was said stands beside the name; the rest, and what was seen, below it. */
function tell(names: string[], [first = '', ...rest]: string[], seen: string[] = []): string {
  const line = [...names, first].filter((part) => part !== '').join(' · ');
  return [line, ...rest, ...seen].join('\n        ');
}

/* As the runners and our own tests say it; a story is skipped when the one before it in its row fell. */
const IN_VAIN =
  /^(TimeoutError|Timeout:|.*\btimeout of|.*Timeout \d+ms exceeded|.*was not over after|.*did not come to pass|.*Waited \d+ ms|skipped$)/m;

function brokenTest(file: string, names: string[], said: string[], seen?: string[]): Broken {
  return { words: tell(names, said, seen), file, isLate: IN_VAIN.test(said.join('\n')) };
}

/** Reads what Jest wrote with `--json`. A test that was skipped has failed: nothing is skipped. */
export function jestTally(text: string): Tally {
  const result = JSON.parse(text) as JestResult;
  const broken = result.testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ status, fullName, failureMessages }) =>
        brokenTest(name, [fullName], saying(failureMessages[0] ?? status)),
      );
    const isUnread = assertionResults.length === 0 && message !== '';
    return isUnread ? [brokenTest(name, [name], saying(message))] : tests;
  });
  return { passed: result.numPassedTests, broken };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    line: number;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      results: {
        errors: { message?: string }[];
        /** Their bodies in Base64. */
        attachments?: { body?: string }[];
      }[];
    }[];
  }[];
}

interface PlaywrightResult {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** Reads what Playwright's json reporter wrote. Flaky and skipped are failed. */
export function playwrightTally(text: string): Tally {
  const { suites, errors } = JSON.parse(text) as PlaywrightResult;
  const ran = suites.flatMap(testsIn);
  const broken = ran.flatMap(({ title, file, line, status, results }) => {
    if (status === 'expected') return [];
    const why = results.flatMap((result) => result.errors)[0]?.message ?? status;
    const seen = results.flatMap(({ attachments = [] }) => attachments.flatMap(linesOf));
    return [brokenTest(file, [`${file}:${line}`, title], saying(why), seen)];
  });
  return {
    passed: ran.length - broken.length,
    broken: [
      ...broken,
      ...errors.map(({ message = 'an error' }) => ({ words: tell([], saying(message)) })),
    ],
  };
}

const linesOf = ({ body }: { body?: string }): string[] =>
  body === undefined ? [] : Buffer.from(body, 'base64').toString('utf8').split('\n');

const testsIn = ({ suites = [], specs }: PlaywrightSuite): RanStory[] => [
  ...specs.flatMap(({ tests, ...spec }) => tests.map((test) => ({ ...spec, ...test }))),
  ...suites.flatMap(testsIn),
];

type Spec = PlaywrightSuite['specs'][number];
type RanStory = Omit<Spec, 'tests'> & Spec['tests'][number];

/**
 * The tally of a run that exited with `code` and wrote (or did not write) `file`. A run that ended
 * badly and names nothing broken is one failure: it fell over its own feet.
 */
export function tallyOf(file: string, code: number, read: (text: string) => Tally): Tally {
  if (!existsSync(file)) return brokenBy(`it ended with ${code} and wrote no result`);
  const tally = read(readFileSync(file, 'utf8'));
  if (code === 0 || tally.broken.length > 0) return tally;
  return add(tally, brokenBy(`it ended with ${code} and says of no test that it failed`));
}
