import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { OrderWaitingListDto } from './application.dto';
import { Application } from './application.entity';
import { waitingListChanged } from './application.refusals';
import { holdCall } from './find-call';
import { waitingLine } from './read-applications';

/** Orders everyone who waits. Refuses `applications_not_open`, `waiting_list_changed`. */
@Injectable()
export class OrderWaitingList {
  constructor(private readonly source: DataSource) {}

  run(
    { accountId }: Caller,
    fairId: string,
    { applicationIds }: OrderWaitingListDto,
  ): Promise<void> {
    return inTransaction(this.source, async (em) => {
      await holdCall(em, fairId);
      const before = await waitingLine(em, fairId);
      if (before.join() === applicationIds.join()) return;
      if (before.toSorted().join() !== applicationIds.toSorted().join()) throw waitingListChanged();
      for (const [at, id] of applicationIds.entries()) {
        await em.update(Application, { fairId, id }, { waitingOrder: at + 1 });
      }
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'waiting_list_ordered',
        subjectId: fairId,
        detail: { applicationIds },
      });
    });
  }
}
