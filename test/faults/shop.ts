import { fairDayPlus, fairMoment } from '@phien/kernel';
import { Client } from 'pg';
import { FairServer } from '../fair-server';
import { Caller } from '../trade-day/caller';
import { FaultTill } from './fault-till';
import type { Habits } from './fault-till';

interface RegisterAnswer {
  id: string;
  exhibitorId: string;
  boothCode: string;
}

/** A register with the code that enrols a phone as it. */
export type Booth = RegisterAnswer & { code: string };

/** A fair of this run's own, with tills at its booths. */
export class Shop {
  private openedAtMs = Date.now();

  private constructor(
    readonly server: FairServer,
    readonly organizer: Caller,
    readonly fairId: string,
    private readonly registers: RegisterAnswer[],
    private fairTimeMs: number,
  ) {}

  static async open(server: FairServer): Promise<Shop> {
    const organizer = await Caller.signIn(server, 'organizer');
    const fairTimeMs = await readClock(organizer);
    const fair = await organizer.post<{ id: string }>('/api/fairs', {
      template: 'ocop-160',
      code: `thu-loi-${Date.now()}`,
      nameVi: 'Hội chợ OCOP để thử lỗi',
      nameEn: 'An OCOP fair to try faults on',
      startsOn: fairDayPlus(dayAt(fairTimeMs), -1),
      days: 7,
    });
    const registers = await organizer.post<RegisterAnswer[]>(`/api/fairs/${fair.id}/registers`);
    return new Shop(server, organizer, fair.id, registers, fairTimeMs);
  }

  /** So many days go by in a moment. */
  async moveDays(days: number): Promise<void> {
    await this.server.moveClock(new Date(this.nowMs() + days * 86_400_000).toISOString());
    this.fairTimeMs = await readClock(this.organizer);
    this.openedAtMs = Date.now();
  }

  /** The fair day it is. */
  get day(): string {
    return dayAt(this.nowMs());
  }

  /** Fair time, as the server tells it. */
  readonly nowMs = (): number => this.fairTimeMs + (Date.now() - this.openedAtMs);

  /** A register that nobody has, and the code that enrols a phone as it. */
  async nextBooth(): Promise<Booth> {
    const register = this.registers.shift();
    if (!register) throw new Error('every register of the fair is taken');
    const { code } = await this.organizer.post<{ code: string }>(
      `/api/fairs/${this.fairId}/registers/${register.id}/enrolment-codes`,
    );
    return { ...register, code };
  }

  /** Phones at as many booths; they knock at `url`, which need not be the server's own. */
  async tills(count: number, habits: Partial<Habits> = {}, url = this.server.url) {
    const tills: FaultTill[] = [];
    for (const _ of this.registers.slice(0, count)) {
      const { code } = await this.nextBooth();
      const enrolled = await FaultTill.enrol(this.server.url, code, this.nowMs, habits);
      tills.push(url === this.server.url ? enrolled : enrolled.through(url));
    }
    return tills;
  }

  /** Asks Postgres, over a connection of its own. */
  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.server.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }
}

async function readClock(caller: Caller): Promise<number> {
  const { clock } = await caller.get<{ clock: { now: string } }>('/api/health');
  return Date.parse(clock.now);
}

const dayAt = (timeMs: number) => fairMoment(new Date(timeMs), 'Asia/Ho_Chi_Minh', 0).day;
