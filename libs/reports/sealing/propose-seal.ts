import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { Fair, fairIsDraft, FairSeal } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { fairNotReadyToSeal, sealedAlready } from './sealing.refusals';
import { readObstacles } from './read-sealing';

/**
 * Proposes to seal a fair; another organizer seals it. A proposal that stands stays the first one's.
 * Refuses `fair_is_draft`, `fair_sealed`, `fair_not_ready_to_seal`.
 */
@Injectable()
export class ProposeSeal {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(accountId: string, fairId: string): Promise<void> {
    return inTransaction(this.source, async (em) => {
      const fair = await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (fair.state === 'draft') throw fairIsDraft();
      if (fair.state === 'sealed') throw sealedAlready();
      if (await em.existsBy(FairSeal, { fairId })) return;
      const now = this.clock.now();
      const obstacles = await readObstacles(em, fairId, now);
      if (obstacles.length > 0) throw fairNotReadyToSeal(obstacles);
      await em.insert(FairSeal, { fairId, proposedBy: accountId, proposedAt: now });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'seal_proposed',
        subjectId: fairId,
        detail: {},
      });
    });
  }
}
