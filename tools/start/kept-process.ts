import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { doorFlags } from '../machine/door-flags';
import { lastLines, openFreshLog } from '../machine/log-file';
import { projectFolder } from '../machine/project-folder';
import { endProcess, runningProcess, type RunningProcess } from '../machine/running-process';
import { watchLog } from './log-watch';

export interface KeptProcessOptions {
  name: string;
  /** The compiled file it runs. */
  main: string;
  args?: string[];
  /** Asked at every start: the database may have moved to another port. */
  environment: () => NodeJS.ProcessEnv;
  logFile: string;
  onStart?: (running: RunningProcess) => void;
  onNote: (line: string) => void;
  /** What it says to us alone, and not to its log. */
  onMessage?: (message: unknown) => void;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const drainMs = 10_000;
const shortestPauseMs = 200;
const longestPauseMs = 10_000;
/* Whoever lived this long has started well: the next fall is a new story. */
const healthyAfterMs = 30_000;

const leash = join(__dirname, '..', 'machine', 'leash.js');

/** A process of Node that belongs to us: on our leash, its words in a log, started again on a crash. */
export class KeptProcess {
  private child: ChildProcess | null = null;
  private isWanted = false;
  private pauseMs = shortestPauseMs;
  private nextStart: NodeJS.Timeout | undefined;

  constructor(private readonly options: KeptProcessOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** The last lines it wrote. */
  get lastWords(): string {
    return lastLines(this.options.logFile, 12);
  }

  /** Runs once and answers how it ended. */
  run(): Promise<Ending> {
    return new Promise((resolve, reject) => {
      const child = this.launch();
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
  }

  /** Keeps it running until `stop`. `onFall` may say no to the next start. */
  start(onFall: (ending: Ending) => boolean = () => true): void {
    this.isWanted = true;
    const bornMs = Date.now();
    const child = this.launch();
    child.once('exit', (code, signal) => {
      // One that was stopped may report its end after the next has begun.
      if (!this.isWanted || child !== this.child || !onFall({ code, signal })) return;
      if (Date.now() - bornMs > healthyAfterMs) this.pauseMs = shortestPauseMs;
      this.options.onNote(`✗ ${this.name}: ${signal ?? code} → khởi động lại · starting again`);
      this.nextStart = setTimeout(() => this.start(onFall), this.pauseMs);
      this.pauseMs = Math.min(longestPauseMs, this.pauseMs * 2);
    });
  }

  /** Lets it bring its work to an end, at most ten seconds. */
  async stop(): Promise<void> {
    this.isWanted = false;
    clearTimeout(this.nextStart);
    const { child } = this;
    const running = child?.pid === undefined ? null : runningProcess(child.pid);
    if (running === null) return;
    await endProcess(running, [
      { signal: 'SIGTERM', waitMs: drainMs },
      { signal: 'SIGKILL', waitMs: 5_000 },
    ]);
  }

  private launch(): ChildProcess {
    const { name, main, args = [], logFile, onStart, onNote, onMessage } = this.options;
    if (!existsSync(main)) throw new Error(`${basename(main)} of ${name} is not built.`);
    const log = openFreshLog(logFile);
    const child = fork(main, args, {
      cwd: projectFolder,
      // A group of its own: Ctrl-C reaches the supervisor alone, which closes in the right order.
      detached: true,
      execArgv: [...doorFlags, '--require', leash],
      stdio: ['ignore', log, log, 'ipc'],
      env: this.options.environment(),
    });
    closeSync(log);
    this.child = child;
    const running = child.pid === undefined ? null : runningProcess(child.pid);
    if (running !== null) onStart?.(running);
    if (onMessage) child.on('message', onMessage);
    const endWatch = watchLog(logFile, (line) => onNote(`✗ ${name}: ${line}`));
    child.once('exit', endWatch);
    return child;
  }
}
