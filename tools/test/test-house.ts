import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../machine/free-port';
import { projectFolder } from '../machine/project-folder';
import { endProcess, runningProcess } from '../machine/running-process';
import { EmbeddedPostgres } from '../postgres/embedded-postgres';
import { removeHome } from '../postgres/postgres-home';

const redisWithinMs = 20_000;
const leashedCommand = join(__dirname, '..', 'machine', 'leashed-command.js');

export interface CommandResult {
  code: number;
  /** What it printed, when it was asked to print to us. */
  output: string;
}

/** What the tests lean on: a folder, a PostgreSQL and a Redis that nobody will miss afterwards. */
export class TestHouse {
  readonly folder = mkdtempSync(join(tmpdir(), 'phien-test-'));
  private readonly postgres = new EmbeddedPostgres({
    dataFolder: this.folder,
    logFile: join(this.folder, 'postgres.log'),
    isQuick: true,
    onNote: () => undefined,
  });
  private readonly commands = new Set<ChildProcess>();
  private closing: Promise<void> | null = null;

  constructor() {
    // PostgreSQL may run as another user than we do, and its data lies in here.
    chmodSync(this.folder, 0o755);
  }

  /** Answers the URL of a superuser. */
  async openPostgres(): Promise<string> {
    return (await this.postgres.start()).superuserUrl;
  }

  /** Answers the URL. Redis keeps nothing and listens on this machine alone. */
  async openRedis(program: string): Promise<string> {
    const port = await freePort();
    const redis = this.launch(
      program,
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', this.folder],
        ...['--save', '', '--appendonly', 'no', '--loglevel', 'warning'],
      ],
      {},
      'ignore',
    );
    const deadline = Date.now() + redisWithinMs;
    while (!(await takesConnections(port))) {
      if (redis.exitCode !== null || Date.now() > deadline) throw new Error('Redis did not start.');
      await pause(20);
    }
    return `redis://127.0.0.1:${port}`;
  }

  /** Runs a program to its end, at most `limitMs`. Its output is shown, or kept with `isQuiet`. */
  async run(
    program: string,
    args: string[],
    options: { env?: Record<string, string>; isQuiet?: boolean; limitMs: number },
  ): Promise<CommandResult> {
    if (this.closing !== null) return { code: 1, output: '' };
    const stdio = options.isQuiet ? 'pipe' : 'inherit';
    const child = this.launch(program, args, options.env ?? {}, stdio);
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\nStopped after ${options.limitMs / 1000} s.`));
      void endCommand(child);
    }, options.limitMs);
    const code = await new Promise<number>((resolve) => {
      child.once('error', () => resolve(127));
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
    clearTimeout(limit);
    return { code, output: Buffer.concat(chunks).toString('utf8').trim() };
  }

  /** Ends what still runs and leaves nothing behind. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await Promise.all([...this.commands].map(endCommand));
    await this.postgres.stop();
    removeHome(this.folder);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private launch(
    program: string,
    args: string[],
    env: Record<string, string>,
    stdio: 'pipe' | 'inherit' | 'ignore',
  ): ChildProcess {
    const streams: StdioOptions = ['ignore', stdio, stdio, 'ipc'];
    const child = fork(leashedCommand, [program, ...args], {
      cwd: projectFolder,
      execArgv: [],
      stdio: streams,
      env: { ...plainEnvironment(), ...env },
    });
    this.commands.add(child);
    child.once('exit', () => this.commands.delete(child));
    return child;
  }
}

async function endCommand(child: ChildProcess): Promise<void> {
  const running = child.pid === undefined ? null : runningProcess(child.pid);
  if (running === null) return;
  await endProcess(running, [
    { signal: 'SIGTERM', waitMs: 10_000 },
    { signal: 'SIGKILL', waitMs: 2_000 },
  ]);
}

/* What this npm says about itself, and a NODE_ENV of the caller, are not for the programs under test. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const isLeftOut = (name: string) => name === 'NODE_ENV' || /^npm_(?!config_)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isLeftOut(name)));
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
