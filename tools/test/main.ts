import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { watchCallers } from '../machine/callers';
import { projectFolder } from '../machine/project-folder';
import { complain, say } from '../start/screen';
import { systemPrograms, type SystemPrograms } from './system-programs';
import {
  add,
  brokenBy,
  jestTally,
  kept,
  lookedAtAgain,
  none,
  playwrightTally,
  tallyOf,
  type Broken,
  type Tally,
} from './tally';
import { TestHouse } from './test-house';

const minute = 60_000;
const inProject = (...path: string[]) => join(projectFolder, ...path);
const packageProgram = (...path: string[]) => inProject('node_modules', ...path);

const processTests = join('test', 'start');
const faultTests = join('test', 'faults');
const browserTests = join('test', 'browser');
/* The rules of the web are run by the browser's runner too: they speak its dialect. */
const inBrowser = [browserTests, join('apps', 'web')];
const browserConfig = join(browserTests, 'playwright.config.ts');
const webTypes = join('apps', 'web', 'tsconfig.json');
/* The compiler that runs as machine code; `typescript` itself is there for those who read its API. */
const typeChecker = packageProgram('typescript-native', 'bin', 'tsc');
const generate = join('dist', 'tools', 'generate', 'main.js');

/* Together with the tests of processes, faults and the browser, every spec runs once. */
const others = [...inBrowser, processTests, faultTests];
const withoutOthers = [
  '--testPathIgnorePatterns',
  ...others.map((place) => `<rootDir>/dist/${place}/`),
];

/* What a person names is a source; what runs is made of it. */
const asBuilt = (arg: string) => arg.replace(/\.spec\.ts$/, '.spec.js');

/** A check that is one promise: it holds or it does not. */
interface Check {
  title: string;
  args: string[];
}

const checks: Check[] = [
  { title: 'format', args: [packageProgram('oxfmt', 'bin', 'oxfmt'), '--check', '.'] },
  { title: 'lint', args: [packageProgram('oxlint', 'bin', 'oxlint'), '.'] },
  { title: 'types', args: [typeChecker, '-p', '.'] },
  { title: 'types of the web', args: [typeChecker, '-p', webTypes] },
  { title: 'generated files are fresh', args: [generate, '--check'] },
];

/* More than these are no chance, and a second look would only take time. */
const MOST_BY_CHANCE = 8;

/** What a check or a suite came to. */
interface Result {
  title: string;
  tally: Tally;
  seconds: number;
  /** Runs some of its files once more, alone. */
  again?: (files: string[]) => Promise<Tally>;
}

/** When what a suite prints is shown. */
type Words = 'as they come' | 'kept until its end';

/** All of `npm test`, or the part that a path names. */
class TestRun {
  private readonly house = new TestHouse();
  private readonly results: Result[] = [];
  private readonly unsteady: Broken[] = [];
  private environment: Record<string, string> = {};

  /** What waits runs beside what works, so that two cores are seldom idle. */
  async everything(): Promise<void> {
    const programs = await this.findPrograms();
    this.count({ title: 'build', tally: kept, seconds: process.uptime() });
    const isOpen = programs !== null && (await this.openServers(programs));
    await Promise.all([isOpen && this.browser([]), this.besideTheBrowser(isOpen)]);
    await this.lookAgain();
  }

  /** Tests that waited in vain beside others, on a machine that may have stood still: once more, alone. */
  private async lookAgain(): Promise<void> {
    const broken = this.results.flatMap(({ tally }) => tally.broken);
    if (broken.length > MOST_BY_CHANCE || !broken.every(({ isLate }) => isLate)) return;
    for (const result of this.results) {
      const files = [...new Set(result.tally.broken.flatMap(({ file }) => file ?? []))];
      if (files.length === 0 || !result.again) continue;
      say(`\n${result.title}, a second look, alone: ${files.join(', ')}`);
      const { tally, unsteady } = lookedAtAgain(result.tally, await result.again(files));
      result.tally = tally;
      this.unsteady.push(...unsteady);
    }
  }

  async part(args: string[]): Promise<void> {
    const programs = await this.findPrograms();
    if (programs === null || !(await this.openServers(programs))) return;
    const isForBrowser = args.some((arg) => inBrowser.some((place) => arg.startsWith(place)));
    if (isForBrowser) await this.browser(args);
    else await this.jest('tests', ['--runInBand', ...args.map(asBuilt)]);
  }

  /** Prints the sum and answers the exit code. */
  async close(): Promise<number> {
    await this.house.close();
    const { passed, broken } = this.results.map(({ tally }) => tally).reduce(add, none);
    say('');
    for (const result of this.results) {
      say(lineOf(result));
      /* Each by its name: of a long run only the end may be kept. */
      for (const { words } of result.tally.broken) say(`      ✗ ${words}`);
    }
    if (this.unsteady.length > 0) {
      say('\nIn time only when alone, which is to be mended:');
      for (const { words } of this.unsteady) say(`      ~ ${words}`);
    }
    say(`\n${passed} passed, ${broken.length} failed`);
    /* The names once more: what was seen is long. */
    for (const each of this.unsteady) say(`  ~ ${nameOf(each)}`);
    for (const each of broken) say(`  ✗ ${nameOf(each)}`);
    return broken.length === 0 ? 0 : 1;
  }

