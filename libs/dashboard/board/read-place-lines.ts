import { fairDayPlus } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import type { BoardFair } from './board-fair';
import type { BoothLineDto } from './board-places.dto';
import { daysBetween } from './period.rules';

export type PlaceLine = BoothLineDto & { boothVnd: number; boothSales: number };

type Sums = Omit<PlaceLine, 'day' | 'hour'>;

/**
 * A zone through the hours of a day or the days of a period, from the rollups, and a booth of it
 * beside; quiet hours between two others, and days that have come, are rows of 0. Without a booth
 * its sums are 0.
 */
export async function placeLines(
  em: EntityManager,
  fair: BoardFair,
  zoneId: string,
  boothId: string | null,
): Promise<PlaceLine[]> {
  return fair.period.from === fair.period.to
    ? hoursOf(em, fair, zoneId, boothId)
    : daysOf(em, fair, zoneId, boothId);
}

const nothing: Sums = { boothVnd: 0, boothSales: 0, zoneVnd: 0, zoneSales: 0 };

const filled = <At>(places: readonly At[], sums: ReadonlyMap<At, Sums>) =>
  places.map((at) => ({ at, sums: sums.get(at) ?? nothing }));

async function hoursOf(
  em: EntityManager,
  { fairId, period }: BoardFair,
  zoneId: string,
  boothId: string | null,
): Promise<PlaceLine[]> {
  const rows = await em.query<(Sums & { hour: number })[]>(
    `SELECT split_part(s.key, ' ', 2)::int AS hour,
            coalesce(sum(s.sales_vnd + s.refund_vnd) FILTER (WHERE b.id = $4), 0)::bigint AS "boothVnd",
            coalesce(sum(s.sales_count) FILTER (WHERE b.id = $4), 0)::bigint AS "boothSales",
            sum(s.sales_vnd + s.refund_vnd)::bigint AS "zoneVnd", sum(s.sales_count)::bigint AS "zoneSales"
       FROM sales_rollup s
       JOIN booth b ON b.fair_id = s.fair_id AND b.id = split_part(s.key, ' ', 1)::uuid
      WHERE s.fair_id = $1 AND s.day = $2 AND s.dimension = 'booth_hour' AND b.zone_id = $3
      GROUP BY 1`,
    [fairId, period.to, zoneId, boothId],
  );
  if (rows.length === 0) return [];
  const hours = rows.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const through = Array.from({ length: Math.max(...hours) - first + 1 }, (_, at) => first + at);
  const sums = new Map(rows.map(({ hour, ...row }) => [hour, row]));
  return filled(through, sums).map(({ at, sums }) => ({ day: period.to, hour: at, ...sums }));
}

async function daysOf(
  em: EntityManager,
  { fairId, period, moment }: BoardFair,
  zoneId: string,
  boothId: string | null,
): Promise<PlaceLine[]> {
  const rows = await em.query<(Sums & { day: string })[]>(
    `SELECT day::text,
            coalesce(sum(sales_vnd + refund_vnd) FILTER (WHERE dimension = 'booth'), 0)::bigint AS "boothVnd",
            coalesce(sum(sales_count) FILTER (WHERE dimension = 'booth'), 0)::bigint AS "boothSales",
            coalesce(sum(sales_vnd + refund_vnd) FILTER (WHERE dimension = 'zone'), 0)::bigint AS "zoneVnd",
            coalesce(sum(sales_count) FILTER (WHERE dimension = 'zone'), 0)::bigint AS "zoneSales"
       FROM sales_rollup
      WHERE fair_id = $1 AND day BETWEEN $2 AND $3
        AND (dimension, key) IN (('zone', $4), ('booth', $5))
      GROUP BY day`,
    [fairId, period.from, period.to, zoneId, boothId ?? ''],
  );
  const last = moment.day < period.to ? moment.day : period.to;
  const days = Array.from({ length: Math.max(0, daysBetween(period.from, last) + 1) }, (_, at) =>
    fairDayPlus(period.from, at),
  );
  const sums = new Map(rows.map(({ day, ...row }) => [day, row]));
  return filled(days, sums).map(({ at, sums }) => ({ day: at, hour: null, ...sums }));
}
