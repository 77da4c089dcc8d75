import { type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../machine/free-port';
import { lastLines, openFreshLog } from '../machine/log-file';
import { projectFolder } from '../machine/project-folder';
import { endProcess, isGoneWithin, runningProcess } from '../machine/running-process';
import { Cluster, ownName, stopSteps, superuserName } from './cluster';
import type { KeeperMessage, KeeperOrder } from './keeper.messages';
import { settle } from './postgres-home';

/*
 * The process that keeps one PostgreSQL alive as long as its own parent lives. It is a process of
 * its own, because PostgreSQL must outlast the api's last transaction however the parent ends.
 */
const startWithinMs = 60_000;
/* Once it ran it is tried for ever: a full disk is emptied some day. */
const triesAtFirst = 3;
const longestPauseMs = 5_000;
/* How long the sessions of a parent that was killed may bring their work to an end. */
const lastWordsMs = 10_000;

class Keeper {
  private server: ChildProcess | null = null;
  private isEnding = false;
  private hasBeenReady = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly logFile: string,
  ) {}

  /** Starts PostgreSQL, and again whenever it ends, until told to stop. */
  async run(): Promise<void> {
    this.cluster.make();
    const log = openFreshLog(this.logFile);
    let failures = 0;
    for (;;) {
      const startedMs = Date.now();
      const why = await this.liveOnce(log, failures);
      if (this.isEnding) return;
      failures = why.wasReady ? 0 : failures + 1;
      if (!this.hasBeenReady && failures === triesAtFirst) throw new Error(why.sentence);
      say({ kind: 'restarting', why: why.sentence });
      const shortest = failures === 0 && Date.now() - startedMs > longestPauseMs ? 0 : 200;
      await pause(Math.min(longestPauseMs, shortest * 2 ** failures));
    }
  }

  private async liveOnce(
    log: number,
    failures: number,
  ): Promise<{ wasReady: boolean; sentence: string }> {
    await this.clearTheWay();
    if (this.isEnding) return { wasReady: false, sentence: '' };
    const port = await freePort(failures === 0 ? this.cluster.lastPort : undefined);
    const server = this.cluster.start(port, ['ignore', log, log]);
    this.server = server;
    const ended = new Promise<string>((resolve) => {
      server.once('error', (failure) => resolve(failure.message));
      server.once('exit', (code, signal) => resolve(`PostgreSQL: ${signal ?? code}`));
    });
    const wasReady = await Promise.race([this.becomeReady(server, port), ended.then(() => false)]);
    const why = await ended;
    this.server = null;
    return { wasReady, sentence: wasReady ? why : `${why}. ${lastLines(this.logFile, 3)}` };
  }

  /* A keeper that was killed leaves its server, and a server that was killed its sessions. */
  private async clearTheWay(): Promise<void> {
    const orphan = this.cluster.runningServer();
    if (orphan !== null) {
      say({
        kind: 'note',
        text: 'PostgreSQL bị bỏ lại được dừng · a PostgreSQL left behind is stopped',
      });
      await endProcess(orphan, stopSteps);
    }
    for (const leftover of this.cluster.leftovers()) {
      if (!(await isGoneWithin(leftover, 2_000))) {
        await endProcess(leftover, [{ signal: 'SIGKILL', waitMs: 5_000 }]);
      }
    }
    this.cluster.forgetDeadServer();
  }

  private async becomeReady(server: ChildProcess, port: number): Promise<boolean> {
    const deadline = Date.now() + startWithinMs;
    while (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      try {
        const version = await this.furnish(port);
        this.cluster.keepPort(port);
        this.hasBeenReady = true;
        const url = this.url(ownName, ownName, port);
        const superuserUrl = this.url(superuserName, superuserName, port);
        say({ kind: 'ready', url, superuserUrl, pid: server.pid, version });
        return true;
      } catch (failure) {
        if (Date.now() > deadline && !this.isEnding) {
          say({ kind: 'note', text: `PostgreSQL: ${(failure as Error).message}` });
          server.kill('SIGQUIT');
          return false;
        }
      }
      await pause(50);
    }
    return false;
  }

  /* Role and database are looked for at every start: a first start may have been killed before. */
  private async furnish(port: number): Promise<string> {
    const client = new Client({ connectionString: this.url(superuserName, superuserName, port) });
    // A server that stops while we are asking must not end the keeper.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const found = await client.query<{ version: string; role: boolean; database: boolean }>(
        `SELECT current_setting('server_version') AS version,
                EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
                EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
        [ownName],
      );
      const [row] = found.rows;
      if (row === undefined) throw new Error('PostgreSQL does not answer.');
      const password = client.escapeLiteral(this.cluster.password(ownName));
      if (!row.role) await client.query(`CREATE ROLE ${ownName} LOGIN PASSWORD ${password}`);
      if (!row.database) await client.query(`CREATE DATABASE ${ownName} OWNER ${ownName}`);
      return row.version;
    } finally {
      await client.end();
    }
  }

  private url(role: string, database: string, port: number): string {
    return `postgres://${role}:${this.cluster.password(role)}@127.0.0.1:${port}/${database}`;
  }

  /** Ends PostgreSQL; with `isPatient` its sessions may first finish and leave. */
  async end(isPatient: boolean): Promise<void> {
    if (this.isEnding) return;
    this.isEnding = true;
    const pid = this.server?.pid;
    const server = pid === undefined ? null : runningProcess(pid);
    if (server === null) return;
    await endProcess(server, [
      ...(isPatient ? [{ signal: 'SIGTERM' as const, waitMs: lastWordsMs }] : []),
      ...stopSteps,
    ]);
  }
}

function say(message: KeeperMessage): void {
  // The parent may be gone; then nobody needs to know.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      log: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined || values.log === undefined) throw new Error('--data, --log?');
  const home = settle(projectFolder, values.data);
  for (const text of home.notes) say({ kind: 'note', text });
  const keeper = new Keeper(new Cluster(home, values.quick), values.log);

  const leave = (isPatient: boolean) => void keeper.end(isPatient).then(() => process.exit(0));
  process.on('message', (order: KeeperOrder) => order.kind === 'stop' && leave(false));
  process.on('disconnect', () => leave(true));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => leave(false));
  await keeper.run();
}

main().catch((failure: Error & { stderr?: Buffer }) => {
  const sentence = failure.stderr?.toString().trim() || failure.message;
  process.stderr.write(`${failure.stack}\n`);
  if (!process.connected) process.exit(1);
  process.send?.({ kind: 'failed', sentence } satisfies KeeperMessage, () => process.exit(1));
});
