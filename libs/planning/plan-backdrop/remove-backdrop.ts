import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { PlanBackdrop } from './plan-backdrop.entity';
import { drawnFair } from './read-backdrop';

/** Takes the picture away; twice is once. Refuses `fair_not_found`, `fair_plan_is_fixed`. */
@Injectable()
export class RemoveBackdrop {
  constructor(private readonly source: DataSource) {}

  async run({ accountId }: Caller, fairId: string): Promise<void> {
    await inTransaction(this.source, async (em) => {
      await drawnFair(em, fairId);
      const { affected } = await em.delete(PlanBackdrop, { fairId });
      if (affected !== 1) return;
      await recordAudit(em, {
        ...{ fairId, accountId, action: 'plan_backdrop_removed', subjectId: fairId, detail: {} },
      });
    });
  }
}
