import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { dueRevision, type FairHours } from './due.rules';
import { readDays } from './read-days';

export interface DueDay {
  fairId: string;
  /** 'YYYY-MM-DD' */
  day: string;
  /** The revision that is due. */
  revision: number;
}

interface VisitsOfDay {
  day: string;
  entries: number;
  exits: number;
  closedEntries: number;
  closedExits: number;
}

/** The days that close themselves now, by Postgres and fair time alone, the oldest first. */
@Injectable()
export class FindDueDays {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(): Promise<DueDay[]> {
    const fairs = await this.source.query<(FairHours & { id: string })[]>(
      `SELECT id, time_zone AS "timeZone", day_cut_minutes AS "dayCutMinutes",
              closing_grace_minutes AS "closingGraceMinutes"
         FROM fair WHERE state NOT IN ('draft', 'sealed') ORDER BY id`,
    );
    const due: DueDay[] = [];
    for (const fair of fairs) due.push(...(await this.ofFair(fair)));
    return due;
  }

  private async ofFair(fair: FairHours & { id: string }): Promise<DueDay[]> {
    const days = await readDays(this.source.manager, fair.id);
    const visits = new Map((await this.visits(fair.id)).map((row) => [row.day, row]));
    const clock = { now: this.clock.now(), speed: this.clock.speed };
    return days.flatMap((day) => {
      const counted = visits.get(day.day);
      const hasWaitingVisits =
        counted !== undefined &&
        (counted.entries !== counted.closedEntries || counted.exits !== counted.closedExits);
      const revision = dueRevision({ ...day, hasWaitingVisits }, fair, clock);
      return revision === null ? [] : [{ fairId: fair.id, day: day.day, revision }];
    });
  }

  private visits(fairId: string): Promise<VisitsOfDay[]> {
    return this.source.query<VisitsOfDay[]>(
      `SELECT g.day, g.entries, g.exits, coalesce(c.entries, 0)::bigint AS "closedEntries",
              coalesce((c.figures #>> '{visits,exits}')::bigint, 0) AS "closedExits"
         FROM (SELECT fair_day AS day, sum(entries_added)::bigint AS entries,
                      sum(exits_added)::bigint AS exits
                 FROM gate_count WHERE fair_id = $1 GROUP BY fair_day) g
         LEFT JOIN LATERAL (SELECT entries, figures FROM closing y
           WHERE y.fair_id = $1 AND y.day = g.day ORDER BY y.revision DESC LIMIT 1) c ON true`,
      [fairId],
    );
  }
}
