import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { doorMain, type Door } from '../tools/bundle/door-bundle';
import { doorFlags } from '../tools/machine/door-flags';
import { freePort } from '../tools/machine/free-port';
import { projectFolder } from '../tools/machine/project-folder';

const inDist = (...path: string[]) => join(projectFolder, 'dist', ...path);
const READY_MS = 180_000;

export interface DemoAccount {
  role: 'organizer' | 'official' | 'exhibitor' | 'gate';
  login: string;
  password: string;
}

export interface ServerWish {
  /** How fast fair time runs from there; 1 unless told. */
  speed?: number;
  /** Fair time at the opening, with its offset; ten in the morning of 20 November 2025 unless told. */
  opensAt?: string;
  /** The queue and the bus on Redis instead of Postgres. */
  redisUrl?: string;
  /** A real install: no demo, nobody has an account yet. */
  isEmpty?: boolean;
  /** How many processes of each; 1 unless told. */
  apis?: number;
  workers?: number;
  /** Another Postgres than the tests', by the address of a superuser. */
  adminUrl?: string;
  /** Whether a proxy of the test's own ends https in front of the apis. */
  trustsProxy?: boolean;
  /** Where it sends mail; nowhere unless given. */
  smtpUrl?: string;
  /** The zone that the machine's clock shows; the tests' own unless told. */
  timeZone?: string;
  /** What node is told that runs them; what a fair that is open tells it unless given. */
  nodeFlags?: string[];
}

type KeptDoor = Exclude<Door, 'prepare'>;

/**
 * The real api and worker on a database of their own, seeded with the demo fair, at ten in the
 * morning of a fair day. Needs `TEST_DATABASE_URL` and a build in `dist`.
 */
export class FairServer {
  /** The secret of the link to the first account, when the install waits for one. */
  setupToken: string | null = null;

  private readonly children = new Map<string, ChildProcess>();

  private constructor(
    /** Where each api listens. */
    readonly urls: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
    private readonly adminUrl: string,
    private readonly database: string,
    private readonly folder: string,
    private readonly nodeFlags: string[] = doorFlags,
  ) {}

  static async open(wish: ServerWish = {}): Promise<FairServer> {
    const adminUrl = wish.adminUrl ?? process.env.TEST_DATABASE_URL;
    if (!adminUrl) throw new Error('TEST_DATABASE_URL names no Postgres to make a database in.');
    const database = `phien_served_${randomBytes(6).toString('hex')}`;
    await asAdmin(adminUrl, `CREATE DATABASE ${database}`);
    const databaseUrl = new URL(adminUrl);
    databaseUrl.pathname = `/${database}`;
    const folder = mkdtempSync(join(tmpdir(), 'phien-served-'));
    const urls: string[] = [];
    for (let place = 0; place < (wish.apis ?? 1); place += 1) {
      urls.push(`http://127.0.0.1:${await freePort()}`);
    }
    const { REDIS_URL: _, ...inherited } = process.env;
    const environment: NodeJS.ProcessEnv = {
      ...inherited,
      DATABASE_URL: databaseUrl.href,
      HOST: '127.0.0.1',
      PHIEN_DATA: folder,
      PHIEN_CLOCK: clockSetting(wish.opensAt ?? '2025-11-20T10:00:00+07:00', wish.speed ?? 1),
      NODE_ENV: 'test',
      PHIEN_DEMO: wish.isEmpty ? '0' : '1',
      ...(wish.redisUrl && { REDIS_URL: wish.redisUrl }),
      ...(wish.smtpUrl && {
        SMTP_URL: wish.smtpUrl,
        PHIEN_MAIL_FROM: 'Hội chợ <hoicho@example.vn>',
        PHIEN_URL: urls[0],
      }),
      ...(wish.trustsProxy && { PHIEN_TRUST_PROXY: '1' }),
      ...(wish.timeZone && { TZ: wish.timeZone }),
    };
    const server = new FairServer(urls, environment, adminUrl, database, folder, wish.nodeFlags);
    try {
      await server.runToItsEnd(doorMain('prepare'));
      for (let place = 0; place < (wish.workers ?? 1); place += 1) {
        await server.start('worker', place);
      }
      for (const place of urls.keys()) await server.start('api', place);
    } catch (failure) {
      await server.close();
      throw failure;
    }
    return server;
  }

