import { Logger } from '@nestjs/common';
import { FoldFacts } from '../fold/fold-facts';
import { SalesRollup } from '../fold/sales-rollup.entity';
import { eventually } from '../testing/eventually';
import { openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { ReconcileFair } from './reconcile-fair';
import { ReconcileLoop } from './reconcile-loop';
import { Reconciliation } from './reconciliation.entity';
import { ReconciliationChecks } from './reconciliation-checks';

describe('the minute of reconciliation', () => {
  let database: BoardDatabase;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await openBoardDatabase();
  });

  afterAll(() => database.close());

  it('looks at every fair and tells the boards when a difference comes', async () => {
    const { dataSource, clock, bus } = database;
    const [sound, spoilt] = [
      await database.openFair({ booths: 1 }),
      await database.openFair({ booths: 1 }),
    ];
    for (const work of [sound, spoilt]) {
      await work.sell(0, 10_000);
      await new FoldFacts(dataSource, clock, bus).run(work.fairId);
    }
    await dataSource
      .getRepository(SalesRollup)
      .update({ fairId: spoilt.fairId, dimension: 'day' }, { salesVnd: 1 });
    const heard: unknown[] = [];
    const stop = await bus.subscribe('board', (word) => heard.push(word));
    const loop = new ReconcileLoop(
      dataSource,
      new ReconcileFair(dataSource, clock, new ReconciliationChecks()),
      bus,
    );
    loop.onApplicationBootstrap();
    const rows = dataSource.getRepository(Reconciliation);
    await eventually('both compared', async () => (await rows.count()) === 2);
    await eventually('the word', () => heard.length > 0);
    await loop.beforeApplicationShutdown();
    const counts = async ({ fairId }: { fairId: string }) =>
      (await rows.findOneByOrFail({ fairId })).differenceCount;
    expect([await counts(sound), await counts(spoilt)]).toEqual([0, 1]);
    expect(heard).toEqual([{ fairId: spoilt.fairId, version: 1 }]);
    await stop();
  });
});
