import { execFileSync, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { programOf, runningProcess, type RunningProcess } from '../machine/running-process';
import type { PostgresHome } from './postgres-home';

/** The role and the database that Phiên uses; it owns its database and is no superuser. */
export const ownName = 'phien';

/** The role that initdb makes. */
export const superuserName = 'postgres';

const settings = {
  max_connections: 100,
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  min_wal_size: '80MB',
  max_wal_size: '512MB',
  jit: 'off',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/* For databases that nobody would miss: a power cut may break them, and several fairs lean on them. */
const quickSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
};

/**
 * How a server is asked to end. Fast is a second at most, but PostgreSQL 18 can wait for ever when
 * it is told while it recovers from a crash; ended the hard way it loses nothing either.
 */
export const stopSteps: { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
];

/** The files of one PostgreSQL and the programs that work on them. Knows no life of its own. */
export class Cluster {
  readonly dataFolder: string;

  constructor(
    private readonly home: PostgresHome,
    private readonly isQuick: boolean,
  ) {
    this.dataFolder = join(home.folder, 'data');
  }

  /** Makes the data folder once. Killed half-way, the next call begins anew. */
  make(): void {
    if (existsSync(join(this.dataFolder, 'PG_VERSION'))) return this.checkVersion();
    for (const name of readdirSync(this.home.folder).filter((found) =>
      found.startsWith('draft-'),
    )) {
      rmSync(join(this.home.folder, name), { recursive: true, force: true, maxRetries: 5 });
    }
    const draft = join(this.home.folder, `draft-${process.pid}`);
    const passwordFile = this.keepPassword(superuserName);
    this.keepPassword(ownName);
    execFileSync(
      this.program('initdb'),
      [
        ...['--pgdata', draft, '--username', superuserName, '--pwfile', passwordFile],
        ...['--encoding', 'UTF8', '--locale', 'C'],
        ...['--locale-provider', 'icu', '--icu-locale', 'vi-VN'],
        ...['--auth', 'scram-sha-256', '--data-checksums'],
        ...(this.isQuick ? ['--no-sync'] : []),
      ],
      { ...this.asAccount(), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    renameSync(draft, this.dataFolder);
  }

  start(port: number, stdio: StdioOptions): ChildProcess {
    const chosen = { port, ...settings, ...(this.isQuick ? quickSettings : {}) };
    const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return spawn(this.program('postgres'), ['-D', this.dataFolder, ...flags], {
      ...this.asAccount(),
      stdio,
    });
  }

  password(role: string): string {
    return readFileSync(join(this.home.folder, `password-${role}`), 'utf8').trim();
  }

  get lastPort(): number | undefined {
    try {
      return Number(readFileSync(join(this.home.folder, 'port'), 'utf8')) || undefined;
    } catch {
      return undefined;
    }
  }

  keepPort(port: number): void {
    if (port !== this.lastPort) this.keepFile('port', String(port));
  }

  /** The server that works on this data now, whoever started it, or null. */
  runningServer(): RunningProcess | null {
    return runningServer(this.dataFolder);
  }

  /**
   * Every process of PostgreSQL that still holds this data: after a kill -9 of the server its
   * sessions may outlive it for a moment. Linux only; elsewhere they are waited for.
   */
  leftovers(): RunningProcess[] {
    if (process.platform !== 'linux') return [];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => isOurs(Number(pid), this.dataFolder))
      .map((pid) => runningProcess(Number(pid)))
      .filter((found) => found !== null);
  }

  /**
   * Takes away the lock file of a server that is certainly gone. PostgreSQL itself asks only whether
   * some process has that pid: a dead one that nobody collected, or a later one, would keep it shut.
   */
  forgetDeadServer(): void {
    const isCertain = process.platform === 'linux' && this.leftovers().length === 0;
    if (isCertain) rmSync(join(this.dataFolder, 'postmaster.pid'), { force: true });
  }

  private program(name: string): string {
    return join(this.home.binaries.folder, 'bin', name);
  }

  /* None of the caller's PG* settings may reach the server. */
  private asAccount() {
    const { account, folder } = this.home;
    const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
    return {
      cwd: folder,
      env,
      ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
    };
  }

  private keepPassword(role: string): string {
    const name = `password-${role}`;
    if (!existsSync(join(this.home.folder, name))) {
      this.keepFile(name, randomBytes(24).toString('base64url'));
    }
    return join(this.home.folder, name);
  }

  /* Whole or not at all, also for whoever reads it at this moment. */
  private keepFile(name: string, content: string): void {
    const { account, folder } = this.home;
    const draft = join(folder, `${name}.${process.pid}`);
    writeFileSync(draft, `${content}\n`, { mode: 0o600 });
    if (account !== null) chownSync(draft, account.uid, account.gid);
    renameSync(draft, join(folder, name));
  }

  private checkVersion(): void {
    const found = readFileSync(join(this.dataFolder, 'PG_VERSION'), 'utf8').trim();
    const shipped = this.home.binaries.version.split('.')[0];
    if (found === shipped) return;
    throw new Error(
      `The data in ${this.dataFolder} was made by PostgreSQL ${found}, and this is ${shipped}: ` +
        'restore a backup into a new folder (PHIEN_DATA).',
    );
  }
}

/** The server that works in `dataFolder` now, or null. Not fooled by a stale or re-used pid. */
export function runningServer(dataFolder: string): RunningProcess | null {
  const pidFile = join(dataFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid] = readFileSync(pidFile, 'utf8').split('\n');
  const found = runningProcess(Number(pid));
  return found !== null && isOurs(found.pid, dataFolder) ? found : null;
}

function isOurs(pid: number, dataFolder: string): boolean {
  if (process.platform === 'linux') {
    return programOf(pid) === 'postgres' && worksIn(pid) === dataFolder;
  }
  const options = { encoding: 'utf8', stdio: 'pipe' } as const;
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], options).includes(dataFolder);
}

/* PostgreSQL works inside its data folder; a process that is gone works nowhere. */
function worksIn(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
