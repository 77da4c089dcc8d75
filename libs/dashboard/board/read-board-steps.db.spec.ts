import { FoldFacts } from '../fold/fold-facts';
import { openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import type { BoardQuery } from './board.dto';
import { ReadBoardBooths } from './read-board-booths';
import { ReadBoardSteps } from './read-board-steps';
import { ReadPeriodSales } from './read-period-sales';

const organizer = { mayReadBoothMoney: true };
const official = { mayReadBoothMoney: false };
const at = (clock: string, day = 28) => new Date(`2025-10-${day}T${clock}:00+07:00`);

describe('the booths of a day, hour by hour', () => {
  let database: BoardDatabase;
  let readSteps: ReadBoardSteps;
  let readBooths: ReadBoardBooths;
  let foldFacts: FoldFacts;

  beforeAll(async () => {
    database = await openBoardDatabase();
    const { dataSource, clock, bus } = database;
    const readSales = new ReadPeriodSales();
    readSteps = new ReadBoardSteps(dataSource, clock, readSales);
    readBooths = new ReadBoardBooths(dataSource, clock, readSales);
    foldFacts = new FoldFacts(dataSource, clock, bus);
  });

  afterAll(() => database.close());

  /** Eighteen booths, three of every origin in both zones; `hours` says who sells when, for how much. */
  async function sellingAt(hours: [clock: string, sells: (at: number) => boolean][]) {
    const work = await database.openFair({ booths: 18 });
    for (const [clock, sells] of hours) {
      work.moveTo(at(clock));
      for (let till = 0; till < 18; till += 1) {
        if (sells(till)) await work.sell(till, 10_000 * (till + 1));
      }
    }
    await foldFacts.run(work.fairId);
    return work;
  }
  const everybody = () => true;

  it.each<BoardQuery>([
    {},
    { zone: 'A' },
    { origin: 'foreign' },
    { zone: 'B', origin: 'inProvince' },
  ])('ends with what the day measured: %j', async (asked) => {
    const work = await sellingAt([
      ['09:30', everybody],
      ['10:30', (till) => till % 2 === 0],
      ['21:30', everybody],
    ]);
    database.clock.instant = at('08:00', 29);
    const steps = await readSteps.run(work.fairId, { day: '2025-10-28', ...asked }, organizer);
    expect(steps.untilMinute).toEqual(Array.from({ length: 13 }, (_, hour) => (10 + hour) * 60));
    const page = await readBooths.run(work.fairId, { day: '2025-10-28', ...asked }, organizer);
    const whole = page.booths.filter(({ revenue }) => revenue !== null);
    expect(whole.length).toBeGreaterThan(0);
    expect(steps.booths).toHaveLength(whole.length);
    for (const { boothId, revenue, sales, density } of whole) {
      const course = steps.booths.find((booth) => booth.boothId === boothId);
      expect(course?.revenue.amount?.at(-1)).toBe(revenue?.amount);
      expect(course?.sales.amount?.at(-1)).toBe(sales?.amount);
      expect(course?.density.amount?.at(-1)).toBe(density?.amount);
      expect(course?.revenue.heat.at(-1)).toBe(revenue?.heat);
    }
    expect(steps.heat).toEqual(page.heat);
  });

  it('moves a late sale of yesterday into its hour of yesterday, and nothing of today', async () => {
    const work = await sellingAt([['09:30', everybody]]);
    work.moveTo(at('20:30'));
    const late = work.till(0);
    late.sell(5_000_000);
    work.moveTo(at('09:30', 29));
    for (let till = 1; till < 18; till += 1) await work.sell(till, 20_000);
    await foldFacts.run(work.fairId);
    database.clock.instant = at('10:05', 29);
    const read = async (day: number) => {
      const { untilMinute, booths } = await readSteps.run(
        work.fairId,
        { day: `2025-10-${day}` },
        organizer,
      );
      return { untilMinute, booths };
    };
    const [today, yesterday] = [await read(29), await read(28)];
    await work.deliver(late);
    await foldFacts.run(work.fairId);
    expect(await read(29)).toEqual(today);
    const after = await read(28);
    expect([yesterday.untilMinute.at(-1), after.untilMinute.at(-1)]).toEqual([600, 1260]);
    const first = after.booths.find(({ boothId }) => boothId === work.fair.booths[0]?.id);
    expect(first?.revenue.amount).toEqual([...Array<number>(11).fill(10_000), 5_010_000]);
  });

  it('tells officials no amount, and no hour in which one or two booths of a zone sold', async () => {
    /* A01 alone opens; by ten all have sold; at eleven one booth of zone B sells. */
    const work = await sellingAt([
      ['08:30', (till) => till === 0],
      ['09:30', everybody],
      ['10:30', everybody],
      ['11:30', (till) => till === 17],
    ]);
    database.clock.instant = at('12:20');
    const told = async (asked: BoardQuery) =>
      (await readSteps.run(work.fairId, asked, official)).untilMinute;
    expect((await readSteps.run(work.fairId, {}, organizer)).untilMinute).toEqual([
      540, 600, 660, 720,
    ]);
    /* Eleven to now is the money of B09, so ten to now is told as one. */
    for (const asked of [{}, { zone: 'A' }, { origin: 'foreign' }]) {
      expect(await told(asked)).toEqual([600]);
    }
    const steps = await readSteps.run(work.fairId, {}, official);
    expect(steps).toMatchObject({ showsMoney: false, isMerged: true });
    const text = JSON.stringify(steps);
    expect(text).not.toMatch(/"(amount|least|most)":[^n]/);
    expect(steps.booths.map(({ revenue }) => revenue.heat.length)).toEqual(Array(18).fill(1));
  });

  it('asks for one day at a time', async () => {
    const { fairId } = await database.openFair({ booths: 1 });
    const period = { from: '2025-10-28', to: '2025-10-29' };
    await expect(readSteps.run(fairId, period, organizer)).rejects.toMatchObject({
      code: 'one_day_only',
    });
    expect(await readSteps.run(fairId, {}, official)).toMatchObject({
      untilMinute: [],
      isMerged: false,
      booths: [],
    });
  });
});
