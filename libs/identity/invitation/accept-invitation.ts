import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { WrongLinks } from '../link/wrong-links';
import { GrantRole } from '../role/grant-role';
import type { Caller } from '../session/caller.dto';
import { findInvitation } from './find-invitation';
import { invitationUnknown } from './invitation.refusals';
import { takeInvitation } from './take-invitation';

/**
 * Takes an invitation for an account that is signed in. The same account again is answered the
 * same. Refuses `too_many_wrong_links`, `invitation_unknown`, `invitation_used`,
 * `invitation_withdrawn`, `invitation_expired`, `role_held_for_another`.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly source: DataSource,
    private readonly grantRole: GrantRole,
    private readonly wrongLinks: WrongLinks,
  ) {}

  async run({ accountId }: Caller, token: string, from: string): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const invitation = await findInvitation(em, token, 'pessimistic_write');
      if (invitation === null) {
        this.wrongLinks.add(from);
        throw invitationUnknown();
      }
      if (invitation.acceptedBy === accountId) return;
      await takeInvitation(em, this.grantRole, invitation, accountId);
    });
  }
}
