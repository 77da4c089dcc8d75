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

/** Keys that a look-up by the whole key does not use whole, as the planner sees tables without statistics. */
async function halfUsedKeys(): Promise<string[]> {
  const keys: { table: string; columns: string[] }[] = await database.dataSource.query(`
    SELECT c.relname AS table, ARRAY(SELECT a.attname::text FROM unnest(o.conkey) n (attnum)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n.attnum) AS columns
    FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
    WHERE o.contype IN ('p', 'u') AND c.relnamespace = 'public'::regnamespace
      AND EXISTS (SELECT 1 FROM pg_attribute f WHERE f.attrelid = c.oid AND f.attname = 'fair_id')
    ORDER BY 1, 2`);
  const half: string[] = [];
  for (const { table, columns } of keys) {
    const where = columns.map((column, at) => `${column} = $${at + 1}`).join(' AND ');
    const rows: { 'QUERY PLAN': string }[] = await database.dataSource.query(
      `EXPLAIN (GENERIC_PLAN, COSTS OFF) SELECT 1 FROM ${table} WHERE ${where}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']);
    const looked = plan.find((line) => line.includes('Index Cond')) ?? '';
    if (columns.some((column) => !looked.includes(`${column} = `))) {
      half.push([`${table} (${columns.join(', ')})`, ...plan].join('\n'));
    }
  }
  return half;
}

it('looks a row up by its whole key before the first statistics', async () => {
  expect(await halfUsedKeys()).toEqual([]);
});

it('sees an index that takes look-ups away from a key', async () => {
  await database.dataSource.query(`CREATE INDEX of_a_fair ON document (fair_id)`);
  expect((await halfUsedKeys()).join()).toContain('of_a_fair');
  await database.dataSource.query(`DROP INDEX of_a_fair`);
});

it('sees a key that leaves the fair out', async () => {
  await database.dataSource.query(
    `ALTER TABLE booth ADD CONSTRAINT code_for_all_fairs UNIQUE (code)`,
  );
  expect(wrongKeys(await keysOfFairTables()).map(({ name }) => name)).toContain(
    'code_for_all_fairs',
  );
});
