import { identityEntities } from '@phien/identity';
import { openTestDatabase, type TestDatabase } from '@phien/store';
import { planningEntities } from './planning.entities';
import { makeFair } from './testing/make-fair';

describe('the tables of planning', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase([...identityEntities, ...planningEntities]);
  });

  afterAll(() => database.close());

  it('are declared on the entities as the migrations made them', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('hold the product classes of Decision 148: six sectors, 26 leaves', async () => {
    const [found] = await database.dataSource.query<{ sectors: number; leaves: number }[]>(`
      SELECT count(*) FILTER (WHERE parent_code IS NULL) AS sectors,
             count(*) FILTER (WHERE NOT EXISTS (
               SELECT 1 FROM product_class child WHERE child.parent_code = c.code)) AS leaves
      FROM product_class c`);
    expect(found).toEqual({ sectors: 6, leaves: 26 });
  });

  it('hold a small fair for specs', async () => {
    const fair = await makeFair(database.dataSource.manager, { booths: 5 });
    expect(fair.booths.map(({ code }) => code)).toEqual(['A01', 'A02', 'A03', 'B01', 'B02']);
    expect(fair.allocations).toHaveLength(5);
    expect(fair.products).toHaveLength(10);
  });
});
