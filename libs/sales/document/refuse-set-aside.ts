import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findSetAside, lockSetAside, readDecision, type AskedDecision } from './find-set-aside';
import type { SetAsideDecisionDto } from './set-aside.dto';
import {
  setAsideAlreadyAccepted,
  setAsideAlreadyBooked,
  setAsideNotFound,
} from './set-aside.refusals';
import { writeDecision } from './write-decision';

/**
 * Decides that a document that was set aside never counts. It stays linked, and nobody is asked about
 * it again. The same call again answers the first decision. Refuses `set_aside_not_found`,
 * `set_aside_already_accepted`, `set_aside_already_booked`.
 */
@Injectable()
export class RefuseSetAside {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(asked: AskedDecision): Promise<SetAsideDecisionDto> {
    const { fairId, documentId } = asked;
    const found = await findSetAside(this.dataSource.manager, fairId, documentId);
    const refused = await inTransaction(this.dataSource, async (em) => {
      await lockSetAside(em, found);
      const { decision, isBooked } = await readDecision(em, fairId, documentId);
      if (decision?.verdict === 'accepted') throw setAsideAlreadyAccepted();
      if (decision !== null) return decision;
      if (isBooked) throw setAsideAlreadyBooked();
      await writeDecision(em, asked, found, 'refused', this.clock.now());
      return (await readDecision(em, fairId, documentId)).decision;
    });
    if (refused === null) throw setAsideNotFound();
    return refused;
  }
}
