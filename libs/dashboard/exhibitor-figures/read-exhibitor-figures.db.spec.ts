import type { Caller } from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { FoldFacts } from '../fold/fold-facts';
import { NOON, openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { ReadExhibitorFigures } from './read-exhibitor-figures';

let database: BoardDatabase;
let readFigures: ReadExhibitorFigures;

beforeAll(async () => {
  database = await openBoardDatabase();
  database.clock.instant = NOON;
  readFigures = new ReadExhibitorFigures(database.dataSource, database.clock);
});

afterAll(() => database.close());

const standing = (fairId: string, role: Caller['grants'][number]['role'], exhibitorId?: string) =>
  ({
    accountId: newId(),
    login: 'lan',
    name: 'Lan',
    mayOpenFairs: false,
    grants: [{ fairId, role, exhibitorId: exhibitorId ?? null }],
  }) satisfies Caller;

it('equals the ledger to the đồng, before any fold and after it', async () => {
  const work = await database.openFair({ booths: 3 });
  const { fair, fairId } = work;
  const mine = fair.exhibitors[0]?.id ?? '';
  const seller = standing(fairId, 'exhibitor', mine);
  const till = work.till(0);
  till.sell(300_000);
  const returned = till.sell(120_000);
  till.refund(returned, 1_000);
  till.sell(80_000);
  await work.deliver(till);
  await work.sell(1, 999_000);

  const figures = await readFigures.run(seller, fairId, mine);
  expect(figures).toMatchObject({
    exhibitorName: fair.exhibitors[0]?.name,
    today: '2025-10-28',
    asOf: NOON.toISOString(),
    boothMoneyVisibleTo: 'organizers',
    setAsideCount: 0,
  });
  const [today] = figures.days;
  expect(figures.days).toHaveLength(1);
  const { day, isOpen, ...sum } = today!;
  expect([day, isOpen]).toEqual(['2025-10-28', true]);
  expect(sum).toEqual(figures.total);
  expect(sum).toMatchObject({
    salesCount: 3,
    salesVnd: 500_000,
    refundCount: 1,
    refundVnd: -120_000,
    revenueVnd: 380_000,
    booths: [{ boothCode: 'A01', salesCount: 3, revenueVnd: 380_000 }],
  });
  for (const parts of [sum.methods, sum.booths, sum.products]) {
    const all = (parts as { revenueVnd: number }[]).reduce((vnd, row) => vnd + row.revenueVnd, 0);
    expect(all).toBe(380_000);
  }

  await new FoldFacts(database.dataSource, database.clock, database.bus).run(fairId);
  const [rollup] = await database.dataSource.query<Record<string, number>[]>(
    `SELECT sales_count AS "salesCount", sales_vnd AS "salesVnd", refund_count AS "refundCount",
            refund_vnd AS "refundVnd"
       FROM sales_rollup WHERE fair_id = $1 AND dimension = 'exhibitor' AND key = $2`,
    [fairId, mine],
  );
  expect(sum).toMatchObject(rollup!);
  expect(await readFigures.run(seller, fairId, mine)).toEqual(figures);
});

it('shows a seller nobody else’s, and an organizer everyone’s', async () => {
  const work = await database.openFair({ booths: 2 });
  const { fairId } = work;
  const [mine = '', theirs = ''] = work.fair.exhibitors.map(({ id }) => id);
  const attempts: [string, Caller, string, string][] = [
    ['its own', standing(fairId, 'exhibitor', mine), mine, 'done'],
    ['another’s', standing(fairId, 'exhibitor', mine), theirs, 'exhibitor_not_found'],
    ['an official', standing(fairId, 'official'), mine, 'exhibitor_not_found'],
    ['of another fair', standing(newId(), 'organizer'), mine, 'exhibitor_not_found'],
    ['an organizer', standing(fairId, 'organizer'), theirs, 'done'],
    ['nobody’s', standing(fairId, 'organizer'), newId(), 'exhibitor_not_found'],
    ['no id at all', standing(fairId, 'organizer'), 'x', 'exhibitor_not_found'],
  ];
  for (const [what, who, exhibitorId, expected] of attempts) {
    const code = await readFigures.run(who, fairId, exhibitorId).then(
      () => 'done',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
    expect([what, code]).toEqual([what, expected]);
  }
});

it('says how many documents stand aside', async () => {
  const work = await database.openFair({ booths: 1 });
  const { fairId } = work;
  const mine = work.fair.exhibitors[0]?.id ?? '';
  const till = work.till(0);
  till.sell(50_000);
  await database.dataSource.query(`UPDATE register_epoch SET revoked_at = $2 WHERE fair_id = $1`, [
    fairId,
    new Date(NOON.getTime() - 60_000),
  ]);
  await expect(work.deliver(till)).rejects.toThrow(/set_aside/);
  const figures = await readFigures.run(standing(fairId, 'exhibitor', mine), fairId, mine);
  expect(figures).toMatchObject({ setAsideCount: 1, total: { salesCount: 0, revenueVnd: 0 } });
});
