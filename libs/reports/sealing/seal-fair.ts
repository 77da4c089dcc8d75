import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { Fair, FairSeal } from '@phien/planning';
import { inTransaction, lockAll } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { readDays } from '../closing/read-days';
import { readObstacles } from './read-sealing';
import {
  fairNotReadyToSeal,
  sealedAlready,
  sealNotProposed,
  secondPersonNeeded,
} from './sealing.refusals';

/**
 * Seals a fair that another organizer proposed to seal. Its figures are what its closings say; what
 * comes later is set aside. All its days are locked meanwhile, so no sale is on its way past it.
 * Refuses `fair_sealed`, `seal_not_proposed`, `second_person_needed`, `fair_not_ready_to_seal`.
 */
@Injectable()
export class SealFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(accountId: string, fairId: string): Promise<void> {
    return inTransaction(this.source, async (em) => {
      await this.lockDays(em, fairId);
      const fair = await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (fair.state === 'sealed') throw sealedAlready();
      const seal = await em.findOneBy(FairSeal, { fairId });
      if (seal === null) throw sealNotProposed();
      if (seal.proposedBy === accountId) throw secondPersonNeeded();
      const now = this.clock.now();
      const obstacles = await readObstacles(em, fairId, now);
      if (obstacles.length > 0) throw fairNotReadyToSeal(obstacles);
      await em.update(FairSeal, { fairId }, { sealedBy: accountId, sealedAt: now });
      await em.update(Fair, { id: fairId }, { state: 'sealed' });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'fair_sealed',
        subjectId: fairId,
        detail: { proposedBy: seal.proposedBy },
      });
    });
  }

  private async lockDays(em: EntityManager, fairId: string): Promise<void> {
    const days = await readDays(em, fairId);
    await lockAll(
      em,
      days.map(({ day }) => ({ kind: 'day', parts: [fairId, day], isShared: false })),
    );
  }
}
