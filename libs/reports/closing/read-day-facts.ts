import { fairDayPlus, fairInstant } from '@phien/kernel';
import { STILL_WAITS } from '@phien/sales';
import { calibrationOf } from '@phien/visitors';
import type { EntityManager } from 'typeorm';
import type { FrozenHead } from './closing.rules';
import { readDayPlan } from './day-plan';
import type { DayFacts, VisitsCalibration } from './figures.rules';

interface HoursRow {
  opensAt: string | null;
  closesAt: string | null;
  isOpen: boolean | null;
  isOpening: boolean | null;
}

/** The day that is being closed. */
export interface ClosingSubject {
  fairId: string;
  day: string;
}

/** Count, sum and hash of all documents of a fair day, closed or not. */
export interface DocumentsOfDay {
  count: number;
  totalVnd: number;
  /** Hex. */
  hash: string;
  /** How many of them no revision holds yet. */
  waitingCount: number;
}

/**
 * `hash` is sha256 over the 32-byte chain hashes of the documents' links, one after another without
 * any separator, ascending by register id (as bytes), epoch, sequence; of no bytes at all for a day
 * without documents.
 */
export async function readDocumentsOfDay(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<DocumentsOfDay> {
  const [row] = await em.query<[DocumentsOfDay]>(
    `SELECT count(*) AS count,
            coalesce(sum(d.total_vnd), 0)::bigint AS "totalVnd",
            encode(sha256(coalesce(
              string_agg(l.hash, ''::bytea ORDER BY l.register_id, l.epoch, l.sequence), ''::bytea)), 'hex') AS hash,
            count(*) FILTER (WHERE c.document_id IS NULL) AS "waitingCount"
       FROM document d
       JOIN link l ON l.fair_id = d.fair_id AND l.document_id = d.id
       LEFT JOIN closing_document c ON c.fair_id = d.fair_id AND c.document_id = d.id
      WHERE d.fair_id = $1 AND d.fair_day = $2`,
    [fairId, day],
  );
  return row;
}

/** The declared facts of a fair day, closed or not. */
export interface DeclaredOfDay {
  /** Facts, corrections included. */
  count: number;
  /** Of the latest of each exhibitor at each booth. */
  vnd: number;
  /** Hex. */
  hash: string;
  /** How many of them no revision holds yet. */
  waitingCount: number;
}

/*
 * One line a fact, in the order of their ids: id, booth, exhibitor, revision, the id it revises,
 * amount, number of sales, source and whether it was confirmed, bars between, a line feed after.
 */
export const declaredLines = `
  coalesce(string_agg(convert_to(concat_ws('|', s.id, s.booth_id, s.exhibitor_id, s.revision,
    coalesce(s.revises::text, ''), s.amount_vnd, coalesce(s.sales_count::text, ''), s.source,
    s.is_confirmed) || chr(10), 'UTF8'), ''::bytea ORDER BY s.id) FILTER (WHERE s.id IS NOT NULL), ''::bytea)`;

/** `hash` is sha256 over `declaredLines`; of no bytes at all for a day without declarations. */
export async function readDeclaredOfDay(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<DeclaredOfDay> {
  const [row] = await em.query<[DeclaredOfDay]>(
    `SELECT count(*) AS count,
            coalesce(sum(s.amount_vnd) FILTER (WHERE n.id IS NULL), 0)::bigint AS vnd,
            encode(sha256(${declaredLines}), 'hex') AS hash,
            count(*) FILTER (WHERE c.declared_id IS NULL) AS "waitingCount"
       FROM declared_sale s
       LEFT JOIN declared_sale n ON n.fair_id = s.fair_id AND n.fair_day = s.fair_day
        AND n.booth_id = s.booth_id AND n.exhibitor_id = s.exhibitor_id
        AND n.revision = s.revision + 1
       LEFT JOIN closing_declared c ON c.fair_id = s.fair_id AND c.declared_id = s.id
      WHERE s.fair_id = $1 AND s.fair_day = $2`,
    [fairId, day],
  );
  return row;
}

/** The head of every epoch that has a link, ascending by register and epoch. */
export function readHeads(em: EntityManager, fairId: string): Promise<FrozenHead[]> {
  return em.query<FrozenHead[]>(
    `SELECT e.register_id AS "registerId", e.epoch, l.sequence, encode(l.hash, 'hex') AS hash,
            s.sequence AS "signedSequence"
       FROM register_epoch e
       JOIN LATERAL (SELECT sequence, hash FROM link x
         WHERE x.fair_id = e.fair_id AND x.register_id = e.register_id AND x.epoch = e.epoch
         ORDER BY sequence DESC LIMIT 1) l ON true
       LEFT JOIN LATERAL (SELECT sequence FROM signed_head x
         WHERE x.fair_id = e.fair_id AND x.register_id = e.register_id AND x.epoch = e.epoch
           AND x.sequence <= l.sequence
         ORDER BY sequence DESC LIMIT 1) s ON true
      WHERE e.fair_id = $1
      ORDER BY e.register_id, e.epoch`,
    [fairId],
  );
}

/**
 * Visits of a day by gate, whole and by the hour, from the gates' own counts. One statement: a count
 * may come between two, and then the hours would not sum to the day.
 */
export function readGates(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<DayFacts['gates']> {
  return em.query<DayFacts['gates']>(
    `SELECT g.id AS "gateId", g.code, g.name_vi AS "nameVi", g.name_en AS "nameEn",
            coalesce(sum(c.entries), 0)::bigint AS entries, coalesce(sum(c.exits), 0)::bigint AS exits,
            coalesce(jsonb_agg(jsonb_build_object('hour', c.hour, 'entries', c.entries, 'exits', c.exits)
              ORDER BY c.hour) FILTER (WHERE c.hour IS NOT NULL), '[]') AS hours
       FROM gate g
       LEFT JOIN (
         SELECT gate_id, fair_minute / 60 AS hour,
                sum(entries_added)::bigint AS entries, sum(exits_added)::bigint AS exits
           FROM gate_count WHERE fair_id = $1 AND fair_day = $2
          GROUP BY gate_id, fair_minute / 60) c ON c.gate_id = g.id
      WHERE g.fair_id = $1
      GROUP BY g.fair_id, g.id`,
    [fairId, day],
  );
}

/** Visits of a day calibrated by what was counted by hand until now; undefined where nobody did. */
export async function readCalibration(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<VisitsCalibration | undefined> {
  const { calibratedEntries, error, methods, handCounts } = await calibrationOf(em, fairId, {
    from: day,
    to: day,
  });
  if (handCounts.length === 0) return undefined;
  return {
    entries: calibratedEntries,
    error,
    methods: methods
      .filter(({ entries, countsUsed }) => entries !== 0 || countsUsed > 0)
      .map(({ method, entries, countsUsed, factor, spread }) => ({
        method,
        entries,
        countsUsed,
        factorMillionths: inMillionths(factor),
        spreadMillionths: inMillionths(spread),
      })),
  };
}

const inMillionths = (ratio: number | null) =>
  ratio === null ? null : Math.round(ratio * 1_000_000);

/**
 * Everything the figures of a day are made of, grouped by Postgres. Must be read under the day's
 * lock: then the documents of the day cannot change between the statements.
 */
export async function readDayFacts(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<Omit<DayFacts, 'closedByName' | 'since' | 'gates' | 'calibration'>> {
  const ofDay = [fairId, day];
  const [fair] = await em.query<[DayFacts['fair'] & HoursRow & { dayCutMinutes: number }]>(
    `SELECT f.day_cut_minutes AS "dayCutMinutes", f.code, f.name_vi AS "nameVi", f.name_en AS "nameEn", f.venue_vi AS "venueVi",
            f.venue_en AS "venueEn", f.time_zone AS "timeZone", f.is_demo AS "isDemo",
            f.booth_money_visible_to AS "boothMoneyVisibleTo",
            to_char(x.opens_at, 'HH24:MI') AS "opensAt", to_char(x.closes_at, 'HH24:MI') AS "closesAt",
            x.is_open AS "isOpen", x.is_opening AS "isOpening"
       FROM fair f LEFT JOIN fair_day x ON x.fair_id = f.id AND x.day = $2
      WHERE f.id = $1`,
    ofDay,
  );
  const { opensAt, closesAt, isOpen, isOpening, dayCutMinutes, ...named } = fair;
  const hours =
    opensAt === null || closesAt === null || isOpen === null
      ? null
      : { opensAt, closesAt, isOpen, ...(isOpening && { isOpening: true as const }) };
  const [waiting] = await em.query<[{ count: number }]>(
    `SELECT count(*) AS count FROM set_aside s WHERE s.fair_id = $1 AND ${STILL_WAITS}`,
    [fairId],
  );
  return {
    fair: named,
    hours,
    zones: await em.query(
      `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn" FROM zone WHERE fair_id = $1`,
      [fairId],
    ),
    booths: await em.query(`SELECT id, code, zone_id AS "zoneId" FROM booth WHERE fair_id = $1`, [
      fairId,
    ]),
    exhibitors: await em.query(`SELECT id, name, origin FROM exhibitor WHERE fair_id = $1`, [
      fairId,
    ]),
    allocations: await em.query(
      `SELECT DISTINCT booth_id AS "boothId", exhibitor_id AS "exhibitorId" FROM allocation
        WHERE fair_id = $1 AND state = 'confirmed' AND during && tstzrange($2, $3)
          AND (freed_at IS NULL OR freed_at >= $3)`,
      [
        fairId,
        fairInstant(day, dayCutMinutes, fair.timeZone),
        fairInstant(fairDayPlus(day, 1), dayCutMinutes, fair.timeZone),
      ],
    ),
    classes: await em.query(
      `SELECT code, name_vi AS "nameVi", name_en AS "nameEn" FROM product_class`,
    ),
    takings: await em.query(
      `SELECT booth_id AS "boothId", exhibitor_id AS "exhibitorId", kind, count(*) AS count,
              sum(total_vnd)::bigint AS vnd
         FROM document WHERE fair_id = $1 AND fair_day = $2
        GROUP BY booth_id, exhibitor_id, kind`,
      ofDay,
    ),
    declared: await em.query(
      `SELECT DISTINCT ON (booth_id, exhibitor_id) booth_id AS "boothId",
              exhibitor_id AS "exhibitorId", amount_vnd AS vnd
         FROM declared_sale WHERE fair_id = $1 AND fair_day = $2
        ORDER BY booth_id, exhibitor_id, revision DESC`,
      ofDay,
    ),
    lines: await em.query(
      `SELECT l.class_code AS "classCode", l.star, count(*) AS count, sum(l.amount_vnd)::bigint AS vnd
         FROM document d JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id
        WHERE d.fair_id = $1 AND d.fair_day = $2
        GROUP BY l.class_code, l.star`,
      ofDay,
    ),
    payments: await em.query(
      `SELECT p.method, count(*) AS count, sum(p.amount_vnd)::bigint AS vnd
         FROM document d JOIN document_payment p ON p.fair_id = d.fair_id AND p.document_id = d.id
        WHERE d.fair_id = $1 AND d.fair_day = $2
        GROUP BY p.method`,
      ofDay,
    ),
    registers: await em.query(
      `SELECT r.id AS "registerId", r.name, b.code AS "boothCode", e.name AS "exhibitorName",
              coalesce(d.count, 0) AS "documentCount", d.last_shift_kind AS "lastShiftKind"
         FROM register r
         JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
         JOIN exhibitor e ON e.fair_id = r.fair_id AND e.id = r.exhibitor_id
         LEFT JOIN (
           SELECT register_id, count(*) AS count,
                  (array_agg(kind ORDER BY epoch DESC, sequence DESC)
                    FILTER (WHERE kind IN ('shift_open', 'shift_close')))[1] AS last_shift_kind
             FROM document WHERE fair_id = $1 AND fair_day = $2 GROUP BY register_id) d
           ON d.register_id = r.id
        WHERE r.fair_id = $1`,
      ofDay,
    ),
    soldByHour: await em.query(
      `SELECT fair_minute / 60 AS hour, count(*) FILTER (WHERE kind = 'sale') AS count,
              sum(total_vnd)::bigint AS vnd
         FROM document
        WHERE fair_id = $1 AND fair_day = $2 AND kind IN ('sale', 'refund', 'void')
        GROUP BY fair_minute / 60`,
      ofDay,
    ),
    plan: await readDayPlan(em, fairId),
    shifts: await readShifts(em, { fairId, day }),
    setAsideCount: waiting.count,
  };
}

/* A refund paid out in a later shift lowers that shift's cash, whoever sold: cash is where the drawer is. */
async function readShifts(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<DayFacts['shifts']> {
  const rows = await em.query<
    (Omit<DayFacts['shifts'][number], 'openedAt' | 'closedAt'> & {
      openedAt: Date | null;
      closedAt: Date | null;
    })[]
  >(
    `WITH shift AS (
       SELECT d.register_id, d.shift_id,
              (array_agg(d.booth_id ORDER BY d.epoch, d.sequence))[1] AS booth_id,
              (array_agg(d.exhibitor_id ORDER BY d.epoch, d.sequence))[1] AS exhibitor_id,
              (array_agg(d.cashier ORDER BY d.epoch, d.sequence))[1] AS cashier,
              min(d.corrected_at) FILTER (WHERE d.kind = 'shift_open') AS opened_at,
              max(d.corrected_at) FILTER (WHERE d.kind = 'shift_close') AS closed_at,
              sum(d.float_vnd)::bigint AS float_vnd,
              coalesce(sum(d.cash_moved_vnd), 0)::bigint AS moved_vnd,
              sum(d.counted_vnd)::bigint AS counted_vnd
         FROM document d WHERE d.fair_id = $1 AND d.fair_day = $2
        GROUP BY d.register_id, d.shift_id),
     cash AS (
       SELECT d.register_id, d.shift_id, sum(p.amount_vnd)::bigint AS vnd
         FROM document d JOIN document_payment p ON p.fair_id = d.fair_id AND p.document_id = d.id
        WHERE d.fair_id = $1 AND d.fair_day = $2 AND p.method = 'cash'
        GROUP BY d.register_id, d.shift_id)
     SELECT s.shift_id AS "shiftId", s.register_id AS "registerId", r.name AS "registerName",
            b.code AS "boothCode", e.name AS "exhibitorName", s.cashier,
            s.opened_at AS "openedAt", s.closed_at AS "closedAt", s.float_vnd AS "floatVnd",
            coalesce(c.vnd, 0)::bigint AS "cashVnd", s.moved_vnd AS "movedVnd",
            s.counted_vnd AS "countedVnd"
       FROM shift s
       JOIN register r ON r.fair_id = $1 AND r.id = s.register_id
       JOIN booth b ON b.fair_id = $1 AND b.id = s.booth_id
       JOIN exhibitor e ON e.fair_id = $1 AND e.id = s.exhibitor_id
       LEFT JOIN cash c ON c.register_id = s.register_id AND c.shift_id = s.shift_id`,
    [fairId, day],
  );
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  }));
}

/** Documents of the day that no revision holds, by booth. */
export function readWaitingByBooth(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<{ boothId: string; count: number; vnd: number }[]> {
  return em.query(
    `SELECT d.booth_id AS "boothId", count(*) AS count, sum(d.total_vnd)::bigint AS vnd
       FROM document d
      WHERE d.fair_id = $1 AND d.fair_day = $2
        AND NOT EXISTS (SELECT 1 FROM closing_document c
          WHERE c.fair_id = d.fair_id AND c.document_id = d.id)
      GROUP BY d.booth_id`,
    [fairId, day],
  );
}

/** By booth: declared facts of the day that no revision holds, and what they change. */
export function readWaitingDeclared(
  em: EntityManager,
  { fairId, day }: ClosingSubject,
): Promise<{ boothId: string; count: number; vnd: number }[]> {
  return em.query(
    `SELECT s.booth_id AS "boothId", count(*) AS count,
            sum(s.amount_vnd - coalesce(p.amount_vnd, 0))::bigint AS vnd
       FROM declared_sale s
       LEFT JOIN declared_sale p ON p.fair_id = s.fair_id AND p.id = s.revises
      WHERE s.fair_id = $1 AND s.fair_day = $2
        AND NOT EXISTS (SELECT 1 FROM closing_declared c
          WHERE c.fair_id = s.fair_id AND c.declared_id = s.id)
      GROUP BY s.booth_id`,
    [fairId, day],
  );
}
