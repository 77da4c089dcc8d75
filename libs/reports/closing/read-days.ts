import type { EntityManager } from 'typeorm';
import type { DayStateDto } from './closing.dto';

export type DayRow = Omit<DayStateDto, 'state' | 'closedAt' | 'closesByItselfAt'> & {
  /** Of the latest revision. */
  declaredCount: number | null;
  closedAt: Date | null;
  isComplete: boolean | null;
  isOpening: boolean;
  /** When the last document or declaration was received that waits for a revision. */
  lastWaitingAt: Date | null;
};

/**
 * Every day of a fair, and every other day on which something is booked: a till that sells past the
 * last day cut sells outside the fair's days, and its money must be closed like any other.
 */
export function readDays(em: EntityManager, fairId: string): Promise<DayRow[]> {
  return em.query<DayRow[]>(
    `WITH waiting AS (
       SELECT d.fair_day AS day, count(*) AS count, sum(d.total_vnd)::bigint AS vnd,
              max(d.received_at) AS last_at FROM document d
        WHERE d.fair_id = $1 AND NOT EXISTS (SELECT 1 FROM closing_document y
          WHERE y.fair_id = d.fair_id AND y.document_id = d.id)
        GROUP BY d.fair_day),
     waiting_declared AS (
       SELECT s.fair_day AS day, count(*) AS count, max(s.declared_at) AS last_at,
              sum(s.amount_vnd - coalesce(p.amount_vnd, 0))::bigint AS vnd
         FROM declared_sale s
         LEFT JOIN declared_sale p ON p.fair_id = s.fair_id AND p.id = s.revises
        WHERE s.fair_id = $1 AND NOT EXISTS (SELECT 1 FROM closing_declared y
          WHERE y.fair_id = s.fair_id AND y.declared_id = s.id)
        GROUP BY s.fair_day),
     listed AS (
       SELECT day FROM fair_day WHERE fair_id = $1
       UNION SELECT day FROM closing WHERE fair_id = $1
       UNION SELECT day FROM waiting
       UNION SELECT day FROM waiting_declared)
     SELECT l.day, x.day IS NULL AS "isOutside", to_char(x.opens_at, 'HH24:MI') AS "opensAt",
            to_char(x.closes_at, 'HH24:MI') AS "closesAt", coalesce(x.is_open, false) AS "isOpen",
            coalesce(x.is_opening, false) AS "isOpening",
            coalesce(x.note_vi, '') AS "noteVi", coalesce(x.note_en, '') AS "noteEn",
            c.revision, c.closed_at AS "closedAt", c.is_complete AS "isComplete",
            c.document_count AS "documentCount", c.total_vnd AS "measuredVnd", c.entries,
            c.declared_vnd AS "declaredVnd", c.declared_count AS "declaredCount",
            (c.total_vnd + coalesce(c.declared_vnd, 0))::bigint AS "totalVnd",
            EXISTS (SELECT 1 FROM closing_signature g
              WHERE g.fair_id = $1 AND g.day = l.day) AS "isSigned",
            coalesce(w.count, 0) AS "waitingDocumentCount", coalesce(w.vnd, 0)::bigint AS "waitingVnd",
            coalesce(s.count, 0) AS "waitingDeclaredCount",
            coalesce(s.vnd, 0)::bigint AS "waitingDeclaredVnd",
            greatest(w.last_at, s.last_at) AS "lastWaitingAt",
            CASE WHEN c.revision IS NOT NULL THEN json_build_object(
              'totalVnd', c.total_vnd + coalesce(c.declared_vnd, 0),
              'declaredVnd', coalesce(c.declared_vnd, 0),
              'salesCount', (c.figures #>> '{totals,salesCount}')::bigint,
              'entries', c.entries,
              'boothsHeard', (c.figures #>> '{coverage,boothsHeard}')::bigint,
              'boothsAllocated', (c.figures #>> '{coverage,boothsAllocated}')::bigint,
              'unclosedRegisterCount',
                json_array_length((c.figures #> '{coverage,unclosedRegisters}')::json)) END AS figures
       FROM listed l
       LEFT JOIN fair_day x ON x.fair_id = $1 AND x.day = l.day
       LEFT JOIN LATERAL (SELECT * FROM closing y
         WHERE y.fair_id = $1 AND y.day = l.day ORDER BY y.revision DESC LIMIT 1) c ON true
       LEFT JOIN waiting w ON w.day = l.day
       LEFT JOIN waiting_declared s ON s.day = l.day
      ORDER BY l.day`,
    [fairId],
  );
}

/** Whether `readDays` lists the day. */
export async function isListedDay(
  em: EntityManager,
  { fairId, day }: { fairId: string; day: string },
): Promise<boolean> {
  const [row] = await em.query<[{ isListed: boolean }]>(
    `SELECT EXISTS (SELECT 1 FROM fair_day WHERE fair_id = $1 AND day = $2)
         OR EXISTS (SELECT 1 FROM closing WHERE fair_id = $1 AND day = $2)
         OR EXISTS (SELECT 1 FROM document WHERE fair_id = $1 AND fair_day = $2)
         OR EXISTS (SELECT 1 FROM declared_sale WHERE fair_id = $1 AND fair_day = $2) AS "isListed"`,
    [fairId, day],
  );
  return row.isListed;
}
