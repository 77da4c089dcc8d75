import type { EntityManager } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { inTransaction, sqlState } from './in-transaction';
import { prepared, together } from './prepared';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.dataSource.query(
    `CREATE TABLE drawer (name text PRIMARY KEY, vnd bigint NOT NULL CHECK (vnd >= 0))`,
  );
});

beforeEach(() =>
  database.dataSource.query(`TRUNCATE drawer; INSERT INTO drawer VALUES ('left', 0), ('right', 0)`),
);

afterAll(() => database.close());

const ADD = `UPDATE drawer SET vnd = vnd + 1 WHERE name = $1`;

const add = (em: EntityManager, name: string): Promise<unknown> => em.query(ADD, [name]);

/** Two transactions that take the same two rows in opposite order, and meet in the middle. */
function meet(run: typeof inTransaction, addLater = add) {
  let waiting = 2;
  let open: () => void = () => undefined;
  const bothInside = new Promise<void>((resolve) => (open = resolve));
  const walk = (first: string, second: string) => {
    let isFirstTry = true;
    return run(database.dataSource, async (em) => {
      await add(em, first);
      if (isFirstTry) {
        isFirstTry = false;
        if (--waiting === 0) open();
        await bothInside;
      }
      await addLater(em, second);
    });
  };
  return Promise.allSettled([walk('left', 'right'), walk('right', 'left')]);
}

it('runs the loser of a deadlock again, whole', async () => {
  const ends = await meet(inTransaction);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await database.dataSource.query(`SELECT * FROM drawer ORDER BY name`)).toEqual([
    { name: 'left', vnd: 2 },
    { name: 'right', vnd: 2 },
  ]);
});

it('runs it again too when statements stood behind the one that lost', async () => {
  const addAndLook = (em: EntityManager, name: string) =>
    together([prepared(em, 'add', ADD, [name]), prepared(em, 'look', `SELECT * FROM drawer`, [])]);
  const ends = await meet(inTransaction, addAndLook);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

it('would lose one without running it again', async () => {
  const ends = await meet((source, work) => source.transaction(work));
  const lost = ends.flatMap((end) => (end.status === 'rejected' ? [sqlState(end.reason)] : []));
  expect(lost).toEqual(['40P01']);
});

it('does not run a refusal again', async () => {
  let runs = 0;
  const refused = inTransaction(database.dataSource, async (em) => {
    runs++;
    await em.query(`UPDATE drawer SET vnd = -1`);
  });
  await expect(refused).rejects.toThrow(/drawer_vnd_check/);
  expect(runs).toBe(1);
});
