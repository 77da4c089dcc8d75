import { fairMoment } from '@phien/kernel';
import { momentOf, whySetAside, type Standing } from '@phien/sales';
import { readDocument } from '@phien/till';
import type { EntityManager } from 'typeorm';
import type { SetAsideDocument } from '../statement/exhibitor-facts';

type Row = Omit<
  SetAsideDocument,
  | 'day'
  | 'whyVi'
  | 'whyEn'
  | 'setAsideAt'
  | 'receivedAt'
  | 'decidedAt'
  | 'kind'
  | 'totalVnd'
  | 'at'
  | 'cashier'
> &
  Standing & {
    canonical: Buffer;
    setAsideAt: Date;
    receivedAt: Date;
    decidedAt: Date | null;
  };

/**
 * Every document of a fair that was ever set aside, of one exhibitor or day where they are named, in
 * the order of chains. Its day is the one it would be booked under; of its receipt when its bytes
 * cannot be read.
 */
export async function readSetAside(
  em: EntityManager,
  of: { fairId: string; exhibitorId: string | null; day: string | null },
): Promise<SetAsideDocument[]> {
  const rows = await em.query<Row[]>(
    `SELECT s.document_id AS "documentId", l.register_id AS "registerId", r.name AS "registerName",
            l.epoch, l.sequence, r.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName",
            r.booth_id AS "boothId", b.code AS "boothCode", s.code, s.set_aside_at AS "setAsideAt",
            l.received_at AS "receivedAt", l.canonical, p.enrolled_at AS "enrolledAt",
            f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes",
            d.id IS NOT NULL AS "isBooked", v.verdict, v.reason, a.name AS "decidedByName",
            v.decided_at AS "decidedAt"
       FROM set_aside s
       JOIN link l ON l.fair_id = s.fair_id AND l.document_id = s.document_id
       JOIN register_epoch x ON x.fair_id = l.fair_id AND x.register_id = l.register_id
        AND x.epoch = l.epoch
       JOIN register_epoch p ON p.fair_id = x.fair_id AND p.register_id = x.register_id
        AND p.epoch = x.phone_epoch
       JOIN register r ON r.fair_id = l.fair_id AND r.id = l.register_id
       JOIN exhibitor e ON e.fair_id = r.fair_id AND e.id = r.exhibitor_id
       JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
       JOIN fair f ON f.id = s.fair_id
       LEFT JOIN document d ON d.fair_id = s.fair_id AND d.id = s.document_id
       LEFT JOIN set_aside_decision v ON v.fair_id = s.fair_id AND v.document_id = s.document_id
       LEFT JOIN account a ON a.id = v.decided_by
      WHERE s.fair_id = $1 AND ($2::uuid IS NULL OR r.exhibitor_id = $2)
      ORDER BY l.register_id, l.epoch, l.sequence`,
    [of.fairId, of.exhibitorId],
  );
  return rows.map(described).filter(({ day }) => of.day === null || day === of.day);
}

function described(row: Row): SetAsideDocument {
  const { canonical, enrolledAt: _, timeZone, dayCutMinutes, boothId: __, ...named } = row;
  const reading = readDocument(canonical.toString('utf8'));
  const document = reading.ok ? reading.document : null;
  const why = whySetAside(row.code);
  const moment = document && momentOf(document, row, row.receivedAt);
  return {
    ...named,
    whyVi: why.vi,
    whyEn: why.en,
    day: moment?.fairDay ?? fairMoment(row.receivedAt, timeZone, dayCutMinutes).day,
    kind: document?.kind ?? null,
    totalVnd: document?.totalVnd ?? null,
    cashier: document?.cashier ?? null,
    at: moment?.correctedAt.toISOString() ?? null,
    setAsideAt: row.setAsideAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
