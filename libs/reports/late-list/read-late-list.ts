import type { EntityManager } from 'typeorm';
import { type FairOfPaper, readPaperDays } from '../statement/read-exhibitor-facts';
import type { LateListFacts } from './late-list.rules';
import { readSetAside } from './read-set-aside';

type Row = Omit<LateListFacts['late'][number], 'at' | 'receivedAt'> & {
  at: Date;
  receivedAt: Date;
};

/** In one snapshot of the caller's. */
export async function readLateList(
  em: EntityManager,
  { of, day, now }: { of: FairOfPaper; day: string | null; now: Date },
): Promise<LateListFacts> {
  const { fairId } = of;
  const rows = await em.query<Row[]>(
    `SELECT r.name AS "registerName", d.epoch, d.sequence, d.kind, d.fair_day AS day,
            d.corrected_at AS at, d.received_at AS "receivedAt", b.code AS "boothCode",
            e.name AS "exhibitorName", d.cashier, d.total_vnd AS "totalVnd", c.revision, d.flags
       FROM document d
       JOIN register r ON r.fair_id = d.fair_id AND r.id = d.register_id
       JOIN booth b ON b.fair_id = d.fair_id AND b.id = d.booth_id
       JOIN exhibitor e ON e.fair_id = d.fair_id AND e.id = d.exhibitor_id
       LEFT JOIN closing_document c ON c.fair_id = d.fair_id AND c.document_id = d.id
      WHERE d.fair_id = $1 AND ($2::date IS NULL OR d.fair_day = $2)
        AND (c.revision > 1 OR (c.revision IS NULL AND EXISTS (
          SELECT 1 FROM closing x WHERE x.fair_id = d.fair_id AND x.day = d.fair_day)))`,
    [fairId, day],
  );
  return {
    asOf: now.toISOString(),
    fair: of.fair,
    day,
    days: await readPaperDays(em, of, day),
    late: rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      receivedAt: row.receivedAt.toISOString(),
    })),
    setAside: await readSetAside(em, { fairId, exhibitorId: null, day }),
  };
}
