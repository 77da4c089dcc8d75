import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { postgresName } from './postgres-names';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

it.each([
  ['stall', ['fair_id', 'code']],
  ['a_table_with_a_name_that_is_rather_long_for_postgres', ['fair_id', 'register_id', 'epoch']],
  [
    'short',
    ['a_column_that_is_long_too', 'another_column_that_is_long', 'a_third_column_of_the_key'],
  ],
])('names the keys of %s as Postgres does', async (table, columns) => {
  const list = columns.join(', ');
  const reversed = [...columns].reverse();
  await database.dataSource.query(
    `CREATE TABLE ${table} (${columns.map((name) => `${name} text`).join(', ')}, PRIMARY KEY (${list}), UNIQUE (${reversed.join(', ')}))`,
  );
  await database.dataSource.query(
    `ALTER TABLE ${table} ADD FOREIGN KEY (${list}) REFERENCES ${table} (${list})`,
  );
  await database.dataSource.query(`CREATE INDEX ON ${table} (${list})`);
  const names: { name: string }[] = await database.dataSource.query(
    `SELECT conname::text AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype <> 'n'
     UNION SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = $1::regclass`,
    [table],
  );
  expect(names.map(({ name }) => name).sort()).toEqual(
    [
      postgresName(table, [], 'pkey'),
      postgresName(table, reversed, 'key'),
      postgresName(table, columns, 'fkey'),
      postgresName(table, columns, 'idx'),
    ].sort(),
  );
});
