import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import type { Caller } from '../session/caller.dto';
import { endSessions } from '../session/end-sessions';

/** Signs the caller out everywhere but in the browser that asks. */
@Injectable()
export class EndOtherSessions {
  constructor(private readonly source: DataSource) {}

  async run({ accountId }: Caller, tokenHash: Buffer): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const ended = await endSessions(em, accountId, { butNot: tokenHash });
      if (ended === 0) return;
      await recordAudit(em, {
        fairId: null,
        accountId,
        action: 'sessions_ended',
        subjectId: accountId,
        detail: { ended },
      });
    });
  }
}
