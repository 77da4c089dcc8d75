import { recordAudit } from '@phien/identity';
import type { EntityManager } from 'typeorm';
import type { AskedDecision, FoundSetAside } from './find-set-aside';
import { SetAsideDecision, type Verdict } from './set-aside-decision.entity';

/** Writes down what was decided, by whom and why, in the caller's transaction. */
export async function writeDecision(
  em: EntityManager,
  { fairId, documentId, accountId, reason }: AskedDecision,
  { registerId, epoch, sequence, code, reading }: FoundSetAside,
  verdict: Verdict,
  decidedAt: Date,
): Promise<void> {
  const said = reason.normalize('NFC').trim();
  await em.insert(SetAsideDecision, {
    fairId,
    documentId,
    verdict,
    reason: said,
    decidedBy: accountId,
    decidedAt,
    bookedId: verdict === 'accepted' ? documentId : null,
  });
  await recordAudit(em, {
    fairId,
    accountId,
    action: `set_aside_${verdict}`,
    subjectId: documentId,
    detail: {
      registerId,
      epoch,
      sequence,
      code,
      reason: said,
      totalVnd: reading.ok ? reading.document.totalVnd : null,
    },
  });
}
