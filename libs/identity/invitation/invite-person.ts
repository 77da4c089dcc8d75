import { Injectable } from '@nestjs/common';
import { newId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { invitationEnd, linkTokenHash, newInvitationToken } from '../link/one-time-link.rules';
import { holdOrganizer } from '../role/hold-organizer';
import type { Caller } from '../session/caller.dto';
import { InviteDto, NewInvitationDto } from './invitation.dto';
import { Invitation } from './invitation.entity';
import { exhibitorMissing, exhibitorUnknown } from './invitation.refusals';
import { readInvitations } from './read-invitations';

/**
 * Offers a role in a fair to whoever is given the link, for 7 days. The secret is answered this
 * once. Refuses `exhibitor_missing`, `role_missing`, `exhibitor_unknown`.
 */
@Injectable()
export class InvitePerson {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: InviteDto): Promise<NewInvitationDto> {
    const { role } = wanted;
    const exhibitorId = role === 'exhibitor' ? wanted.exhibitorId : null;
    if (exhibitorId === undefined) throw exhibitorMissing();
    const token = newInvitationToken(fairId);
    try {
      return await inTransaction(this.source, async (em) => {
        await holdOrganizer(em, caller, fairId);
        const id = newId();
        const invitedAt = new Date();
        await em.insert(Invitation, {
          fairId,
          id,
          role,
          exhibitorId,
          forName: wanted.forName?.trim() ?? '',
          tokenHash: linkTokenHash(token),
          invitedBy: caller.accountId,
          invitedAt,
          expiresAt: invitationEnd(invitedAt),
        });
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'person_invited',
          subjectId: id,
          detail: { role, exhibitorId },
        });
        const [written] = await readInvitations(em, fairId, id);
        if (written === undefined) throw new Error('The invitation was not written.');
        return { ...written, token };
      });
    } catch (error) {
      if (brokenConstraint(error) === 'invitation_fair_id_exhibitor_id_fkey') {
        throw exhibitorUnknown();
      }
      throw error;
    }
  }
}
