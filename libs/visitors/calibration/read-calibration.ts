import { Injectable } from '@nestjs/common';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { dayInvalid } from '../visits/visits.refusals';
import type { CalibrationDto, HandCountDto } from './calibration.dto';
import {
  calibrate,
  calibrated,
  COUNT_METHODS,
  HAND_COUNT_MINUTES,
  LEAST_HAND_COUNTS,
  type CountMethod,
} from './calibration.rules';

/** Entries of a fair day or period, raw and calibrated, straight from the facts. Refuses `day_invalid`. */
@Injectable()
export class ReadCalibration {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, asked: { day?: string; from?: string } = {}): Promise<CalibrationDto> {
    for (const day of [asked.day, asked.from]) {
      if (day && !isFairDay(day)) throw dayInvalid(day);
    }
    const asOf = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const day = asked.day || (await today(em, fairId, asOf));
      const from = asked.from || day;
      if (from > day) throw dayInvalid(from);
      const { entries, ...calibration } = await calibrationOf(em, fairId, { from, to: day });
      return {
        from,
        day,
        asOf: asOf.toISOString(),
        entries,
        ...calibration,
        leastCounts: LEAST_HAND_COUNTS,
      };
    });
  }
}

/**
 * Entries of some fair days as counted and as calibrated by the hand counts of the whole fair that
 * are known now. Within the caller's transaction.
 */
export async function calibrationOf(
  em: EntityManager,
  fairId: string,
  { from, to }: { from: string; to: string },
) {
  const counted = await entriesByMethod(em, fairId, from, to);
  const handCounts = await handCountsOf(em, fairId);
  const methods = COUNT_METHODS.map((method) => ({
    method,
    entries: counted.get(method) ?? 0,
    ...calibrate(
      handCounts
        .filter((each) => each.method === method && each.struckReason === null)
        .map((each) => ({ hand: each.entries, machine: each.machineEntries })),
    ),
  }));
  const { entries: calibratedEntries, error } = calibrated(methods);
  return {
    entries: methods.reduce((sum, { entries }) => sum + entries, 0),
    calibratedEntries,
    error,
    methods,
    handCounts,
  };
}

async function today(em: EntityManager, fairId: string, now: Date): Promise<string> {
  const [fair]: { timeZone: string; dayCutMinutes: number }[] = await em.query(
    `SELECT time_zone AS "timeZone", day_cut_minutes AS "dayCutMinutes" FROM fair WHERE id = $1`,
    [fairId],
  );
  if (!fair) throw new Error(`fair ${fairId} is gone`);
  return fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
}

async function entriesByMethod(
  em: EntityManager,
  fairId: string,
  from: string,
  day: string,
): Promise<Map<CountMethod, number>> {
  const rows: { method: CountMethod; entries: number }[] = await em.query(
    `SELECT CASE WHEN sensor_id IS NULL THEN 'clicker' ELSE 'sensor' END AS method,
            sum(entries_added)::bigint AS entries
       FROM gate_count WHERE fair_id = $1 AND fair_day BETWEEN $2 AND $3 GROUP BY 1`,
    [fairId, from, day],
  );
  return new Map(rows.map(({ method, entries }) => [method, entries]));
}

/* A minute of the day is a minute of both: what a machine counted is read where its messages fell. */
function handCountsOf(em: EntityManager, fairId: string): Promise<HandCountDto[]> {
  return em.query<HandCountDto[]>(
    `SELECT h.id, h.gate_id AS "gateId", h.method, h.started_at AS "startedAt", h.entries,
            coalesce((SELECT sum(c.entries_added) FROM gate_count c
               WHERE c.fair_id = h.fair_id AND c.fair_day = h.fair_day AND c.gate_id = h.gate_id
                 AND c.fair_minute >= h.from_minute AND c.fair_minute < h.from_minute + $2
                 AND (c.sensor_id IS NULL) = (h.method = 'clicker')), 0)::bigint AS "machineEntries",
            a.name AS "countedByName", x.reason AS "struckReason"
       FROM hand_count h
       JOIN account a ON a.id = h.counted_by
       LEFT JOIN hand_count_struck x ON x.fair_id = h.fair_id AND x.hand_count_id = h.id
      WHERE h.fair_id = $1
      ORDER BY h.started_at DESC, h.id DESC`,
    [fairId, HAND_COUNT_MINUTES],
  );
}
