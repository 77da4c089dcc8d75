import type { TestDatabase } from '@phien/store';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { Fair } from './fair.entity';
import { SetBoothMoney } from './set-booth-money';

let database: TestDatabase;

beforeAll(async () => {
  database = await openPlanningDatabase();
});
afterAll(() => database.close());

it('chooses who sees the money of a booth, in one fair alone, and writes down who chose', async () => {
  const { manager } = database.dataSource;
  const [{ fairId }, other] = [await makeFair(manager), await makeFair(manager)];
  const caller = await makeCaller(database.dataSource);
  const setBoothMoney = new SetBoothMoney(database.dataSource);
  for (const visibleTo of ['officials', 'officials', 'everyone', 'organizers'] as const) {
    expect(await setBoothMoney.run(caller, fairId, { visibleTo })).toEqual({ visibleTo });
    const fair = await manager.findOneByOrFail(Fair, { id: fairId });
    expect(fair.boothMoneyVisibleTo).toBe(visibleTo);
  }
  const elsewhere = await manager.findOneByOrFail(Fair, { id: other.fairId });
  expect(elsewhere.boothMoneyVisibleTo).toBe('organizers');
  const deeds = await manager.query<{ account: string; detail: object }[]>(
    `SELECT account_id AS account, detail FROM audit_entry
      WHERE fair_id = $1 AND action = 'booth_money_set' ORDER BY id`,
    [fairId],
  );
  expect(deeds).toEqual([
    { account: caller.accountId, detail: { before: 'organizers', after: 'officials' } },
    { account: caller.accountId, detail: { before: 'officials', after: 'everyone' } },
    { account: caller.accountId, detail: { before: 'everyone', after: 'organizers' } },
  ]);
});
