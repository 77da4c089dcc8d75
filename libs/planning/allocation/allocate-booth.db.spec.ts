import { AuditEntry, type Caller } from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { brokenConstraint, sqlState, type TestDatabase } from '@phien/store';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import type { AllocateBooth } from './allocate-booth';
import { Allocation } from './allocation.entity';
import { multirangeOf, sixthsIn, type Share } from './sixths.rules';

let database: TestDatabase;
let organizer: Caller;
let allocateBooth: AllocateBooth;

beforeAll(async () => {
  database = await openPlanningDatabase();
  organizer = await makeCaller(database.dataSource);
  ({ allocateBooth } = planVerbs(database.dataSource));
});

afterAll(() => database.close());

const em = () => database.dataSource.manager;

/** Exhibitors without a booth, of one delegation when it has a name. */
async function makeSellers(fair: SmallFair, count: number, delegation?: { quota: number | null }) {
  const { fairId } = fair;
  const delegationId = delegation ? newId() : null;
  if (delegation && delegationId) {
    await em().insert(Delegation, {
      fairId,
      id: delegationId,
      nameVi: 'Đoàn kiểm thử',
      nameEn: 'Test delegation',
      quota: delegation.quota,
    });
  }
  const sellers = Array.from({ length: count }, (_, n) => ({
    fairId,
    id: newId(),
    name: `Đơn vị ${n}`,
    kind: 'cooperative' as const,
    origin: 'inProvince' as const,
    countryCode: 'VN',
    paysVat: true,
    delegationId,
    isDemo: true,
  }));
  await em().insert(Exhibitor, sellers);
  return sellers.map(({ id }) => id);
}

const emptyFair = (booths: number) => makeFair(em(), { booths, exhibitors: 0 });

const ask = (
  fair: SmallFair,
  booth: number,
  exhibitorId: string,
  share: Share = 'whole',
  id = newId(),
) =>
  allocateBooth.run(organizer, fair.fairId, {
    id,
    boothId: fair.booths[booth]?.id ?? newId(),
    exhibitorId,
    share,
  });

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'given',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

async function tally(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of await Promise.all(attempts.map(codeOf)))
    counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Sixths given more than once, and booths with sharers who did not come together. */
async function wrongBooths(fairId: string, manager = em()): Promise<number> {
  const given = await manager.findBy(Allocation, { fairId });
  return [...new Set(given.map(({ boothId }) => boothId))].filter((boothId) => {
    const here = given.filter((allocation) => allocation.boothId === boothId);
    const sixths = here.flatMap((allocation) => sixthsIn(allocation.sixths));
    return (
      new Set(sixths).size !== sixths.length || new Set(here.map((a) => a.sharerId)).size !== 1
    );
  }).length;
}

