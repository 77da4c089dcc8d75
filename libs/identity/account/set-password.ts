import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { Session } from '../session/session.entity';
import { Account } from './account.entity';
import { newPasswordHash } from './write-account';

/** Gives an account another password and ends its sessions. Refuses `password_length_wrong`. */
@Injectable()
export class SetPassword {
  constructor(private readonly source: DataSource) {}

  async run(accountId: string, password: string): Promise<void> {
    const passwordHash = await newPasswordHash(password);
    await inTransaction(this.source, async (em) => {
      await em.update(Account, { id: accountId }, { passwordHash });
      await em.update(Session, { accountId, endedAt: IsNull() }, { endedAt: new Date() });
      await recordAudit(em, {
        fairId: null,
        accountId: null,
        action: 'password_set',
        subjectId: accountId,
      });
    });
  }
}
