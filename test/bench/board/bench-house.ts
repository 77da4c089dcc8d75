import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dashboardEntities } from '@phien/dashboard';
import { CreateAccount, GrantRole, identityEntities } from '@phien/identity';
import { makeFair, planningEntities, type SmallFair } from '@phien/planning';
import { salesEntities } from '@phien/sales';
import { migrate, openPostgres, OutboxRow } from '@phien/store';
import { visitorsEntities } from '@phien/visitors';
import type { DataSource } from 'typeorm';
import { doorFlags } from '../../../tools/machine/door-flags';
import { EmbeddedPostgres } from '../../../tools/postgres/embedded-postgres';
import { removeHome } from '../../../tools/postgres/postgres-home';
import { FairServer } from '../../fair-server';

const ENTITIES = [
  ...identityEntities,
  ...planningEntities,
  ...salesEntities,
  ...visitorsEntities,
  ...dashboardEntities,
  OutboxRow,
];
const LOGIN = 'bench';
const PASSWORD = 'mật khẩu đủ dài';

/** The day that the doors' clock stands on, and every bench fair with it. */
export const DAY = '2025-10-28';
export const OPENS_AT = `${DAY}T10:00:00+07:00`;
/** When the tills of a bench ring up their sales: shortly before the doors' clock. */
export const TILLS_AT = new Date(`${DAY}T09:59:00+07:00`);

/** A Postgres that keeps what it is told to keep, and the doors of the product on it when asked for. */
export class BenchHouse {
  private readonly folder = mkdtempSync(join(tmpdir(), 'phien-bench-'));
  private readonly postgres = new EmbeddedPostgres({
    dataFolder: this.folder,
    logFile: join(this.folder, 'postgres.log'),
    onNote: () => undefined,
  });
  private readonly sources: DataSource[] = [];
  private superuserUrl = '';
  private served: Promise<ServedBench> | undefined;

  static async open(): Promise<BenchHouse> {
    const house = new BenchHouse();
    // PostgreSQL may run as another user than we do, and its data lies in here.
    chmodSync(house.folder, 0o755);
    try {
      house.superuserUrl = (await house.postgres.start()).superuserUrl;
    } catch (failure) {
      await house.close();
      throw failure;
    }
    return house;
  }

  /** One api and one worker on a database of their own; the same for whoever asks again. */
  serve(): Promise<ServedBench> {
    return (this.served ??= this.openDoors());
  }

  /** A database with the newest schema that nobody else works on. */
  async database(name: string): Promise<{ url: string; source: DataSource }> {
    const server = await openPostgres(this.superuserUrl, [], 1);
    try {
      await server.query(`CREATE DATABASE ${name}`);
    } finally {
      await server.destroy();
    }
    const url = Object.assign(new URL(this.superuserUrl), { pathname: `/${name}` }).href;
    await migrate(url);
    return { url, source: await this.source(url) };
  }

  async close(): Promise<void> {
    const served = await this.served?.catch(() => undefined);
    for (const source of this.sources) await source.destroy();
    await served?.server.close();
    await this.postgres.stop();
    removeHome(this.folder);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private async openDoors(): Promise<ServedBench> {
    const server = await FairServer.open({
      adminUrl: this.superuserUrl,
      isEmpty: true,
      opensAt: OPENS_AT,
      nodeFlags: doorFlags,
    });
    const source = await this.source(server.databaseUrl).catch(async (failure: unknown) => {
      await server.close();
      throw failure;
    });
    const accountId = await new CreateAccount(source).run({
      login: LOGIN,
      name: 'Bench',
      password: PASSWORD,
      isDemo: false,
      mayOpenFairs: false,
    });
    return new ServedBench(server, source, accountId, await signIn(server.url));
  }

  private async source(url: string): Promise<DataSource> {
    const source = await openPostgres(url, ENTITIES);
    this.sources.push(source);
    return source;
  }
}

/** The doors of the product, and an organizer who has signed in at them. */
export class ServedBench {
  constructor(
    readonly server: FairServer,
    readonly source: DataSource,
    private readonly accountId: string,
    /** Of the organizer of every bench fair. */
    readonly cookie: string,
  ) {}

  /** A fair of a part's own, with 160 booths. */
  async openFair(): Promise<SmallFair> {
    const fair = await makeFair(this.source.manager, { booths: 160 });
    await new GrantRole().run(this.source.manager, {
      fairId: fair.fairId,
      accountId: this.accountId,
      role: 'organizer',
    });
    return fair;
  }

  /** Answers what a door answers to the organizer. Throws when it refuses. */
  async get<Answer>(path: string): Promise<Answer> {
    return answerOf(await fetch(this.server.url + path, { headers: { cookie: this.cookie } }));
  }

  async post<Answer>(path: string, body: object): Promise<Answer> {
    return answerOf(
      await fetch(this.server.url + path, {
        method: 'POST',
        headers: { cookie: this.cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  }

  /** Facts of a fair that no fold has taken yet. */
  async waitingFacts(fairId: string): Promise<number> {
    const [row] = await this.source.query<{ waiting: number }[]>(
      `SELECT count(*)::integer AS waiting FROM outbox WHERE fair_id = $1 AND reader = 'fold'`,
      [fairId],
    );
    return row?.waiting ?? 0;
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: LOGIN, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`nobody could sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
