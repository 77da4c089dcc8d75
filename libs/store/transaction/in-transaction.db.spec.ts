import type { EntityManager } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { inFewFlights, inTransaction, sqlState } from './in-transaction';
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

describe('in few flights', () => {
  const cents = () => database.dataSource.query(`SELECT name, vnd FROM drawer ORDER BY name`);
  const both = (left: number, right: number) => [
    { name: 'left', vnd: left },
    { name: 'right', vnd: right },
  ];
  const put = (em: EntityManager, name: string, vnd: number) =>
    prepared(em, 'put', `UPDATE drawer SET vnd = $2 WHERE name = $1`, [name, vnd]);

  it('keeps all that travelled before the COMMIT', async () => {
    await inFewFlights(database.dataSource, (em, commit) =>
      together([put(em, 'left', 5), put(em, 'right', 6), commit()]),
    );
    expect(await cents()).toEqual(both(5, 6));
  });

  it('keeps nothing when one of them is refused, says which, and the connection is clean', async () => {
    const refused = inFewFlights(database.dataSource, (em, commit) =>
      together([put(em, 'left', 5), put(em, 'right', -1), commit()]),
    );
    await expect(refused).rejects.toMatchObject({ code: '23514' });
    expect(await cents()).toEqual(both(0, 0));
    await inFewFlights(database.dataSource, (em, commit) =>
      together([put(em, 'left', 7), commit()]),
    );
    expect(await cents()).toEqual(both(7, 0));
  });

  it('fails, and keeps nothing, when the work forgets its COMMIT', async () => {
    const forgotten = inFewFlights(database.dataSource, (em) => put(em, 'left', 5));
    await expect(forgotten).rejects.toThrow('before its COMMIT');
    expect(await cents()).toEqual(both(0, 0));
  });

  it('runs the loser of a deadlock again, whole', async () => {
    const ends = await meet((source, work) =>
      inFewFlights(source, async (em, commit) => {
        const done = await work(em);
        await commit();
        return done;
      }),
    );
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await cents()).toEqual(both(2, 2));
  });
});
