import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Fair, FairSeal } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { sealedAlready } from './sealing.refusals';

/** Takes back the proposal to seal a fair; any organizer may. Without one it does nothing. Refuses `fair_sealed`. */
@Injectable()
export class WithdrawSeal {
  constructor(private readonly source: DataSource) {}

  run(accountId: string, fairId: string): Promise<void> {
    return inTransaction(this.source, async (em) => {
      const fair = await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (fair.state === 'sealed') throw sealedAlready();
      const seal = await em.findOneBy(FairSeal, { fairId });
      if (seal === null) return;
      await em.delete(FairSeal, { fairId });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'seal_withdrawn',
        subjectId: fairId,
        detail: { proposedBy: seal.proposedBy },
      });
    });
  }
}
