import { openTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

const ask = async (sql: string): Promise<unknown> => {
  const rows: { answer: unknown }[] = await database.dataSource.query(`SELECT ${sql} AS answer`);
  return rows[0]?.answer;
};

describe('what Postgres answers', () => {
  it.each([
    ['0::bigint', 0],
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['-9007199254740991::bigint', -9_007_199_254_740_991],
    ['NULL::bigint', null],
    [`DATE '2025-11-01'`, '2025-11-01'],
  ])('reads %s exactly', async (sql, answer) => {
    expect(await ask(sql)).toBe(answer);
  });

  it.each(['9007199254740992', '-9007199254740992', '18014398509481982'])(
    'is refused rather than rounded: %s',
    async (whole) => {
      await expect(ask(`'${whole}'::bigint`)).rejects.toThrow(`the bigint ${whole} from Postgres`);
      expect(await ask('1::bigint')).toBe(1);
    },
  );
});
