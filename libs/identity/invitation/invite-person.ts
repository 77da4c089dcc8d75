import { Injectable } from '@nestjs/common';
import { newId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { invitationEnd, linkTokenHash, newFairLinkToken } from '../link/one-time-link.rules';
import { holdOrganizer } from '../role/hold-organizer';
import { scopeOf, scopeRefusal } from '../role/role-scope.rules';
import type { Caller } from '../session/caller.dto';
import { InviteDto, NewInvitationDto } from './invitation.dto';
import { Invitation } from './invitation.entity';
import { InvitationZone } from './invitation-zone.entity';
import { readInvitations } from './read-invitations';

/**
 * Offers a role in a fair to whoever is given the link, for 7 days. The secret is answered this
 * once. Refuses `exhibitor_missing`, `delegation_missing`, `zones_missing`, `role_missing`,
 * `exhibitor_unknown`, `delegation_unknown`, `zone_not_found`.
 */
@Injectable()
export class InvitePerson {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: InviteDto): Promise<NewInvitationDto> {
    const { role } = wanted;
    const { zoneIds, exhibitorId, delegationId } = scopeOf(role, wanted);
    const token = newFairLinkToken(fairId);
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
          delegationId,
          forName: wanted.forName?.trim() ?? '',
          tokenHash: linkTokenHash(token),
          invitedBy: caller.accountId,
          invitedAt,
          expiresAt: invitationEnd(invitedAt),
        });
        if (zoneIds.length > 0) {
          await em.insert(
            InvitationZone,
            zoneIds.map((zoneId) => ({ fairId, invitationId: id, zoneId })),
          );
        }
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'person_invited',
          subjectId: id,
          detail: { role, exhibitorId, delegationId, zoneIds },
        });
        const [written] = await readInvitations(em, fairId, id);
        if (written === undefined) throw new Error('The invitation was not written.');
        return { ...written, token };
      });
    } catch (error) {
      throw scopeRefusal(brokenConstraint(error)) ?? error;
    }
  }
}
