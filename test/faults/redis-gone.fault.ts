import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '../../tools/simulate/chance.rules';
import { BoardViewer } from '../cluster/board-viewer';
import { FairServer } from '../fair-server';
import { eventually } from '../trade-day/caller';
import { count } from './count';
import type { Fault, Found, Play } from './fault';
import { sellAllTheWhile } from './killing';
import { OwnRedis } from './own-redis';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'Redis gone',
  promise:
    'selling, totals and closing go on while Redis is away or flushed, and every report that was due is made afterwards',
  control: 'news of facts and missing reports that Redis alone knows of',
  async run(play) {
    const redis = await OwnRedis.open();
    try {
      const server = await FairServer.open({ redisUrl: redis.url });
      try {
        return await playOn(server, redis, play);
      } finally {
        await server.close();
      }
    } finally {
      await redis.close();
    }
  },
};

async function playOn(
  server: FairServer,
  redis: OwnRedis,
  { seed, isShort, isProtected }: Play,
): Promise<Found> {
  const shop = await Shop.open(server);
  const { organizer } = shop;
  const viewer = await BoardViewer.open(server.url, server.url, organizer.cookie, shop.fairId);
  try {
    const tills = await shop.tills(4, { batch: 5 });
    const faults = { 'seconds away': 0, flushes: 0, closings: 0 };
    let refused = 0;
    const work = sellAllTheWhile(tills, new Chance(String(seed), 'redis-gone'), () => {
      refused += 1;
    });
    const close = async () => {
      await organizer.post(`/api/fairs/${shop.fairId}/days/${shop.day}/closings`, {
        reason: 'lúc không có Redis',
      });
      faults.closings += 1;
    };
    const soldOnBoardVnd = () => viewer.last?.revenue.measuredVnd ?? 0;
    await eventually(async () => soldOnBoardVnd() > 0);

    await redis.kill();
    if (!isProtected) await loseNews(shop);
    const awayMs = performance.now();
    const linked = await linkedCount(shop);
    await eventually(async () => (await linkedCount(shop)) > linked + 100);
    await close();
    await pause(isShort || !isProtected ? 0 : 60_000);
    await redis.start();
    faults['seconds away'] = Math.round((performance.now() - awayMs) / 1_000);
    if (!isProtected) await keepNewsAgain(shop);

    for (; faults.flushes < (isShort ? 1 : 5); faults.flushes += 1) {
      const before = await linkedCount(shop);
      await eventually(async () => (await linkedCount(shop)) > before);
      await close();
      await redis.flush();
    }
    await work.end();
    const due = await dayThatFallsDue(server);
    await redis.flush();
    if (!isProtected) await overlookMissingReports(shop);
    /* The worker looks every minute for what is missing, and once when it starts. */
    if (isShort || !isProtected) {
      await server.kill('worker');
      await server.start('worker');
    }
    const lost = () => missingReports(shop);
    const patienceMs = isProtected ? 120_000 : 3_000;
    await eventually(async () => (await lost()) === 0, patienceMs).catch(() => undefined);
    const dueLost = async () => {
      if (!(await isClosed(due))) return 1;
      return isShort ? 0 : missingReports(due);
    };
    await eventually(async () => (await dueLost()) === 0, patienceMs).catch(() => undefined);
    const bookedVnd = tills
      .flatMap(({ issued }) => issued)
      .reduce((sum, { document }) => sum + document.totalVnd, 0);
    const isShown = async () => soldOnBoardVnd() === bookedVnd;
    await eventually(isShown, isProtected ? 60_000 : 0).catch(() => undefined);
    return await count(shop, tills, faults, {
      'not accepted': refused,
      'jobs lost': await lost(),
      'due and not done': await dueLost(),
      'open board behind': (await isShown()) ? 0 : 1,
    });
  } finally {
    viewer.close();
  }
}

/** Another fair on the same server, whose day is over and holds a sale: it is due, and not closed yet. */
async function dayThatFallsDue(server: FairServer): Promise<Shop> {
  const shop = await Shop.open(server);
  const [till] = await shop.tills(1);
  till?.sell(50_000);
  await till?.drain();
  await shop.query(`UPDATE fair SET closing_grace_minutes = 0 WHERE id = $1`, [shop.fairId]);
  await shop.query(`UPDATE fair_day SET closes_at = '09:00' WHERE fair_id = $1 AND day = $2`, [
    ...[shop.fairId, shop.day],
  ]);
  return shop;
}

async function isClosed(shop: Shop): Promise<boolean> {
  const closings = await shop.query(`SELECT 1 FROM closing WHERE fair_id = $1`, [shop.fairId]);
  return closings.length > 0;
}

async function linkedCount(shop: Shop): Promise<number> {
  const [row] = await shop.query<{ count: number }>(
    `SELECT count(*)::int FROM link WHERE fair_id = $1`,
    [shop.fairId],
  );
  return row?.count ?? 0;
}

/* A PDF and a workbook in Vietnamese come of themselves with every revision. */
async function missingReports(shop: Shop): Promise<number> {
  const [row] = await shop.query<{ count: number }>(
    `SELECT count(*)::int FROM closing c CROSS JOIN unnest(ARRAY['pdf', 'xlsx']) AS f (format)
     WHERE c.fair_id = $1 AND NOT EXISTS (SELECT 1 FROM report r
       WHERE r.fair_id = c.fair_id AND r.day = c.day AND r.revision = c.revision
         AND r.language = 'vi' AND r.format = f.format)`,
    [shop.fairId],
  );
  return row?.count ?? 0;
}

/* As if news were only rung and never written down. */
async function loseNews(shop: Shop): Promise<void> {
  await shop.query(`CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RETURN NULL; END $$`);
  await shop.query(
    `CREATE TRIGGER lose BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION lose()`,
  );
}

async function keepNewsAgain(shop: Shop): Promise<void> {
  await shop.query(`DROP TRIGGER lose ON outbox`);
}

/* What has just failed is passed over for ten minutes by who looks for missing reports. */
async function overlookMissingReports(shop: Shop): Promise<void> {
  await shop.query(
    `INSERT INTO wanted_report (fair_id, day, revision, kind, language, format, failed_code, tried_at)
     SELECT c.fair_id, c.day, c.revision, 'end_of_day', 'vi', f.format, 'overlooked', now()
       FROM closing c CROSS JOIN unnest(ARRAY['pdf', 'xlsx']) AS f (format) WHERE c.fair_id = $1
     ON CONFLICT (fair_id, day, revision, kind, language, format)
     DO UPDATE SET failed_code = 'overlooked', tried_at = now()`,
    [shop.fairId],
  );
}
