import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import type { Caller } from '../session/caller.dto';
import { openSessions, sessionName } from '../session/open-sessions';
import { sessionNotFound } from '../session/session.refusals';
import { Session } from '../session/session.entity';

/** Signs the caller out in one browser. Refuses `session_not_found`. */
@Injectable()
export class EndOwnSession {
  constructor(private readonly source: DataSource) {}

  async run({ accountId }: Caller, id: string): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const open = await openSessions(em, accountId);
      const session = open.find(({ tokenHash }) => sessionName(tokenHash) === id);
      if (session === undefined) throw sessionNotFound();
      const { tokenHash } = session;
      await em.update(Session, { tokenHash, endedAt: IsNull() }, { endedAt: new Date() });
      await recordAudit(em, {
        fairId: null,
        accountId,
        action: 'sessions_ended',
        subjectId: accountId,
        detail: { ended: 1 },
      });
    });
  }
}