  fail(title: string, words: string): void {
    complain(`  ✗ ${title}\n${words}\n`);
    this.count({ title, tally: brokenBy(words), seconds: 0 });
  }

  leave(): Promise<void> {
    return this.house.close();
  }

  /* One thing at a time, with its words kept until its end: those of the browser would mix with them. */
  private async besideTheBrowser(isOpen: boolean): Promise<void> {
    for (const check of checks) await this.check(check);
    if (!isOpen) return;
    await this.jest('process tests', ['--runInBand', processTests], 'kept until its end');
    await this.jest('faults', ['--runInBand', faultTests], 'kept until its end');
    const rest = ['--maxWorkers', '2', ...withoutOthers];
    await this.jest('unit, database and end-to-end tests', rest, 'kept until its end');
  }

  private async findPrograms(): Promise<SystemPrograms | null> {
    try {
      const programs = await systemPrograms();
      this.environment = { CHROMIUM_PATH: programs.chromium };
      return programs;
    } catch (failure) {
      this.fail('Chromium and Redis', (failure as Error).message);
      return null;
    }
  }

  private async openServers({ redis }: SystemPrograms): Promise<boolean> {
    try {
      this.environment.TEST_DATABASE_URL = await this.house.openPostgres();
      this.environment.TEST_REDIS_URL = await this.house.openRedis(redis);
      return true;
    } catch (failure) {
      this.fail('PostgreSQL and Redis', (failure as Error).message);
      return false;
    }
  }

  private async check({ title, args }: Check): Promise<void> {
    const startedMs = performance.now();
    const options = { isQuiet: true, limitMs: 20 * minute };
    const { code, output } = await this.house.run(process.execPath, args, options);
    if (code !== 0) complain(`${output}\n`);
    const tally = code === 0 ? kept : brokenBy(`it ended with ${code}`);
    this.count({ title, tally, seconds: secondsSince(startedMs) });
  }

  private async jest(title: string, args: string[], words?: Words): Promise<void> {
    const run = (asked: string[]) => this.runJest(title, asked, words);
    const again = (files: string[]) => run(['--runInBand', '--runTestsByPath', ...files]);
    await this.suite(title, () => run(args), again);
  }

  private runJest(title: string, args: string[], words?: Words): Promise<Tally> {
    const result = join(this.house.folder, `${title}.json`);
    const program = packageProgram('jest', 'bin', 'jest.js');
    const all = ['--enable-source-maps', program, ...args, '--json', '--outputFile', result];
    return this.runSuite(result, jestTally, all, words);
  }

  private async browser(args: string[]): Promise<void> {
    const again = (files: string[]) => this.runBrowser(['--workers', '1', ...files]);
    await this.suite('browser stories', () => this.runBrowser(args), again);
  }

  private runBrowser(args: string[]): Promise<Tally> {
    const result = join(this.house.folder, 'browser.json');
    this.environment.PLAYWRIGHT_JSON_OUTPUT_FILE = result;
    return this.runSuite(result, playwrightTally, [
      ...[packageProgram('@playwright', 'test', 'cli.js'), 'test', '--config', browserConfig],
      ...['--reporter', 'list,json', ...args],
    ]);
  }

  private async suite(
    title: string,
    run: () => Promise<Tally>,
    again: Result['again'],
  ): Promise<void> {
    const startedMs = performance.now();
    const tally = await run();
    this.count({ title, tally, seconds: secondsSince(startedMs), again });
  }

  private async runSuite(
    result: string,
    read: (text: string) => Tally,
    args: string[],
    words: Words = 'as they come',
  ): Promise<Tally> {
    rmSync(result, { force: true });
    /* Only against one that hangs: a machine may be a third as fast today. */
    const { code, output } = await this.house.run(process.execPath, args, {
      env: this.environment,
      isQuiet: words === 'kept until its end',
      limitMs: 90 * minute,
    });
    if (output !== '') say(output);
    return tallyOf(result, code, read);
  }

  private count(result: Result): void {
    say(lineOf(result));
    this.results.push(result);
  }
}

const secondsSince = (startedMs: number) => (performance.now() - startedMs) / 1000;

function lineOf({ title, tally: { passed, broken }, seconds }: Result): string {
  const sign = broken.length === 0 ? '✓' : '✗';
  const failed = broken.length === 0 ? '' : `, ${broken.length} failed`;
  return `  ${sign} ${title}: ${passed} passed${failed} (${seconds.toFixed(1)} s)`;
}

const nameOf = ({ words }: Broken) => words.split('\n', 1)[0];

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const run = new TestRun();
  const leave = () => void run.leave().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  watchCallers(leave);
  try {
    await (args.length === 0 ? run.everything() : run.part(args));
  } catch (failure) {
    run.fail('npm test', String((failure as Error).stack));
  }
  process.exit(await run.close());
}

void main();
