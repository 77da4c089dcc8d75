import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findSetAside, lockSetAside, readDecision, type AskedDecision } from './find-set-aside';
import { isFairSealed } from './second-person';
import { SetAsideProposal } from './set-aside-proposal.entity';
import {
  fairNotSealedYet,
  setAsideAlreadyAccepted,
  setAsideAlreadyBooked,
  setAsideAlreadyRefused,
} from './set-aside.refusals';

/**
 * Says, after the fair was sealed, that a document set aside should count; another organizer accepts
 * it. The first proposal stands. Refuses `set_aside_not_found`, `fair_not_sealed`,
 * `set_aside_already_refused`, `set_aside_already_accepted`, `set_aside_already_booked`.
 */
@Injectable()
export class ProposeSetAside {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(asked: AskedDecision): Promise<void> {
    const { fairId, documentId, accountId } = asked;
    const found = await findSetAside(this.dataSource.manager, fairId, documentId);
    await inTransaction(this.dataSource, async (em) => {
      await lockSetAside(em, found);
      const { decision, isBooked } = await readDecision(em, fairId, documentId);
      if (decision?.verdict === 'refused') throw setAsideAlreadyRefused();
      if (decision !== null) throw setAsideAlreadyAccepted();
      if (isBooked) throw setAsideAlreadyBooked();
      if (!(await isFairSealed(em, fairId))) throw fairNotSealedYet();
      if (await em.existsBy(SetAsideProposal, { fairId, documentId })) return;
      const reason = asked.reason.normalize('NFC').trim();
      const proposedAt = this.clock.now();
      await em.insert(SetAsideProposal, {
        fairId,
        documentId,
        reason,
        proposedBy: accountId,
        proposedAt,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'set_aside_proposed',
        subjectId: documentId,
        detail: {
          registerId: found.registerId,
          epoch: found.epoch,
          sequence: found.sequence,
          reason,
        },
      });
    });
  }
}
