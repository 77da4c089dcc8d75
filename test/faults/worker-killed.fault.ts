import { Client } from 'pg';
import type { FairServer } from '../fair-server';
import { eventually } from '../trade-day/caller';
import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

const DAY_MS = 86_400_000;
const PATIENCE_MS = 60_000;

/** A statement at which the worker is held, and killed there. */
interface Point {
  /** `AT COMMIT`: all is written, and the COMMIT is on its way. */
  when: 'BEFORE' | 'AFTER' | 'AT COMMIT';
  what: 'INSERT' | 'UPDATE' | 'DELETE';
  table: string;
}

const inClosing: readonly Point[] = [
  { when: 'BEFORE', what: 'INSERT', table: 'closing' },
  { when: 'AFTER', what: 'INSERT', table: 'closing' },
  { when: 'AFTER', what: 'INSERT', table: 'closing_head' },
  { when: 'AFTER', what: 'INSERT', table: 'closing_document' },
  { when: 'AFTER', what: 'INSERT', table: 'audit_entry' },
  { when: 'AT COMMIT', what: 'INSERT', table: 'closing' },
];
const inWriting: readonly Point[] = [
  { when: 'BEFORE', what: 'INSERT', table: 'wanted_report' },
  { when: 'BEFORE', what: 'UPDATE', table: 'wanted_report' },
  { when: 'BEFORE', what: 'INSERT', table: 'report' },
  { when: 'AT COMMIT', what: 'INSERT', table: 'report' },
  { when: 'BEFORE', what: 'DELETE', table: 'wanted_report' },
];

export const fault: Fault = {
  name: 'worker killed',
  promise:
    'a worker killed at any point of closing a day or writing its files leaves each of them once and whole or not at all, and the next two workers make what is missing once',
  control: 'a worker that is not started again',
  storyOfShortForm: 'libs/reports/closing/killed-closing.db.spec.ts',
  async run({ isProtected }, open) {
    const server = await open();
    const shop = await Shop.open(server);
    const [till] = await shop.tills(1);
    if (!till) throw new Error('a till');
    const points = isProtected ? [...inClosing, ...inWriting] : inClosing.slice(0, 1);
    /* Each point has a day of its own, which is over: it is due as soon as something lies in it. */
    await shop.moveDays(points.length + 1);
    await server.kill('worker');
    const trap = await Trap.open(shop);
    let notReached = 0;
    let half = 0;
    try {
      for (const [at, point] of points.entries()) {
        till.clockSkewMs = -(at + 1) * DAY_MS;
        till.sell(10_000 + at);
        await till.drain();
        await trap.set(point);
        await server.start('worker');
        notReached += await trap.isReached().then(
          () => 0,
          () => 1,
        );
        await server.kill('worker');
        await trap.take(point);
        half += await halfClosings(shop);
        if (isProtected) await twoWorkersMakeIt(server, shop, at + 1);
      }
      const made = await madeOnce(shop, points.length);
      return await count(
        shop,
        [till],
        { kills: points.length, 'workers at once': 2 * points.length },
        { ...made, 'points not reached': notReached, 'half closings': half },
      );
    } finally {
      await trap.close();
      await server.start('worker');
    }
  },
};

/** Holds whoever comes to a point of the database until it is taken away. */
class Trap {
  private constructor(
    private readonly shop: Shop,
    private readonly holder: Client,
  ) {}

  static async open(shop: Shop): Promise<Trap> {
    await shop.query(`CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(4711, 1); RETURN coalesce(new, old); END $$`);
    const holder = new Client({ connectionString: shop.server.databaseUrl });
    await holder.connect();
    return new Trap(shop, holder);
  }

  async set({ when, what, table }: Point): Promise<void> {
    await this.holder.query(`SELECT pg_advisory_lock(4711, 1)`);
    await this.shop.query(
      when === 'AT COMMIT'
        ? `CREATE CONSTRAINT TRIGGER hold AFTER ${what} ON ${table}
             DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold()`
        : `CREATE TRIGGER hold ${when} ${what} ON ${table} EXECUTE FUNCTION hold()`,
    );
  }

  async isReached(): Promise<void> {
    await eventually(async () => (await this.waiting()) > 0, PATIENCE_MS);
  }

  /** Lets go what was held, which finds that nobody waits for it, and is gone then. */
  async take({ table }: Point): Promise<void> {
    await this.holder.query(`SELECT pg_advisory_unlock(4711, 1)`);
    await eventually(async () => (await this.inside()) === 0, PATIENCE_MS);
    await this.shop.query(`DROP TRIGGER hold ON ${table}`);
  }

  async close(): Promise<void> {
    await this.holder.end();
  }

  private waiting(): Promise<number> {
    return this.locks('NOT granted');
  }

  private inside(): Promise<number> {
    return this.locks('true');
  }

  private async locks(which: string): Promise<number> {
    const [row] = await this.shop.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 4711 AND objid = 1 AND objsubid = 2 AND ${which}`,
    );
    return row?.count ?? 0;
  }
}

/** Both start at once and find the same day due and the same files missing. */
async function twoWorkersMakeIt(server: FairServer, shop: Shop, days: number): Promise<void> {
  await Promise.all([server.start('worker', 0), server.start('worker', 1)]);
  const isMade = async () => {
    const made = await madeOnce(shop, days);
    return Object.values(made).every((missing) => missing === 0);
  };
  /* What is still missing by then is counted at the end. */
  await eventually(isMade, PATIENCE_MS).catch(() => undefined);
  await Promise.all([server.kill('worker', 0), server.kill('worker', 1)]);
}

/** Closings that are there and hold other documents than they say. */
async function halfClosings(shop: Shop): Promise<number> {
  const [row] = await shop.query<{ count: number }>(
    `SELECT count(*)::int FROM closing c WHERE c.fair_id = $1 AND (
       NOT EXISTS (SELECT 1 FROM closing_head h
         WHERE h.fair_id = c.fair_id AND h.day = c.day AND h.revision = c.revision)
       OR NOT EXISTS (SELECT 1 FROM audit_entry a
         WHERE a.fair_id = c.fair_id AND a.action = 'day_closed'
           AND a.subject_id = c.day || ' r' || c.revision)
       OR c.document_count <> (SELECT count(*) FROM closing_document d
         WHERE d.fair_id = c.fair_id AND d.day = c.day AND d.revision <= c.revision))`,
    [shop.fairId],
  );
  return row?.count ?? 0;
}

async function madeOnce(shop: Shop, days: number): Promise<Record<string, number>> {
  const [row] = await shop.query<{ closed: number; more: number; files: number; other: number }>(
    `SELECT (SELECT count(DISTINCT day)::int FROM closing WHERE fair_id = $1) AS closed,
            (SELECT count(*)::int FROM closing WHERE fair_id = $1 AND revision > 1) AS more,
            (SELECT count(*)::int FROM report WHERE fair_id = $1) AS files,
            (SELECT count(*)::int FROM report WHERE fair_id = $1 AND sha256(bytes) <> sha256) AS other`,
    [shop.fairId],
  );
  /* A PDF and a workbook in Vietnamese come of themselves with every revision. */
  return {
    'days not closed': days - (row?.closed ?? 0),
    'closed twice': row?.more ?? 0,
    'files missing or too many': Math.abs(2 * days - (row?.files ?? 0)),
    'files that are not of their hash': row?.other ?? 0,
  };
}
