import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { FactsBell, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { bookDocuments } from './book-documents';
import { isSecondPerson } from './second-person';
import { findSetAside, lockSetAside, readDecision, type AskedDecision } from './find-set-aside';
import type { SetAsideDecisionDto } from './set-aside.dto';
import {
  setAsideAlreadyBooked,
  setAsideAlreadyRefused,
  setAsideNeedsAnother,
  setAsideNotFound,
  setAsideUnbookable,
} from './set-aside.refusals';
import { writeDecision } from './write-decision';

/**
 * Books a document that was set aside, on the day it happened, because an organizer says so; what the
 * ledger can never hold is refused still. Once its fair is sealed somebody else must have proposed it.
 * The same call again answers the first decision. Refuses `set_aside_not_found`,
 * `set_aside_already_refused`, `set_aside_already_booked`, `set_aside_needs_another`,
 * `set_aside_unbookable`.
 */
@Injectable()
export class AcceptSetAside {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(FactsBell) private readonly bell: { ring(): void },
  ) {}

  async run(asked: AskedDecision): Promise<SetAsideDecisionDto> {
    const { fairId, documentId } = asked;
    const found = await findSetAside(this.dataSource.manager, fairId, documentId);
    const { reading, moment, receivedAt } = found;
    const accepted = await inTransaction(this.dataSource, async (em) => {
      await lockSetAside(em, found);
      const { decision, isBooked } = await readDecision(em, fairId, documentId);
      if (decision?.verdict === 'refused') throw setAsideAlreadyRefused();
      if (decision !== null) return decision;
      if (isBooked) throw setAsideAlreadyBooked();
      if (!(await isSecondPerson(em, asked))) throw setAsideNeedsAnother();
      if (!reading.ok || !moment) {
        throw setAsideUnbookable(reading.ok ? 'document_shape' : reading.code);
      }
      await writeDecision(em, asked, found, 'accepted', this.clock.now());
      const codes = await bookDocuments(em, [{ document: reading.document, moment, receivedAt }]);
      const [code] = codes.values();
      if (code !== undefined) throw setAsideUnbookable(code);
      return (await readDecision(em, fairId, documentId)).decision;
    });
    if (accepted === null) throw setAsideNotFound();
    this.bell.ring();
    return accepted;
  }
}
