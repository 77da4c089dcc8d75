import { ReadBoardViewer, TellFiles } from '@phien/dashboard';
import { Account, type Caller, identityEntities } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { makeFair, planningEntities, type SmallFair, type SmallFairWish } from '@phien/planning';
import { deliveryDoor, salesEntities, TestTill } from '@phien/sales';
import {
  Bus,
  FactsBell,
  openTestDatabase,
  OutboxRow,
  PostgresBus,
  type TestDatabase,
} from '@phien/store';
import type { DataSource } from 'typeorm';
import { openGate, RecordGateCount, visitorsEntities, type SmallGate } from '@phien/visitors';
import { ListDays } from '../closing/list-days';
import { PreviewClosing } from '../closing/preview-closing';
import type { ReportOrder } from '../closing/report-orders';
import { ReadFinalReport } from '../final-report/read-final-report';
import { ReadComparison } from '../history/read-comparison';
import { ListPapers } from '../paper/list-papers';
import { OrderPaper } from '../paper/order-paper';
import { PaperProgress } from '../paper/paper-progress';
import type { PaperFileName } from '../paper/paper.rules';
import { ReadPaperContent } from '../paper/read-paper-content';
import { WritePaperFile } from '../paper/write-paper-file';
import { FileMakerHere } from '../report/file-maker';
import { type ArchiveToMake, FileOrders } from '../report/report-queue';
import { ReportProgress } from '../report/report-progress';
import type { ReportFile } from '../report/report.rules';
import { WriteReport } from '../report/write-report';
import { reportsEntities } from '../reports.entities';

export interface ReportsDatabase extends TestDatabase {
  bell: FactsBell;
}

/** An empty database that knows every table a closing touches, and a bus on it. */
export async function openReportsDatabase(): Promise<ReportsDatabase> {
  const database = await openTestDatabase([
    ...identityEntities,
    ...planningEntities,
    ...salesEntities,
    ...visitorsEntities,
    ...reportsEntities,
    OutboxRow,
  ]);
  const bus = new PostgresBus(database.url);
  return {
    ...database,
    bell: new FactsBell(bus),
    close: async () => {
      await bus.close();
      await database.close();
    },
  };
}

/** Fair time that stands still until it is set. */
export class StandingClock extends Clock {
  constructor(public time: Date) {
    super();
  }

  override now(): Date {
    return this.time;
  }
}

/** Remembers what was ordered, in the place of the queue. */
export class RememberedOrders extends FileOrders {
  readonly placed: ReportOrder[] = [];
  readonly files: ReportFile[] = [];
  readonly paperFiles: PaperFileName[] = [];
  readonly archives: ArchiveToMake[] = [];

  override place(order: ReportOrder): void {
    this.placed.push(order);
    super.place(order);
  }

  override placeFile(file: ReportFile): void {
    this.files.push(file);
  }

  override placePaperFile(file: PaperFileName): void {
    this.paperFiles.push(file);
  }

  override placeArchive(archive: ArchiveToMake): void {
    this.archives.push(archive);
  }
}

/** A bus that nobody hears; it keeps what was said. */
export class UnheardBus extends Bus {
  readonly said: { channel: string; message: object }[] = [];

  override async publish(channel: string, message: object): Promise<void> {
    this.said.push({ channel, message });
  }

  override async subscribe(): Promise<() => Promise<void>> {
    return async () => undefined;
  }

  override isUp(): boolean {
    return false;
  }

  override async close(): Promise<void> {}
}

/** The verbs that need others, on one database and clock. */
export const reportProgressOn = (source: DataSource, bus: Bus = new UnheardBus()) =>
  new ReportProgress(new TellFiles(source, bus));

export const paperProgressOn = (source: DataSource) =>
  new PaperProgress(new TellFiles(source, new UnheardBus()));

export const listDaysOn = (source: DataSource, clock: Clock) =>
  new ListDays(source, clock, new PreviewClosing(source));

export const writeReportOn = (source: DataSource, clock: Clock) =>
  new WriteReport(source, clock, new FileMakerHere(), reportProgressOn(source));

