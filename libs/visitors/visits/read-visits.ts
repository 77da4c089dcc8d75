import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { insideOf } from '../count/gate-count.rules';
import type { GateVisitsDto, VisitsDto } from './visits.dto';
import { dayInvalid } from './visits.refusals';

/** Visits of a fair day straight from the counters; today's without `day`. Refuses `day_invalid`. */
@Injectable()
export class ReadVisits {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairId: string, day?: string): Promise<VisitsDto> {
    if (day !== undefined && !isFairDay(day)) throw dayInvalid(day);
    const asOf = this.clock.now();
    const wanted = day ?? (await this.fairDayAt(fairId, asOf));
    const gates: GateVisitsDto[] = await this.source.query(
      `SELECT g.id AS "gateId", g.code, g.name_vi AS "nameVi", g.name_en AS "nameEn",
              coalesce(sum(c.entries_added), 0)::bigint AS entries,
              coalesce(sum(c.exits_added), 0)::bigint AS exits
         FROM gate g LEFT JOIN gate_count c
           ON c.fair_id = g.fair_id AND c.gate_id = g.id AND c.fair_day = $2
        WHERE g.fair_id = $1
        GROUP BY g.id, g.code, g.name_vi, g.name_en ORDER BY length(g.code), g.code`,
      [fairId, wanted],
    );
    const entries = gates.reduce((sum, gate) => sum + gate.entries, 0);
    const exits = gates.reduce((sum, gate) => sum + gate.exits, 0);
    return {
      fairId,
      day: wanted,
      asOf: asOf.toISOString(),
      entries,
      exits,
      inside: insideOf(entries, exits),
      gates,
    };
  }

  private async fairDayAt(fairId: string, instant: Date): Promise<string> {
    const [fair]: { timeZone: string; dayCutMinutes: number }[] = await this.source.query(
      `SELECT time_zone AS "timeZone", day_cut_minutes AS "dayCutMinutes" FROM fair WHERE id = $1`,
      [fairId],
    );
    if (!fair) throw new Error(`fair ${fairId} is gone`);
    return fairMoment(instant, fair.timeZone, fair.dayCutMinutes).day;
  }
}
