import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { whyNotMoved } from './fair-state.rules';
import { FairDto, MoveFairDto } from './fair.dto';
import { Fair } from './fair.entity';
import { fairHasFacts } from './fair.refusals';
import { ReadFair } from './read-fair';
import { holdFair, readFairNow } from './read-fair-now';

/**
 * Publishes a fair, takes it back into a draft, ends it before its days do, or opens it again. Moving
 * it to where it is, is once. Refuses `fair_not_found`, `fair_state_out_of_reach`,
 * `fair_has_no_open_day`, `fair_has_facts`, `fair_days_over`.
 */
@Injectable()
export class MoveFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly readFair: ReadFair,
  ) {}

  async run({ accountId }: Caller, fairId: string, { to }: MoveFairDto): Promise<FairDto> {
    try {
      await inTransaction(this.source, async (em) => {
        await holdFair(em, fairId);
        const now = await readFairNow(em, fairId, this.clock.now());
        if (now.setState === to) return;
        const refused = whyNotMoved(now, to);
        if (refused) throw refused;
        await em.update(Fair, { id: fairId }, { state: to });
        await recordAudit(em, {
          fairId,
          accountId,
          action: 'fair_moved',
          subjectId: fairId,
          detail: { before: now.setState, after: to },
        });
      });
    } catch (error) {
      if (brokenConstraint(error) === 'fair_keeps_facts') throw fairHasFacts();
      throw error;
    }
    return this.readFair.run(fairId);
  }
}
