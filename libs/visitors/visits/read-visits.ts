import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { capacityUse } from '../capacity/capacity.rules';
import { insideOf } from '../count/gate-count.rules';
import type { GateVisitsDto, VisitsDto } from './visits.dto';
import { dayInvalid } from './visits.refusals';

/**
 * Visits of a fair day straight from the counters, against the capacity of now; today's without
 * `day`. Refuses `day_invalid`.
 */
@Injectable()
export class ReadVisits {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairId: string, day?: string): Promise<VisitsDto> {
    if (day !== undefined && !isFairDay(day)) throw dayInvalid(day);
    const asOf = this.clock.now();
    const { today, capacity } = await this.fairAt(fairId, asOf);
    const wanted = day ?? today;
    const gates: GateVisitsDto[] = await this.source.query(
      `SELECT g.id AS "gateId", g.code, g.name_vi AS "nameVi", g.name_en AS "nameEn",
              coalesce(sum(c.entries_added), 0)::bigint AS entries,
              coalesce(sum(c.entries_added) FILTER (WHERE c.sensor_id IS NOT NULL), 0)::bigint
                AS "sensorEntries",
              coalesce(sum(c.exits_added), 0)::bigint AS exits
         FROM gate g LEFT JOIN gate_count c
           ON c.fair_id = g.fair_id AND c.gate_id = g.id AND c.fair_day = $2
        WHERE g.fair_id = $1
        GROUP BY g.id, g.code, g.name_vi, g.name_en ORDER BY length(g.code), g.code`,
      [fairId, wanted],
    );
    const entries = gates.reduce((sum, gate) => sum + gate.entries, 0);
    const exits = gates.reduce((sum, gate) => sum + gate.exits, 0);
    const inside = insideOf(entries, exits);
    return {
      fairId,
      day: wanted,
      asOf: asOf.toISOString(),
      entries,
      exits,
      inside,
      difference: entries - exits,
      capacity,
      ...capacityUse(inside, capacity),
      gates,
    };
  }

  private async fairAt(
    fairId: string,
    instant: Date,
  ): Promise<{ today: string; capacity: number | null }> {
    const [fair]: { timeZone: string; dayCutMinutes: number; capacity: number | null }[] =
      await this.source.query(
        `SELECT f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes", c.visitors AS capacity
           FROM fair f LEFT JOIN fair_capacity c ON c.fair_id = f.id WHERE f.id = $1`,
        [fairId],
      );
    if (!fair) throw new Error(`fair ${fairId} is gone`);
    const { timeZone, dayCutMinutes, capacity } = fair;
    return { today: fairMoment(instant, timeZone, dayCutMinutes).day, capacity };
  }
}
