import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { WallLink } from './wall-link.entity';
import { wallLinkUnknown } from './wall.refusals';

/** Ends a link: whatever shows by it goes dark. Twice is once. Refuses `wall_link_unknown`. */
@Injectable()
export class RevokeWallLink {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, id: string): Promise<void> {
    if (!isId(id)) throw wallLinkUnknown();
    await inTransaction(this.source, async (em) => {
      const link = await em.findOne(WallLink, {
        where: { fairId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (link === null) throw wallLinkUnknown();
      if (link.revokedAt !== null) return;
      await em.update(
        WallLink,
        { fairId, id },
        { revokedAt: this.clock.now(), revokedBy: accountId },
      );
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'wall_link_revoked',
        subjectId: id,
        detail: { name: link.name, audience: link.audience },
      });
    });
  }
}
