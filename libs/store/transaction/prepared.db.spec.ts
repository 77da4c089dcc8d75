import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { inTransaction, sqlState } from './in-transaction';
import { prepared, together } from './prepared';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.dataSource.query(
    `CREATE TABLE note (said text PRIMARY KEY, place serial, CHECK (said <> ''))`,
  );
});
beforeEach(() => database.dataSource.query(`TRUNCATE note RESTART IDENTITY`));
afterAll(() => database.close());

const say = (em: EntityManager, words: string) =>
  prepared(em, 'say', `INSERT INTO note (said) VALUES ($1)`, [words]);
const said = (em: EntityManager) =>
  prepared<{ said: string }>(em, 'said', `SELECT said FROM note ORDER BY place`, []);

it('sends statements one behind the other and answers each', async () => {
  const words = Array.from({ length: 20 }, (_, n) => `${n}`);
  const heard = await inTransaction(database.dataSource, async (em) => {
    const client = (await em.queryRunner?.connect()) as PoolClient;
    expect(client.pipeline).toBe(true);
    const [, rows] = await together([together(words.map((word) => say(em, word))), said(em)]);
    return rows;
  });
  expect(heard.map((row) => row.said)).toEqual(words);
});

it('throws what the first of them says that failed, and waits for those behind it', async () => {
  const ends: string[] = [];
  const watched = async (work: Promise<unknown>) => {
    try {
      return await work;
    } catch (error) {
      ends.push(sqlState(error) ?? 'none');
      throw error;
    }
  };
  const refused = database.dataSource.transaction((em) =>
    together([watched(say(em, 'a')), watched(say(em, '')), watched(said(em))]),
  );
  await expect(refused).rejects.toMatchObject({ code: '23514' });
  expect(ends).toEqual(['23514', '25P02']);
  expect(await database.dataSource.query(`SELECT * FROM note`)).toEqual([]);
});

it('goes on by name where a statement behind a failed one was never understood', async () => {
  const refused = database.dataSource.transaction((em) =>
    together([say(em, ''), prepared(em, 'first_seen', `SELECT 1 AS one`, [])]),
  );
  await expect(refused).rejects.toMatchObject({ code: '23514' });
  const again = Array.from({ length: 12 }, () =>
    inTransaction(database.dataSource, (em) => prepared(em, 'first_seen', `SELECT 1 AS one`, [])),
  );
  expect(await Promise.all(again)).toEqual(Array(12).fill([{ one: 1 }]));
});
