import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { eventually } from '../trade-day/caller';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { sellAllTheWhile } from './killing';
import { withOwnPostgres } from './own-postgres';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'Postgres killed',
  promise: 'no acknowledged sale is lost when Postgres is killed, and no restart needs a human',
  control: 'commits that do not wait for the disk (synchronous_commit off)',
  async run({ seed, isShort, isProtected }) {
    return withOwnPostgres(async (server, superuserUrl) => {
      const chance = new Chance(String(seed), 'postgres-killed');
      if (!isProtected) {
        await asSuperuser(superuserUrl, `ALTER SYSTEM SET synchronous_commit = off`);
        await asSuperuser(superuserUrl, `ALTER SYSTEM SET wal_writer_delay = '10s'`);
        await asSuperuser(superuserUrl, `SELECT pg_reload_conf()`);
      }
      const shop = await Shop.open(server);
      const tills = await shop.tills(8, { batch: 5 });
      const work = sellAllTheWhile(tills, chance);
      const acknowledged = () => tills.reduce((sum, { acked }) => sum + acked.size, 0);
      const kills = isShort ? 1 : 15;
      for (let kill = 0; kill < kills; kill += 1) {
        /* Whatever the machine's speed, something new was acknowledged that could be lost. */
        const known = acknowledged();
        await eventually(() => Promise.resolve(acknowledged() > known + 20), 60_000);
        await pause(chance.below(600));
        const [row] = await asSuperuser(
          superuserUrl,
          `SELECT pid FROM pg_stat_activity WHERE datname LIKE 'phien_served_%' ORDER BY random() LIMIT 1`,
        );
        process.kill(Number(row?.pid), 'SIGKILL');
        await eventually(
          () =>
            asSuperuser(superuserUrl, 'SELECT 1 AS pid').then(
              (rows) => rows.length > 0,
              () => false,
            ),
          60_000,
        );
      }
      await work.end();
      return count(shop, tills, { kills });
    });
  },
};

async function asSuperuser(url: string, statement: string): Promise<{ pid: number }[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as { pid: number }[];
  } finally {
    await client.end().catch(() => undefined);
  }
}
