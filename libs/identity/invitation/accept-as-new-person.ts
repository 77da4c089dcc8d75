import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { draftAccount, writeAccount } from '../account/write-account';
import { WrongLinks } from '../link/wrong-links';
import { GrantRole } from '../role/grant-role';
import { openSession } from '../session/open-session';
import { notSignedIn } from '../session/session.refusals';
import { Sessions } from '../session/sessions';
import type { OpenedSession } from '../session/sign-in';
import { findInvitation } from './find-invitation';
import type { AcceptAsNewPersonDto } from './invitation.dto';
import { invitationUnknown } from './invitation.refusals';
import { whyClosed } from './invitation.rules';
import { takeInvitation } from './take-invitation';

/**
 * Takes an invitation with a new account, and signs it in. Refuses `too_many_wrong_links`,
 * `invitation_unknown`, `invitation_used`, `invitation_withdrawn`, `invitation_expired`,
 * `login_missing`, `password_length_wrong`, `login_taken`.
 */
@Injectable()
export class AcceptAsNewPerson {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly grantRole: GrantRole,
    private readonly wrongLinks: WrongLinks,
  ) {}

  async run(wanted: AcceptAsNewPersonDto, userAgent: string, from: string): Promise<OpenedSession> {
    /* Asked before the password is hashed: a wrong link costs no second of a core. */
    const seen = await findInvitation(this.source.manager, wanted.token);
    if (seen === null) {
      this.wrongLinks.add(from);
      throw invitationUnknown();
    }
    const closed = whyClosed(seen, new Date());
    if (closed !== null) throw closed;
    const draft = await draftAccount({ ...wanted, isDemo: false, mayOpenFairs: false });
    const token = await inTransaction(this.source, async (em) => {
      const invitation = await findInvitation(em, wanted.token, 'pessimistic_write');
      if (invitation === null) throw invitationUnknown();
      const accountId = await writeAccount(em, draft);
      await takeInvitation(em, this.grantRole, invitation, accountId);
      return openSession(em, { accountId, userAgent });
    });
    const caller = await this.sessions.readToken(token);
    if (caller === null) throw notSignedIn();
    return { token, caller };
  }
}
