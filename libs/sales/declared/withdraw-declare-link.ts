import { recordAudit, type Caller } from '@phien/identity';
import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { exhibitorsKeptBy } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { DeclareLink } from './declare-link.entity';
import { declareLinkUnknown } from './declared.refusals';

/** Ends a link; what was declared by it stays. Twice is once. Refuses `declare_link_unknown`. */
@Injectable()
export class WithdrawDeclareLink {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, id: string): Promise<void> {
    if (!isId(id)) throw declareLinkUnknown();
    const kept = exhibitorsKeptBy(caller, fairId);
    await inTransaction(this.source, async (em) => {
      const link = await em.findOne(DeclareLink, {
        where: { fairId, id },
        lock: { mode: 'pessimistic_write' },
      });
      const isTheirs = link !== null && (kept?.includes(link.exhibitorId) ?? true);
      if (!isTheirs) throw declareLinkUnknown();
      if (link.withdrawnAt !== null) return;
      await em.update(DeclareLink, { fairId, id }, { withdrawnAt: new Date() });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'declare_link_withdrawn',
        subjectId: id,
        detail: { boothId: link.boothId, exhibitorId: link.exhibitorId },
      });
    });
  }
}
