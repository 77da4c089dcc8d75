import { Client } from 'pg';
import { FairServer } from '../fair-server';
import { Caller } from '../trade-day/caller';
import { FaultTill } from './fault-till';
import type { Habits } from './fault-till';

interface RegisterAnswer {
  id: string;
  boothCode: string;
}

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
    const fair = await organizer.post<{ id: string }>('/api/fairs', {
      template: 'ocop-160',
      code: `thu-loi-${Date.now()}`,
      nameVi: 'Hội chợ OCOP để thử lỗi',
      nameEn: 'An OCOP fair to try faults on',
      startsOn: '2025-11-19',
      days: 7,
    });
    const registers = await organizer.post<RegisterAnswer[]>(`/api/fairs/${fair.id}/registers`);
    const shop = new Shop(server, organizer, fair.id, registers, 0);
    await shop.readClock();
    return shop;
  }

  /** Learns the fair time, at the beginning and after it was moved. */
  async readClock(): Promise<void> {
    const { clock } = await this.organizer.get<{ clock: { now: string } }>('/api/health');
    this.openedAtMs = Date.now();
    this.fairTimeMs = Date.parse(clock.now);
  }

  /** Fair time, as the server tells it. */
  readonly nowMs = (): number => this.fairTimeMs + (Date.now() - this.openedAtMs);

  /** Phones at as many booths; they knock at `url`, which need not be the server's own. */
  async tills(count: number, habits: Partial<Habits> = {}, url = this.server.url) {
    const tills: FaultTill[] = [];
    for (const { id } of this.registers.splice(0, count)) {
      const { code } = await this.organizer.post<{ code: string }>(
        `/api/fairs/${this.fairId}/registers/${id}/enrolment-codes`,
      );
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
