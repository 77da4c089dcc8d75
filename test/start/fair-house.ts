import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../tools/machine/free-port';
import { projectFolder } from '../../tools/machine/project-folder';
import { homeLink, removeHome } from '../../tools/postgres/postgres-home';
import { readHouse } from '../../tools/start/house-record';

const openWithinMs = 300_000;
const endWithinMs = 120_000;

/** Waits until `look` answers something; fails with `what` and the last words of `tell`. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | false> | T | null | false,
  withinMs: number,
  tell: () => string = () => '',
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms until ${what}.\n${tell()}`);
    await pause(50);
  }
}

/** The supervisor, what it keeps, and the server of PostgreSQL that the keeper keeps. */
export type HousePart = 'house' | 'api' | 'worker' | 'postgres' | 'server';

/** One command that was typed, and what it printed. */
export class TypedCommand {
  output = '';
  hasEnded = false;
  readonly exited: Promise<number>;

  constructor(readonly child: ChildProcess) {
    const collect = (chunk: Buffer) => (this.output += chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    this.exited = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        this.hasEnded = true;
        resolve(signal === null ? (code ?? 1) : 128);
      });
    });
  }
}

/** A fair that is opened and closed by the real commands, on a data folder of its own. */
export class FairHouse {
  private constructor(
    readonly dataFolder: string,
    readonly port: number,
  ) {}

  static async make(): Promise<FairHouse> {
    const dataFolder = mkdtempSync(join(realpathSync(tmpdir()), 'phien-start-'));
    chmodSync(dataFolder, 0o755);
    return new FairHouse(dataFolder, await freePort());
  }

  /** The same fair with its data somewhere else. */
  in(dataFolder: string): FairHouse {
    return new FairHouse(dataFolder, this.port);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Types `npm <words>` in a terminal of its own, so that Ctrl-C reaches all that npm started. */
  type(...words: string[]): TypedCommand {
    return this.typeWith({}, ...words);
  }

  typeWith(settings: Record<string, string>, ...words: string[]): TypedCommand {
    return new TypedCommand(
      spawn('npm', words, {
        cwd: projectFolder,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...this.environment(), ...settings },
      }),
    );
  }

  /** `npm start`, until the fair is open. */
  open(...words: string[]): Promise<TypedCommand> {
    return this.openWith({}, ...words);
  }

  async openWith(settings: Record<string, string>, ...words: string[]): Promise<TypedCommand> {
    const start = this.typeWith(settings, 'start', ...words);
    await until(
      'the fair is open',
      async () => {
        if (start.hasEnded)
          throw new Error(`The fair did not open.\n${start.output}${this.logs()}`);
        return start.output.includes('Phiên is open') && (await this.health()) === 200;
      },
      openWithinMs,
      () => start.output + this.logs(),
    );
    return start;
  }

  /** The status of the health page, or null when nobody listens. */
  async health(): Promise<number | null> {
    try {
      const answer = await fetch(`${this.address}/api/health`, {
        signal: AbortSignal.timeout(2_000),
      });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return null;
    }
  }

  isHealthy(): Promise<number> {
    const look = async () => (await this.health()) === 200 && 200;
    return until('the health page says 200', look, openWithinMs, () => this.logs());
  }

  /** The pid of the supervisor (`house`), of a kept process, or of PostgreSQL's server (`server`). */
  pid(name: HousePart): number {
    if (name === 'server') {
      const pidFile = join(realpathSync(homeLink(this.dataFolder)), 'data', 'postmaster.pid');
      return Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    }
    const record = readHouse(this.dataFolder);
    const pid = name === 'house' ? record?.supervisor.pid : record?.kept[name]?.pid;
    if (pid === undefined) throw new Error(`${name} does not run.`);
    return pid;
  }

  /** `kill -9` of all of them in one breath. What one takes along into death is dead as well. */
  kill(...names: HousePart[]): void {
    for (const pid of names.map((name) => this.pid(name))) killIfAlive(pid);
  }

  /** What a fair must not lose: the ids of the fairs that the seed made. */
  async fairs(): Promise<string[]> {
    return this.ask<string>('SELECT id AS answer FROM fair ORDER BY id');
  }

  /** The pids of PostgreSQL's sessions that serve the fair. */
  sessions(): Promise<number[]> {
    return this.ask<number>(
      `SELECT pid AS answer FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND datname = current_database()
         AND pid <> pg_backend_pid()`,
    );
  }

  /** One of them, when there is one. */
  session(): Promise<number> {
    const first = async () => (await this.sessions())[0] ?? null;
    return until('somebody talks to PostgreSQL', first, openWithinMs);
  }

  private async ask<T>(query: string): Promise<T[]> {
    const home = realpathSync(homeLink(this.dataFolder));
    const read = (file: string) => readFileSync(join(home, file), 'utf8').trim();
    const client = new Client({
      host: '127.0.0.1',
      port: Number(read('port')),
      user: 'phien',
      database: 'phien',
      password: read('password-phien'),
    });
    /* PostgreSQL may be killed just now: the question is told of that, and nobody else need be. */
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ answer: T }>(query);
      return rows.map(({ answer }) => answer);
    } finally {
      await client.end();
    }
  }

  /** Nothing that belongs to this fair may be left running, whatever it is called. */
  async expectNothingLeft(): Promise<void> {
    await until(
      'nothing of the fair runs any more',
      () => this.processes().length === 0,
      endWithinMs,
      () => this.processes().join('\n'),
    );
    expect(await this.health()).toBeNull();
  }

  /** Ends what a failed test left behind, and the data. */
  async remove(): Promise<void> {
    await this.type('stop').exited;
    for (const line of this.processes()) killIfAlive(Number(line.split(' ')[0]));
    await this.expectNothingLeft();
    removeHome(this.dataFolder);
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  /** Takes the port of the fair, as another program would. */
  takePort(): Promise<Server> {
    return new Promise((resolve, reject) => {
      const other = createServer();
      other.once('error', reject);
      other.listen({ port: this.port, host: '127.0.0.1' }, () => resolve(other));
    });
  }

  environment(): NodeJS.ProcessEnv {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^npm_|^NODE_ENV$|^TEST_|^JEST_|^(DATABASE|REDIS)_URL$|^HOST$/.test(name),
    );
    return {
      ...Object.fromEntries(inherited),
      PHIEN_DATA: this.dataFolder,
      PORT: String(this.port),
    };
  }

  /* A process belongs to the fair when its words, its environment or its folder name the data. */
  private processes(): string[] {
    const names = [this.dataFolder, realHome(this.dataFolder)].filter((name) => name !== null);
    const isOfTheFair = (text: string) => names.some((name) => text.includes(name));
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) =>
        isOfTheFair(`${readAll(pid, 'cmdline')}\0${readAll(pid, 'environ')}\0${folderOf(pid)}`),
      )
      .map((pid) => `${pid} ${readAll(pid, 'cmdline').replaceAll('\0', ' ')}`);
  }

  private logs(): string {
    const folder = join(this.dataFolder, 'logs');
    return ['api', 'worker', 'postgres']
      .map((name) => `${name}.log\n${read(join(folder, `${name}.log`)).slice(-2_000)}`)
      .join('\n');
  }
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const readAll = (pid: string, file: string) => read(`/proc/${pid}/${file}`);

function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function realHome(dataFolder: string): string | null {
  try {
    return realpathSync(homeLink(dataFolder));
  } catch {
    return null;
  }
}
