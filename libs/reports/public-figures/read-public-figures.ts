import { Injectable } from '@nestjs/common';
import { FEWEST_BOOTHS, figuresAsOf } from '@phien/dashboard';
import { Clock, fairMoment, type FairMoment } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { PublicFiguresDto } from './public-figures.dto';
import {
  publicAsOf,
  publicDay,
  publicTotal,
  type ClosedDay,
  type DayToTell,
  type MeasuredDay,
  type PublicationChoice,
} from './public-figures.rules';

interface FairRow {
  code: string;
  nameVi: string;
  nameEn: string;
  venueVi: string;
  venueEn: string;
  isDemo: boolean;
  timeZone: string;
  dayCutMinutes: number;
  createdAt: Date;
  foldedAt: Date | null;
  hasWaitingFacts: boolean;
}

type DayRow = Omit<DayToTell, 'closed' | 'measured'> & Partial<ClosedDay>;

const FAIR = `
  SELECT f.code, f.name_vi AS "nameVi", f.name_en AS "nameEn", f.venue_vi AS "venueVi",
         f.venue_en AS "venueEn", f.is_demo AS "isDemo", f.time_zone AS "timeZone",
         f.day_cut_minutes AS "dayCutMinutes", f.created_at AS "createdAt", v.folded_at AS "foldedAt",
         EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = f.id AND o.reader = 'fold') AS "hasWaitingFacts"
    FROM fair f LEFT JOIN board_version v ON v.fair_id = f.id
   WHERE f.id = $1`;

/* A till that sells past the last day cut sells outside the fair's days, and that is money too. */
const DAYS = `
  WITH listed AS (
    SELECT day FROM fair_day WHERE fair_id = $1
    UNION SELECT day FROM closing WHERE fair_id = $1
    UNION SELECT day FROM sales_rollup WHERE fair_id = $1 AND dimension = 'day'
    UNION SELECT day FROM visits_rollup WHERE fair_id = $1 AND dimension = 'day')
  SELECT l.day::text, to_char(x.opens_at, 'HH24:MI') AS "opensAt",
         to_char(x.closes_at, 'HH24:MI') AS "closesAt", coalesce(x.is_open OR x.is_opening, false) AS "isOpen",
         c.revision, c.closed_at AS "closedAt", c.is_complete AS "isComplete",
         c.total_vnd AS "measuredVnd", coalesce(c.declared_vnd, 0)::bigint AS "declaredVnd", c.entries,
         b.selling AS "boothsSelling", b.measured AS "boothsMeasured", b.declared AS "boothsDeclared"
    FROM listed l
    LEFT JOIN fair_day x ON x.fair_id = $1 AND x.day = l.day
    LEFT JOIN LATERAL (SELECT * FROM closing y
      WHERE y.fair_id = $1 AND y.day = l.day AND y.closed_at <= $2
      ORDER BY y.revision DESC LIMIT 1) c ON true
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE (a ->> 'salesCount')::bigint > 0) AS selling,
             count(*) FILTER (WHERE (a ->> 'salesCount')::bigint + (a ->> 'refundCount')::bigint > 0) AS measured,
             count(*) FILTER (WHERE (a ->> 'declaredVnd')::bigint > 0) AS declared
        FROM jsonb_array_elements(c.figures -> 'booths') a) b ON true
   ORDER BY l.day`;

/* Whole minutes before the as-of minute: of its own day those before it, of earlier days all. */
const upTo = (day: string, minute: string) =>
  `${day} = ANY($2::date[]) AND (${day} < $3::date OR (${day} = $3::date AND ${minute} < $4::int))`;

/* Keys of other dimensions are no numbers, whichever condition is looked at first. */
const MINUTE = `CASE WHEN r.dimension = 'minute' THEN r.key::int END`;

const MEASURED = `
  SELECT r.day::text, sum(r.sales_vnd + r.refund_vnd)::bigint AS "measuredVnd"
    FROM sales_rollup r
   WHERE r.fair_id = $1 AND r.dimension = 'minute' AND ${upTo('r.day', MINUTE)}
   GROUP BY r.day`;

