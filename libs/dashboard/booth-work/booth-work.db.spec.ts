import { newId, Refusal } from '@phien/kernel';
import { openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { ReadBoothWork } from './read-booth-work';

let database: BoardDatabase;

beforeAll(async () => {
  database = await openBoardDatabase();
});

afterAll(() => database.close());

it('tells an organizer that someone sells at a booth, and that nobody does', async () => {
  const read = new ReadBoothWork(database.dataSource, database.clock);
  const work = await database.openFair({ booths: 2 });
  const [first = '', second = ''] = work.fair.booths.map(({ id }) => id);
  const till = work.till(0);
  till.openShift();
  await work.deliver(till);
  await work.sell(0, 20_000);
  await work.sell(0, 30_000);
  expect(await read.run(work.fairId, first)).toMatchObject({
    openShifts: [{ exhibitorId: work.fair.exhibitors[0]?.id }],
    salesToday: 2,
  });
  till.closeShift(550_000);
  await work.deliver(till);
  expect(await read.run(work.fairId, first)).toMatchObject({ openShifts: [], salesToday: 2 });
  expect(await read.run(work.fairId, second)).toEqual({
    boothId: second,
    openShifts: [],
    salesToday: 0,
  });
  const refused = await read.run(work.fairId, newId()).catch((error: unknown) => error);
  expect((refused as Refusal).code).toBe('booth_not_found');
});
