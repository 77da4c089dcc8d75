import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Cashier } from './cashier.entity';
import { findCashier, type AskedCashier } from './find-cashier';

/** Someone sells no more; what they sold keeps their name. Refuses `cashier_not_found`. */
@Injectable()
export class RemoveCashier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(asked: AskedCashier): Promise<void> {
    await inTransaction(this.dataSource, async (em) => {
      const { fairId, id, exhibitorId, name } = await findCashier(em, asked, 'change');
      await em.update(Cashier, { fairId, id }, { removedAt: this.clock.now() });
      await recordAudit(em, {
        fairId,
        accountId: asked.caller.accountId,
        action: 'cashier_removed',
        subjectId: id,
        detail: { exhibitorId, name },
      });
    });
  }
}