export function readFinalReportOn(source: DataSource, clock: Clock): ReadFinalReport {
  const listDays = listDaysOn(source, clock);
  const viewer = new ReadBoardViewer(source);
  const readComparison = new ReadComparison(source, clock, listDays, viewer);
  return new ReadFinalReport(source, clock, listDays, readComparison);
}

export function orderPaperOn(source: DataSource, clock: Clock, orders: FileOrders): OrderPaper {
  const contents = new ReadPaperContent(source, clock, readFinalReportOn(source, clock));
  return new OrderPaper(source, contents, new ListPapers(source), paperProgressOn(source), orders);
}

export const writePaperFileOn = (source: DataSource, clock: Clock) =>
  new WritePaperFile(source, clock, new FileMakerHere(), paperProgressOn(source));

export const DAY = '2025-10-28';
export const NOON = new Date('2025-10-28T05:00:00Z');
export const EVENING = new Date('2025-10-28T15:30:00Z');

/**
 * A small fair at work through its own doors: a till in every booth, one gate. The documents' door
 * and the gate share one standing clock, at noon of the first day.
 */
export class FairToClose {
  private counted = { sequence: 0, entries: 0, exits: 0 };
  private readonly deviceId = newId();

  private constructor(
    readonly fair: SmallFair,
    readonly tills: readonly TestTill[],
    readonly organizer: Caller,
    readonly clock: StandingClock,
    private readonly gate: SmallGate,
    private readonly door: ReturnType<typeof deliveryDoor>,
    private readonly recordGateCount: RecordGateCount,
  ) {}

  static async open(database: ReportsDatabase, wish: SmallFairWish = {}): Promise<FairToClose> {
    const em = database.dataSource.manager;
    const fair = await makeFair(em, wish);
    const gate = await openGate(em, fair.fairId);
    const tills: TestTill[] = [];
    for (const exhibitor of fair.exhibitors) {
      const booth = fair.booths.find(({ id }) => id === exhibitor.boothId);
      if (!booth) throw new Error('the exhibitor has no booth');
      const place = {
        fairId: fair.fairId,
        exhibitorId: exhibitor.id,
        boothId: booth.id,
        boothCode: booth.code,
        zoneId: booth.zoneId,
      };
      tills.push(await TestTill.enrol(em, place, { at: new Date('2025-10-28T01:30:00Z') }));
    }
    const accountId = newId();
    const name = 'Ban tổ chức thử';
    const login = `organizer-${accountId}`;
    await em.insert(Account, {
      id: accountId,
      login,
      name,
      passwordHash: 'none',
      createdAt: new Date(),
    });
    const organizer: Caller = {
      accountId,
      login,
      name,
      mayOpenFairs: false,
      grants: [{ fairId: fair.fairId, role: 'organizer', exhibitorId: null }],
    };
    const clock = new StandingClock(NOON);
    const door = deliveryDoor(database.dataSource, NOON);
    const counts = new RecordGateCount(database.dataSource, clock, database.bell);
    return new FairToClose(fair, tills, organizer, clock, gate, door, counts);
  }

  get fairId(): string {
    return this.fair.fairId;
  }

  till(at: number): TestTill {
    const till = this.tills[at];
    if (!till) throw new Error(`the fair has no till ${at}`);
    return till;
  }

  /** Fair time of the server moves on. */
  setClock(time: Date): void {
    this.clock.time = time;
    this.door.setClock(time);
  }

  /** Sends what the tills hold unsent. */
  async deliver(...at: number[]): Promise<void> {
    for (const till of at.map((n) => this.till(n))) await this.door.deliver(till);
  }

  /** Visitors come and go through the gate. */
  async count(entries: number, exits: number): Promise<void> {
    this.counted.sequence += 1;
    this.counted.entries += entries;
    this.counted.exits += exits;
    await this.recordGateCount.run(this.gate, {
      ...this.counted,
      deviceId: this.deviceId,
      epoch: 1,
      undoneEntries: 0,
      undoneExits: 0,
      countedAt: this.clock.time.toISOString(),
    });
  }
}
