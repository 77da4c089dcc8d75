import { Inject, Injectable, Logger } from '@nestjs/common';
import { FactsBell, inTransaction, lockAll } from '@phien/store';
import { readDocument } from '@phien/till';
import { DataSource } from 'typeorm';
import { bookDocuments, documentKey } from './book-documents';
import { momentOf, type Standing } from './booking.rules';
import { STILL_WAITS } from './waiting-set-aside';

const A_TURN = 100;
const REMEMBERED = 10_000;

interface Orphan extends Standing {
  fairId: string;
  registerId: string;
  documentId: string;
  canonical: Buffer;
  receivedAt: Date;
}

/**
 * Books the refunds and voids that were set aside because their sale had not arrived, once it has.
 * What is refused for another reason now stays set aside, and is not tried again by this process.
 */
@Injectable()
export class BookOrphans {
  private readonly log = new Logger(BookOrphans.name);
  private readonly refused = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(FactsBell) private readonly bell: { ring(): void },
  ) {}

  /** Answers how many were booked. */
  async run(): Promise<number> {
    let booked = 0;
    for (const orphan of await this.orphans()) {
      try {
        if (await this.book(orphan)) booked++;
      } catch (error) {
        this.log.error(`orphan ${orphan.documentId} could not be booked: ${String(error)}`);
      }
    }
    if (booked > 0) this.bell.ring();
    return booked;
  }

  private orphans(): Promise<Orphan[]> {
    return this.dataSource.query(
      `SELECT l.fair_id AS "fairId", l.register_id AS "registerId", l.document_id AS "documentId", l.canonical,
         l.received_at AS "receivedAt", r.exhibitor_id AS "exhibitorId", r.booth_id AS "boothId",
         b.code AS "boothCode", p.enrolled_at AS "enrolledAt",
         f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes"
       FROM set_aside s
       JOIN document o ON o.fair_id = s.fair_id AND o.id = s.original_id
       JOIN link l ON l.fair_id = s.fair_id AND l.document_id = s.document_id
       JOIN register_epoch e ON e.fair_id = l.fair_id AND e.register_id = l.register_id AND e.epoch = l.epoch
       JOIN register_epoch p ON p.fair_id = e.fair_id AND p.register_id = e.register_id AND p.epoch = e.phone_epoch
       JOIN register r ON r.fair_id = l.fair_id AND r.id = l.register_id
       JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
       JOIN fair f ON f.id = l.fair_id
       WHERE s.code = 'original_missing' AND e.revoked_at IS NULL AND f.state <> 'sealed'
         AND s.fair_id::text || ':' || s.document_id::text <> ALL ($1::text[])
         AND ${STILL_WAITS}
       ORDER BY s.fair_id, s.document_id LIMIT $2`,
      [[...this.refused], A_TURN],
    );
  }

  private async book(orphan: Orphan): Promise<boolean> {
    const { fairId, registerId, documentId, receivedAt } = orphan;
    const reading = readDocument(orphan.canonical.toString('utf8'));
    if (!reading.ok) return false;
    const moment = momentOf(reading.document, orphan, receivedAt);
    const end = await inTransaction(this.dataSource, async (em) => {
      await lockAll(em, [
        { kind: 'register', parts: [fairId, registerId], isShared: false },
        { kind: 'day', parts: [fairId, moment.fairDay], isShared: true },
      ]);
      const [isWaiting]: unknown[] = await em.query(
        `SELECT 1 FROM set_aside s JOIN fair f ON f.id = s.fair_id
         JOIN register_epoch e ON e.fair_id = s.fair_id AND e.register_id = $2 AND e.epoch = $3
         WHERE s.fair_id = $1 AND s.document_id = $4 AND e.revoked_at IS NULL AND f.state <> 'sealed'
           AND ${STILL_WAITS}`,
        [fairId, registerId, reading.document.epoch, documentId],
      );
      if (!isWaiting) return 'not now';
      const codes = await bookDocuments(em, [{ document: reading.document, moment, receivedAt }]);
      return codes.size === 0 ? 'booked' : 'refused';
    });
    if (end === 'refused') {
      if (this.refused.size >= REMEMBERED) this.refused.clear();
      this.refused.add(documentKey(fairId, documentId));
    }
    return end === 'booked';
  }
}