  /** The first api's. */
  get url(): string {
    return this.urls[0] ?? '';
  }

  /** The database that its processes work on. */
  get databaseUrl(): string {
    return this.environment.DATABASE_URL ?? '';
  }

  account(role: DemoAccount['role']): DemoAccount {
    const text = readFileSync(join(this.folder, 'demo-accounts.json'), 'utf8');
    const { accounts } = JSON.parse(text) as { accounts: DemoAccount[] };
    const account = accounts.find((each) => each.role === role);
    if (!account) throw new Error(`The seed made no account for ${role}.`);
    return account;
  }

  /** Starts the process of that kind at that place, counted from 0. */
  async start(door: KeptDoor, place = 0): Promise<void> {
    const { port } = new URL(this.urls[door === 'api' ? place : 0] ?? this.url);
    const child = this.fork(doorMain(door), [], { PORT: port });
    this.children.set(`${door} ${place}`, child.process);
    const ready = new Promise<void>((resolve) => {
      child.process.on('message', (message) => {
        if ((message as { ready?: boolean }).ready) resolve();
      });
    });
    const fallen = once(child.process, 'exit').then(() => {
      throw new Error(`${door} ended before it was ready.\n${child.lastWords()}`);
    });
    await Promise.race([ready, fallen, tooLate(`${door} was not ready in time`)]);
    fallen.catch(() => undefined);
  }

  /** Closes every api and worker, and opens them again at another, later fair time. */
  async moveClock(instant: string, speed = 1): Promise<void> {
    const doors = [...this.children].filter(([name]) => /^(api|worker) \d+$/.test(name));
    await Promise.all(doors.map(([, child]) => end(child, 'SIGTERM')));
    this.environment.PHIEN_CLOCK = clockSetting(instant, speed);
    for (const [name] of doors) {
      const [door, place] = name.split(' ');
      await this.start(door as KeptDoor, Number(place));
    }
  }

  /** The process of that kind at that place; undefined when it was not started. */
  pid(door: KeptDoor, place = 0): number | undefined {
    return this.children.get(`${door} ${place}`)?.pid;
  }

  /** Lets it finish what is under way, and end. */
  async stop(door: KeptDoor, place = 0): Promise<void> {
    const name = `${door} ${place}`;
    await end(this.children.get(name), 'SIGTERM');
    this.children.delete(name);
  }

  /** Without any goodbye, as a power cut would. */
  async kill(door: KeptDoor, place = 0): Promise<void> {
    const name = `${door} ${place}`;
    await end(this.children.get(name), 'SIGKILL');
    this.children.delete(name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.children.values()].map((child) => end(child, 'SIGTERM')));
    this.children.clear();
    await asAdmin(this.adminUrl, `DROP DATABASE IF EXISTS ${this.database} WITH (FORCE)`);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs a compiled program to its end and answers what it printed. Throws with that when it fails. */
  run(program: string, args: string[] = []): Promise<string> {
    return this.runToItsEnd(inDist(`${program}.js`), args);
  }

  private async runToItsEnd(program: string, args: string[] = []): Promise<string> {
    const child = this.fork(program, args);
    const name = `${program} ${child.process.pid}`;
    this.children.set(name, child.process);
    const [code] = (await once(child.process, 'close')) as [number | null];
    this.children.delete(name);
    if (code !== 0) throw new Error(`${program} ended with ${code}.\n${child.lastWords()}`);
    return child.lastWords();
  }

  private fork(main: string, args: string[] = [], own: NodeJS.ProcessEnv = {}) {
    const child = fork(main, args, {
      cwd: projectFolder,
      env: { ...this.environment, ...own },
      execArgv: this.nodeFlags,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.on('message', (message) => {
      this.setupToken = (message as { setupToken?: string }).setupToken ?? this.setupToken;
    });
    let words = '';
    const hear = (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-4_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    return { process: child, lastWords: () => words };
  }
}

const clockSetting = (instant: string, speed: number) => `${instant}@${speed}@${Date.now()}`;

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(force);
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function tooLate(words: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(words)), READY_MS).unref();
  });
}
