import { isId } from '@phien/kernel';
import { lockAll } from '@phien/store';
import { readDocument, type DocumentReading } from '@phien/till';
import type { EntityManager } from 'typeorm';
import { momentOf, type Moment, type Standing } from './booking.rules';
import type { SetAsideDecisionDto } from './set-aside.dto';
import { setAsideNotFound } from './set-aside.refusals';

/** A document that an organizer decides about. */
export interface AskedDecision {
  fairId: string;
  documentId: string;
  accountId: string;
  reason: string;
}

export interface FoundSetAside {
  fairId: string;
  documentId: string;
  registerId: string;
  epoch: number;
  sequence: number;
  code: string;
  receivedAt: Date;
  reading: DocumentReading;
  /** Known when the document could be read. */
  moment: Moment | undefined;
}

/** Where and how a document is set aside; none of it ever changes. Refuses `set_aside_not_found`. */
export async function findSetAside(
  em: EntityManager,
  fairId: string,
  documentId: string,
): Promise<FoundSetAside> {
  if (!isId(documentId)) throw setAsideNotFound();
  const [row]: (Standing & Omit<FoundSetAside, 'reading' | 'moment'> & { canonical: Buffer })[] =
    await em.query(
      `SELECT s.fair_id AS "fairId", s.document_id AS "documentId", s.code, l.register_id AS "registerId",
         l.epoch, l.sequence, l.canonical, l.received_at AS "receivedAt",
         r.exhibitor_id AS "exhibitorId", r.booth_id AS "boothId", b.code AS "boothCode",
         p.enrolled_at AS "enrolledAt", f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes"
       FROM set_aside s
       JOIN link l ON l.fair_id = s.fair_id AND l.document_id = s.document_id
       JOIN register_epoch e ON e.fair_id = l.fair_id AND e.register_id = l.register_id AND e.epoch = l.epoch
       JOIN register_epoch p ON p.fair_id = e.fair_id AND p.register_id = e.register_id AND p.epoch = e.phone_epoch
       JOIN register r ON r.fair_id = l.fair_id AND r.id = l.register_id
       JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
       JOIN fair f ON f.id = s.fair_id
       WHERE s.fair_id = $1 AND s.document_id = $2`,
      [fairId, documentId],
    );
  if (!row) throw setAsideNotFound();
  const { canonical, registerId, epoch, sequence, code, receivedAt } = row;
  const reading = readDocument(canonical.toString('utf8'));
  return {
    fairId,
    documentId,
    registerId,
    epoch,
    sequence,
    code,
    receivedAt,
    reading,
    moment: reading.ok ? momentOf(reading.document, row, receivedAt) : undefined,
  };
}

/** As booking locks: the register alone, so that one decides at a time; its day shared. */
export async function lockSetAside(em: EntityManager, found: FoundSetAside): Promise<void> {
  const { fairId, registerId, moment } = found;
  await lockAll(em, [
    { kind: 'register', parts: [fairId, registerId], isShared: false },
    ...(moment ? [{ kind: 'day' as const, parts: [fairId, moment.fairDay], isShared: true }] : []),
  ]);
}

/** What was decided of it, and whether it is booked; asked under its lock. */
export async function readDecision(
  em: EntityManager,
  fairId: string,
  documentId: string,
): Promise<{ decision: SetAsideDecisionDto | null; isBooked: boolean }> {
  const [row]: ({ isBooked: boolean } & SetAsideDecisionDto)[] = await em.query(
    `SELECT EXISTS (SELECT 1 FROM document d WHERE d.fair_id = s.fair_id AND d.id = s.document_id) AS "isBooked",
       s.document_id AS "documentId", v.verdict, v.reason, a.name AS "decidedByName", v.decided_at AS "decidedAt"
     FROM set_aside s
     LEFT JOIN set_aside_decision v ON v.fair_id = s.fair_id AND v.document_id = s.document_id
     LEFT JOIN account a ON a.id = v.decided_by
     WHERE s.fair_id = $1 AND s.document_id = $2`,
    [fairId, documentId],
  );
  if (!row) throw setAsideNotFound();
  const { isBooked, ...decision } = row;
  return { isBooked, decision: decision.verdict === null ? null : decision };
}
