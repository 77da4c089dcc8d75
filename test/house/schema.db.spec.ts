import { dashboardEntities } from '@phien/dashboard';
import { identityEntities } from '@phien/identity';
import { planningEntities } from '@phien/planning';
import { reportsEntities } from '@phien/reports';
import { salesEntities } from '@phien/sales';
import { openTestDatabase, OutboxRow, type TestDatabase } from '@phien/store';
import { visitorsEntities } from '@phien/visitors';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase([
    OutboxRow,
    ...identityEntities,
    ...planningEntities,
    ...salesEntities,
    ...visitorsEntities,
    ...dashboardEntities,
    ...reportsEntities,
  ]);
});

afterAll(() => database.close());

it('has nothing left to migrate: the entities say what the migrations made', async () => {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('sees an entity that its migration does not know', async () => {
  await database.dataSource.query(`ALTER TABLE link DROP CONSTRAINT link_hash_of_bytes`);
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query).join()).toContain('link_hash_of_bytes');
});

interface Key {
  table: string;
  name: string;
  columns: string[];
}

/** Primary, unique, foreign and exclusion keys of every table that hangs from a fair. */
const keysOfFairTables = (): Promise<Key[]> =>
  database.dataSource.query(`
    SELECT c.relname AS table, k.name, k.columns
    FROM pg_class c
    JOIN pg_attribute f ON f.attrelid = c.oid AND f.attname = 'fair_id' AND f.attnotnull
    JOIN LATERAL (
      SELECT conname::text AS name, ARRAY(SELECT a.attname::text FROM unnest(conkey) WITH ORDINALITY AS n (attnum, i)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n.attnum ORDER BY n.i) AS columns
      FROM pg_constraint o WHERE o.conrelid = c.oid AND o.contype IN ('p', 'u', 'f', 'x')
        AND NOT (o.contype = 'f' AND EXISTS (SELECT 1 FROM pg_class r WHERE r.oid = o.confrelid AND NOT EXISTS (
          SELECT 1 FROM pg_attribute t WHERE t.attrelid = r.oid AND t.attname = 'fair_id') AND r.relname <> 'fair'))
      UNION ALL
      SELECT i.indexrelid::regclass::text, ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS n (attnum, j)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n.attnum ORDER BY n.j)
      FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique) k ON true
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    ORDER BY 1, 2`);

const wrongKeys = (keys: Key[]) => keys.filter(({ columns }) => columns[0] !== 'fair_id');

it('puts fair_id first in every key of a table that hangs from a fair', async () => {
  const keys = await keysOfFairTables();
  expect(new Set(keys.map(({ table }) => table)).size).toBeGreaterThan(20);
  expect(wrongKeys(keys)).toEqual([]);
});

it('sees a key that leaves the fair out', async () => {
  await database.dataSource.query(
    `ALTER TABLE booth ADD CONSTRAINT code_for_all_fairs UNIQUE (code)`,
  );
  expect(wrongKeys(await keysOfFairTables()).map(({ name }) => name)).toContain(
    'code_for_all_fairs',
  );
});
