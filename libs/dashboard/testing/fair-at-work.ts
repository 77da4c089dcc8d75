import { identityEntities } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { makeFair, planningEntities, type SmallFair, type SmallFairWish } from '@phien/planning';
import {
  deliveryDoor,
  declaringDoor,
  salesEntities,
  TestTill,
  type SaidInTest,
  ReadSilence,
  ReadTills,
} from '@phien/sales';
import { FactsBell, openTestDatabase, OutboxRow, PostgresBus, type Bus } from '@phien/store';
import { openGate, RecordGateCount, visitorsEntities, type SmallGate } from '@phien/visitors';
import type { DataSource } from 'typeorm';
import { dashboardEntities } from '../dashboard.entities';

/** Every table the board stands on. */
export const boardEntities = [
  ...identityEntities,
  ...planningEntities,
  ...salesEntities,
  ...visitorsEntities,
  ...dashboardEntities,
  OutboxRow,
];

/** Fair time that stands still until it is moved. */
export class StandingClock extends Clock {
  constructor(public instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }
}

/** The silence of phones as the board asks it, by a clock of the spec's own. */
export const silenceIn = (dataSource: DataSource, clock: Clock) =>
  new ReadSilence(new ReadTills(dataSource, clock));

/** A database of a spec's own with the bus on it and a clock that stands at noon. */
export async function openBoardDatabase() {
  const database = await openTestDatabase(boardEntities);
  const bus = new PostgresBus(database.url);
  return {
    url: database.url,
    dataSource: database.dataSource,
    bus,
    clock: new StandingClock(NOON),
    openFair: (wish?: SmallFairWish) => FairAtWork.open(database.dataSource, bus, wish),
    close: async () => {
      await bus.close();
      await database.close();
    },
  };
}

export type BoardDatabase = Awaited<ReturnType<typeof openBoardDatabase>>;

/** 28 October 2025, noon in Quảng Ninh. */
export const NOON = new Date('2025-10-28T05:00:00Z');

/** A fair with tills that sell and a gate that counts, through the verbs of their own libraries. */
export class FairAtWork {
  private door: ReturnType<typeof deliveryDoor>;
  private counting: RecordGateCount;
  private counted = { sequence: 0, entries: 0, exits: 0 };

  private constructor(
    readonly dataSource: DataSource,
    readonly fair: SmallFair,
    readonly tills: TestTill[],
    readonly gate: SmallGate,
    private now: Date,
    private readonly bus: Bus,
  ) {
    this.door = deliveryDoor(dataSource, now);
    this.counting = new RecordGateCount(dataSource, new StandingClock(now), new FactsBell(bus));
  }

  static async open(
    dataSource: DataSource,
    bus: Bus,
    wish: SmallFairWish = {},
    now = NOON,
  ): Promise<FairAtWork> {
    const em = dataSource.manager;
    const fair = await makeFair(em, wish);
    const tills: TestTill[] = [];
    for (const exhibitor of fair.exhibitors) {
      const booth = fair.booths.find(({ id }) => id === exhibitor.boothId);
      if (!booth) throw new Error('an exhibitor without a booth');
      const place = {
        fairId: fair.fairId,
        exhibitorId: exhibitor.id,
        boothId: booth.id,
        boothCode: booth.code,
        zoneId: booth.zoneId,
      };
      const till = await TestTill.enrol(em, place, { at: new Date(now.getTime() - 3_600_000) });
      tills.push(till.setClock(new Date(now.getTime() - 60_000)));
    }
    const gate = await openGate(em, fair.fairId);
    return new FairAtWork(dataSource, fair, tills, gate, now, bus);
  }

  /** Another instant, not before the last: sales are rung up a minute before it, and received then. */
  moveTo(now: Date): void {
    this.now = now;
    this.door = deliveryDoor(this.dataSource, now);
    this.counting = new RecordGateCount(
      this.dataSource,
      new StandingClock(now),
      new FactsBell(this.bus),
    );
    for (const till of this.tills) till.setClock(new Date(now.getTime() - 60_000));
  }

  get fairId(): string {
    return this.fair.fairId;
  }

  till(at: number): TestTill {
    const till = this.tills[at];
    if (!till) throw new Error(`there is no till ${at}`);
    return till;
  }

  /** Sends what a till holds unsent; every document must be booked. */
  async deliver(till: TestTill): Promise<void> {
    const { results } = await this.door.deliver(till);
    const other = results.find(({ booking }) => booking !== 'booked');
    if (other) throw new Error(`not booked: ${JSON.stringify(other)}`);
  }

  async sell(at: number, amountVnd: number): Promise<void> {
    this.till(at).sell(amountVnd);
    await this.deliver(this.till(at));
  }

  /** An exhibitor at its booth declares what it sold outside its till. */
  async declare(at: number, amountVnd: number, said: SaidInTest = {}) {
    const exhibitor = this.fair.exhibitors[at];
    if (!exhibitor) throw new Error(`there is no exhibitor ${at}`);
    const place = { fairId: this.fairId, boothId: exhibitor.boothId, exhibitorId: exhibitor.id };
    return declaringDoor(this.dataSource, this.now).declare(place, amountVnd, said);
  }

  async count(entries: number, exits = 0): Promise<void> {
    this.counted = {
      sequence: this.counted.sequence + 1,
      entries: this.counted.entries + entries,
      exits: this.counted.exits + exits,
    };
    await this.counting.run(this.gate, {
      deviceId: this.gate.gateId,
      epoch: 1,
      ...this.counted,
      undoneEntries: 0,
      undoneExits: 0,
      countedAt: this.now.toISOString(),
    });
  }

  /** Facts that no fold has taken yet. */
  async waiting(): Promise<number> {
    const [row] = await this.dataSource.query<{ n: number }[]>(
      `SELECT count(*) AS n FROM outbox WHERE fair_id = $1`,
      [this.fairId],
    );
    return row?.n ?? 0;
  }
}
