import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { linkTokenHash } from '../link/one-time-link.rules';
import { WrongLinks } from '../link/wrong-links';
import { openSession } from '../session/open-session';
import { notSignedIn } from '../session/session.refusals';
import { Session } from '../session/session.entity';
import { Sessions } from '../session/sessions';
import type { OpenedSession } from '../session/sign-in';
import { Account } from './account.entity';
import { accountOfResetLink } from './account-of-reset-link';
import { ResetLink } from './reset-link.entity';
import { resetLinkUnknown } from './reset.refusals';
import { newPasswordHash } from './write-account';

/**
 * Gives an account another password by a one-time link, ends what it had open, and signs it in.
 * Refuses `too_many_wrong_links`, `reset_link_unknown` (also of one that is old, used or replaced),
 * `password_length_wrong`.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly wrongLinks: WrongLinks,
  ) {}

  async run(
    wanted: { token: string; password: string },
    userAgent: string,
    from: string,
  ): Promise<OpenedSession> {
    await this.accountOf(this.source.manager, wanted.token, from);
    const passwordHash = await newPasswordHash(wanted.password);
    const token = await inTransaction(this.source, async (em) => {
      const { id: accountId } = await this.accountOf(em, wanted.token, from);
      const used = await em.delete(ResetLink, { tokenHash: linkTokenHash(wanted.token) });
      if (used.affected !== 1) throw resetLinkUnknown();
      await em.update(Account, { id: accountId }, { passwordHash });
      await em.update(Session, { accountId, endedAt: IsNull() }, { endedAt: new Date() });
      await recordAudit(em, {
        fairId: null,
        accountId,
        action: 'password_reset',
        subjectId: accountId,
      });
      return openSession(em, { accountId, userAgent });
    });
    const caller = await this.sessions.readToken(token);
    if (caller === null) throw notSignedIn();
    return { token, caller };
  }

  private async accountOf(em: EntityManager, token: string, from: string): Promise<Account> {
    const account = await accountOfResetLink(em, token);
    if (account !== null) return account;
    this.wrongLinks.add(from);
    throw resetLinkUnknown();
  }
}