describe('giving a booth', () => {
  it('gives it once when twenty ask for it at the same moment', async () => {
    const fair = await emptyFair(1);
    const sellers = await makeSellers(fair, 20);
    const answers = await tally(sellers.map((seller) => ask(fair, 0, seller)));
    expect(answers).toEqual({ given: 1, booth_already_allocated: 19 });
    expect(await em().countBy(Allocation, { fairId: fair.fairId })).toBe(1);
    expect(await em().countBy(AuditEntry, { fairId: fair.fairId })).toBe(1);
  });

  it('gives each of twenty booths once under twenty parallel requests for each', async () => {
    const fair = await emptyFair(20);
    const sellers = await makeSellers(fair, 20);
    const answers = await tally(
      sellers.flatMap((seller) => fair.booths.map((_, booth) => ask(fair, booth, seller))),
    );
    expect(answers).toEqual({ given: 20, booth_already_allocated: 380 });
    expect(await wrongBooths(fair.fairId)).toBe(0);
  });

  it('gives sixty askers the sixty thirds of twenty booths', async () => {
    const fair = await emptyFair(20);
    const delegations = await Promise.all(
      fair.booths.map(() => makeSellers(fair, 3, { quota: 1 })),
    );
    const answers = await tally(
      delegations.flatMap((sellers, booth) =>
        sellers.map((seller) => ask(fair, booth, seller, 'third')),
      ),
    );
    expect(answers).toEqual({ given: 60 });
    expect(await wrongBooths(fair.fairId)).toBe(0);
  });

  it('gives sixty thirds of twenty booths to one delegation that asks for them all at once', async () => {
    const fair = await emptyFair(20);
    const sellers = await makeSellers(fair, 60, { quota: 20 });
    const answers = await tally(sellers.map((seller, n) => ask(fair, n % 20, seller, 'third')));
    expect(answers).toEqual({ given: 60 });
    expect(await wrongBooths(fair.fairId)).toBe(0);
  });

  it('gives the thirds of twenty booths to one of three strangers each', async () => {
    const fair = await emptyFair(20);
    const sellers = await makeSellers(fair, 60);
    const answers = await tally(sellers.map((seller, n) => ask(fair, n % 20, seller, 'third')));
    expect(answers).toEqual({ given: 20, booth_already_allocated: 40 });
    expect(await wrongBooths(fair.fairId)).toBe(0);
  });

  it('answers the same tap a second time, and at the same moment, with the first result', async () => {
    const fair = await emptyFair(1);
    const [seller = ''] = await makeSellers(fair, 1, { quota: 1 });
    const id = newId();
    const answers = await Promise.all([1, 2, 3].map(() => ask(fair, 0, seller, 'third', id)));
    expect(answers.map(({ sixths }) => sixths)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(await em().countBy(Allocation, { fairId: fair.fairId })).toBe(1);
    expect(await codeOf(ask(fair, 0, seller, 'half', id))).toBe('allocation_id_taken');
  });

  it('holds a delegation to its quota, also when it asks for two booths at once', async () => {
    const fair = await emptyFair(4);
    const [seller = ''] = await makeSellers(fair, 1, { quota: 2 });
    const answers = await tally(fair.booths.map((_, booth) => ask(fair, booth, seller)));
    expect(answers).toEqual({ given: 2, delegation_quota_used: 2 });
  });

  it('refuses for the first reason that holds: where, when, how much', async () => {
    const open = await makeFair(em(), { booths: 3, exhibitors: 2 });
    const over = await makeFair(em(), { booths: 2, exhibitors: 1 });
    await em().update(Fair, { id: over.fairId }, { state: 'closed' });
    const [friend = '', other = ''] = await makeSellers(open, 2, { quota: null });
    await ask(open, 2, friend, 'half');
    const holder = open.exhibitors[0]?.id ?? '';
    const attempts: [
      fair: SmallFair,
      booth: number,
      exhibitor: string,
      share: Share,
      code: string,
    ][] = [
      [{ ...open, fairId: newId() }, 0, holder, 'whole', 'fair_not_found'],
      [open, 99, newId(), 'whole', 'booth_not_found'],
      [open, 0, newId(), 'whole', 'exhibitor_not_found'],
      [open, 0, over.exhibitors[0]?.id ?? '', 'whole', 'exhibitor_not_found'],
      [over, 1, over.exhibitors[0]?.id ?? '', 'whole', 'fair_is_over'],
      [open, 1, holder, 'whole', 'booth_already_allocated'],
      [open, 2, holder, 'half', 'booth_already_allocated'],
      [open, 2, other, 'whole', 'booth_already_allocated'],
      [open, 2, other, 'half', 'given'],
    ];
    for (const [fair, booth, exhibitor, share, code] of attempts) {
      expect([booth, share, await codeOf(ask(fair, booth, exhibitor, share))]).toEqual([
        booth,
        share,
        code,
      ]);
    }
  });
});

describe('the database by itself, without our lock', () => {
  const insert = (fair: SmallFair, sixths: number[], sharerId: string, during = '[,)') =>
    em().insert(Allocation, {
      fairId: fair.fairId,
      id: newId(),
      boothId: fair.booths[0]?.id,
      exhibitorId: fair.exhibitors[0]?.id,
      sharerId,
      sixths: multirangeOf(sixths),
      during,
    });
  const constraintOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'inserted',
      (error: unknown) => `${sqlState(error)} ${brokenConstraint(error)}`,
    );
  /** A fair whose first booth has an exhibitor and is free again. */
  async function freed(): Promise<SmallFair> {
    const fair = await makeFair(em(), { booths: 1 });
    await em().update(Allocation, { fairId: fair.fairId }, { freedAt: new Date() });
    return fair;
  }

  it('gives no sixth twice at one time', async () => {
    const fair = await freed();
    const sharer = newId();
    await insert(fair, [0, 1, 2], sharer);
    expect(await constraintOf(insert(fair, [2, 3], sharer))).toBe('23P01 allocation_sixths_once');
    expect(await constraintOf(insert(fair, [3, 4], sharer))).toBe('inserted');
  });

  it('lets no one share with another who did not come with them', async () => {
    const fair = await freed();
    await insert(fair, [0, 1, 2], newId());
    expect(await constraintOf(insert(fair, [3, 4, 5], newId()))).toBe(
      '23P01 allocation_one_sharer',
    );
  });

  it('lets another in after the first has gone, or was freed', async () => {
    const fair = await freed();
    const morning = '["2025-10-28 01:00+00","2025-10-28 05:00+00")';
    const afternoon = '["2025-10-28 05:00+00","2025-10-28 15:00+00")';
    await insert(fair, [0, 1, 2, 3, 4, 5], newId(), morning);
    expect(await constraintOf(insert(fair, [0, 1, 2, 3, 4, 5], newId(), afternoon))).toBe(
      'inserted',
    );
  });

  it('knows six sixths and no seventh', async () => {
    const fair = await freed();
    expect(await constraintOf(insert(fair, [5, 6], newId()))).toBe('23514 allocation_sixths_range');
    expect(await constraintOf(insert(fair, [], newId()))).toBe('23514 allocation_sixths_range');
  });

  it('would hold twenty exhibitors in one booth without its two constraints', async () => {
    const fair = await makeFair(em(), { booths: 1, exhibitors: 1 });
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`ALTER TABLE allocation DROP CONSTRAINT allocation_sixths_once`);
      await runner.query(`ALTER TABLE allocation DROP CONSTRAINT allocation_one_sharer`);
      for (let n = 0; n < 20; n++) {
        await runner.manager.insert(Allocation, {
          fairId: fair.fairId,
          id: newId(),
          boothId: fair.booths[0]?.id,
          exhibitorId: fair.exhibitors[0]?.id,
          sharerId: newId(),
          sixths: '{[0,6)}',
          during: '[,)',
        });
      }
      expect(await wrongBooths(fair.fairId, runner.manager)).toBe(1);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