const VISITS = `
  SELECT r.day::text, sum(r.entries)::bigint AS entries
    FROM visits_rollup r
   WHERE r.fair_id = $1 AND r.dimension = 'minute' AND ${upTo('r.day', MINUTE)}
   GROUP BY r.day`;

/* Of the documents that the sums hold: sums by booth know no minute. */
const BOOTHS = `
  SELECT d.fair_day::text AS day,
         count(DISTINCT d.booth_id) FILTER (WHERE d.kind = 'sale') AS "boothsSelling",
         count(DISTINCT d.booth_id) AS "boothsMeasured"
    FROM document d
   WHERE d.fair_id = $1 AND d.kind IN ('sale', 'refund', 'void') AND ${upTo('d.fair_day', 'd.fair_minute')}
     AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = $1 AND o.reader = 'fold'
           AND o.topic = 'document' AND o.subject_id = d.id)
   GROUP BY d.fair_day`;

const nothing: MeasuredDay = { measuredVnd: 0, entries: 0, boothsSelling: 0, boothsMeasured: 0 };
const none: ReadonlyMap<string, MeasuredDay> = new Map();

/**
 * What the public sees of a fair under a choice, all of it from one snapshot: a closed day from its
 * latest revision, any other from the sums by minute up to the as-of minute.
 */
@Injectable()
export class ReadPublicFigures {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(fairId: string, choice: PublicationChoice): Promise<PublicFiguresDto> {
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const [fair]: FairRow[] = await em.query(FAIR, [fairId]);
      if (!fair) throw new Error(`fair ${fairId} is gone`);
      const { createdAt, foldedAt, hasWaitingFacts, dayCutMinutes, ...named } = fair;
      const { delayMinutes } = choice;
      const asOf =
        delayMinutes === null
          ? null
          : publicAsOf({
              now,
              delayMinutes,
              summedUpTo: figuresAsOf({ now, hasWaitingFacts, foldedAt, fairCreatedAt: createdAt }),
            });
      const moment = fairMoment(asOf ?? now, named.timeZone, dayCutMinutes);
      const rows = await em.query<DayRow[]>(DAYS, [fairId, asOf ?? now]);
      const measured = asOf === null ? none : await measuredOf(em, fairId, rows, moment);
      const days = rows.map((row) =>
        publicDay(dayToTell(row, measured.get(row.day) ?? nothing), choice, {
          today: moment.day,
          fewestBooths: FEWEST_BOOTHS,
        }),
      );
      const { showsVisits, showsRevenue, showsBooths, visitsStep, revenueStepVnd } = choice;
      const closings = rows.flatMap(({ closedAt }) => closedAt ?? []).map(Number);
      const toldUpTo = asOf ?? (closings.length === 0 ? null : new Date(Math.max(...closings)));
      return {
        ...named,
        asOf: showsVisits || showsRevenue || showsBooths ? (toldUpTo?.toISOString() ?? null) : null,
        showsVisits,
        showsRevenue,
        showsBooths,
        visitsStep,
        revenueStepVnd,
        delayMinutes,
        days,
        total: publicTotal(days),
      };
    });
  }
}

function dayToTell(row: DayRow, measured: MeasuredDay): DayToTell {
  const { day, opensAt, closesAt, isOpen, ...closing } = row;
  const isClosed = (found: Partial<ClosedDay>): found is ClosedDay => found.revision != null;
  return { day, opensAt, closesAt, isOpen, closed: isClosed(closing) ? closing : null, measured };
}

async function measuredOf(
  em: EntityManager,
  fairId: string,
  rows: readonly DayRow[],
  { day, minute }: FairMoment,
): Promise<Map<string, MeasuredDay>> {
  const unclosed = rows.filter(({ revision }) => revision == null).map((row) => row.day);
  const days = new Map<string, MeasuredDay>();
  for (const sums of [MEASURED, VISITS, BOOTHS]) {
    const found = await em.query<(Partial<MeasuredDay> & { day: string })[]>(sums, [
      fairId,
      unclosed,
      day,
      minute,
    ]);
    for (const { day: of, ...figures } of found) {
      days.set(of, { ...nothing, ...days.get(of), ...figures });
    }
  }
  return days;
}
