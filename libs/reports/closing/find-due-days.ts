import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { dueRevision, type FairHours } from './due.rules';
import { readDays } from './read-days';
import { readWaitingVisits } from './read-waiting-visits';

export interface DueDay {
  fairId: string;
  /** 'YYYY-MM-DD' */
  day: string;
  /** The revision that is due. */
  revision: number;
}

type WatchedFair = FairHours & { id: string; isSealed: boolean };

/**
 * The days that close themselves now, by Postgres and fair time alone, the oldest first. Of a sealed
 * fair only those that got a document which two people accepted since: its visits are what they are.
 */
@Injectable()
export class FindDueDays {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(): Promise<DueDay[]> {
    const fairs = await this.source.query<WatchedFair[]>(
      `SELECT id, time_zone AS "timeZone", day_cut_minutes AS "dayCutMinutes",
              closing_grace_minutes AS "closingGraceMinutes", state = 'sealed' AS "isSealed"
         FROM fair WHERE state <> 'draft' ORDER BY id`,
    );
    const due: DueDay[] = [];
    for (const fair of fairs) due.push(...(await this.ofFair(fair)));
    return due;
  }

  private async ofFair(fair: WatchedFair): Promise<DueDay[]> {
    const days = await readDays(this.source.manager, fair.id);
    const visits = await readWaitingVisits(this.source.manager, fair.id);
    const clock = { now: this.clock.now(), speed: this.clock.speed };
    return days.flatMap((day) => {
      const hasWaitingVisits = !fair.isSealed && visits.has(day.day);
      const revision = dueRevision({ ...day, hasWaitingVisits }, fair, clock);
      return revision === null ? [] : [{ fairId: fair.id, day: day.day, revision }];
    });
  }
}
