import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, runningProcess, type RunningProcess } from '../machine/running-process';
import type { KeeperMessage, KeeperOrder } from './keeper.messages';

export interface EmbeddedPostgresOptions {
  /** The data folder of Phiên; PostgreSQL lives in its `postgres`. */
  dataFolder: string;
  logFile: string;
  /** Faster, and broken by a power cut: for tests. */
  isQuick?: boolean;
  onNote: (text: string) => void;
  /** It runs, for the first time or again; the address may be another than before. */
  onReady?: (ready: ReadyPostgres) => void;
  onKeeper?: (keeper: RunningProcess) => void;
}

export interface ReadyPostgres {
  url: string;
  superuserUrl: string;
  version: string;
}

const pauseBeforeNextMs = 250;
const stopWithinMs = 35_000;

/** PostgreSQL for as long as this process lives: starts its keeper, and a new one when that dies. */
export class EmbeddedPostgres {
  private keeper: ChildProcess | null = null;
  private isStopping = false;
  private hasBeenReady = false;

  constructor(private readonly options: EmbeddedPostgresOptions) {}

  /** Answers when PostgreSQL takes connections. Throws an Error whose message says why it cannot. */
  start(): Promise<ReadyPostgres> {
    return new Promise((resolve, reject) => this.startKeeper(resolve, reject));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    const { keeper } = this;
    if (keeper?.pid === undefined) return;
    const known = runningProcess(keeper.pid);
    if (known === null) return;
    if (keeper.connected) keeper.send({ kind: 'stop' } satisfies KeeperOrder);
    const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
    await Promise.race([gone, pause(stopWithinMs, undefined, { ref: false })]);
    await endProcess(known, [{ signal: 'SIGKILL', waitMs: 2_000 }]);
  }

  private startKeeper(
    resolve: (ready: ReadyPostgres) => void,
    reject: (failure: Error) => void,
  ): void {
    const { dataFolder, logFile, isQuick, onNote, onReady, onKeeper } = this.options;
    const args = ['--data', dataFolder, '--log', logFile, ...(isQuick ? ['--quick'] : [])];
    let sentence = '';
    const keeper = fork(join(__dirname, 'keeper.js'), args, {
      // Not in the terminal's group: Ctrl-C is for the supervisor alone, PostgreSQL ends last.
      detached: true,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.keeper = keeper;
    const known = keeper.pid === undefined ? null : runningProcess(keeper.pid);
    if (known !== null) onKeeper?.(known);
    keeper.on('message', (message: KeeperMessage) => {
      if (message.kind === 'note') onNote(message.text);
      if (message.kind === 'failed') sentence = message.sentence;
      if (message.kind === 'restarting') onNote(`${message.why} → khởi động lại · starting again`);
      if (message.kind === 'ready') {
        this.hasBeenReady = true;
        onReady?.(message);
        resolve(message);
      }
    });
    keeper.once('error', reject);
    keeper.once('exit', (code, signal) => {
      if (this.isStopping) return;
      reject(new Error(sentence || `The keeper of PostgreSQL ended (${signal ?? code}).`));
      if (!this.hasBeenReady) return;
      onNote(`keeper: ${sentence || signal || code} → khởi động lại · starting again`);
      setTimeout(() => this.isStopping || this.startKeeper(resolve, reject), pauseBeforeNextMs);
    });
  }
}
