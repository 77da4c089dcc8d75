import { Injectable } from '@nestjs/common';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { Account } from '../account/account.entity';
import { draftAccount, writeAccount } from '../account/write-account';
import { recordAudit } from '../audit/record-audit';
import { linkTokenHash } from '../link/one-time-link.rules';
import { WrongLinks } from '../link/wrong-links';
import { openSession } from '../session/open-session';
import { notSignedIn } from '../session/session.refusals';
import { Sessions } from '../session/sessions';
import type { OpenedSession } from '../session/sign-in';
import { SetupLink } from './setup-link.entity';
import type { SetUpDto } from './setup.dto';
import { alreadySetUp, setupLinkUnknown } from './setup.refusals';

/**
 * Makes the first account of an install, which may open fairs, and signs it in. Refuses
 * `too_many_wrong_links`, `already_set_up`, `setup_link_unknown`, `login_missing`,
 * `password_length_wrong`.
 */
@Injectable()
export class SetUp {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly wrongLinks: WrongLinks,
  ) {}

  async run(wanted: SetUpDto, userAgent: string, from: string): Promise<OpenedSession> {
    await this.check(this.source.manager, wanted.token, from);
    const draft = await draftAccount({ ...wanted, isDemo: false, mayOpenFairs: true });
    const token = await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'account', 'first');
      await this.check(em, wanted.token, from);
      const accountId = await writeAccount(em, draft);
      await em.createQueryBuilder().delete().from(SetupLink).execute();
      await recordAudit(em, {
        fairId: null,
        accountId,
        action: 'first_account_made',
        subjectId: accountId,
      });
      return openSession(em, { accountId, userAgent });
    });
    const caller = await this.sessions.readToken(token);
    if (caller === null) throw notSignedIn();
    return { token, caller };
  }

  private async check(em: EntityManager, token: string, from: string): Promise<void> {
    /* The link goes in the moment that the account comes: asked the other way round, both may be missed. */
    const isGood = await em.existsBy(SetupLink, {
      tokenHash: linkTokenHash(token),
      expiresAt: MoreThan(new Date()),
    });
    if (await em.exists(Account)) throw alreadySetUp();
    if (isGood) return;
    this.wrongLinks.add(from);
    throw setupLinkUnknown();
  }
}
