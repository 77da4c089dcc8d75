import { inTransaction, lockExclusive } from '@phien/store';
import { eventually } from '../testing/eventually';
import { openBoardDatabase, type BoardDatabase, type FairAtWork } from '../testing/fair-at-work';
import { FoldFacts } from './fold-facts';
import { FoldLoop } from './fold-loop';

describe('the fold', () => {
  let database: BoardDatabase;
  let loop: FoldLoop;

  beforeAll(async () => {
    database = await openBoardDatabase();
  });

  beforeEach(async () => {
    const { dataSource, clock, bus } = database;
    loop = new FoldLoop(dataSource, new FoldFacts(dataSource, clock, bus), bus);
    await loop.onApplicationBootstrap();
  });

  afterEach(() => loop.beforeApplicationShutdown());

  afterAll(() => database.close());

  const isFolded = async (work: FairAtWork) => (await work.waiting()) === 0;

  it('takes new facts when it is told, and when nobody tells it', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.count(3);
    await eventually('the count folded', () => isFolded(work));
    await work.sell(0, 10_000); // this door has no bell
    await eventually('the sale folded', () => isFolded(work));
  });

  it('says that the board moved on', async () => {
    const work = await database.openFair({ booths: 1 });
    const heard: unknown[] = [];
    const stop = await database.bus.subscribe('board', (word) => heard.push(word));
    await work.sell(0, 10_000);
    await eventually('the word', () => heard.length > 0);
    expect(heard).toEqual([{ fairId: work.fairId, version: 1 }]);
    await stop();
  });

  it('goes on with the other fairs while one waits for its lock', async () => {
    const stuck = await database.openFair({ booths: 1 });
    const free = await database.openFair({ booths: 1 });
    await inTransaction(database.dataSource, async (em) => {
      await lockExclusive(em, 'fair', stuck.fairId);
      await stuck.sell(0, 10_000);
      await free.sell(0, 10_000);
      await eventually('the free fair folded', () => isFolded(free));
      expect(await isFolded(stuck)).toBe(false);
    });
    await eventually('the stuck fair folded', () => isFolded(stuck));
  });

  it('finishes what it has begun and then rests', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 10_000);
    await loop.beforeApplicationShutdown();
    const left = await work.waiting();
    await work.sell(0, 10_000);
    await database.bus.publish('facts', {});
    expect(await work.waiting()).toBe(left + 1);
  });
});
