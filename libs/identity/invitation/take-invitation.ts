import { recordAudit } from '../audit/record-audit';
import type { GrantRole } from '../role/grant-role';
import type { EntityManager } from 'typeorm';
import { InvitationZone } from './invitation-zone.entity';
import { Invitation } from './invitation.entity';
import { whyClosed } from './invitation.rules';

/** Gives the invitation's role to an account, in the caller's transaction, which holds the row. */
export async function takeInvitation(
  em: EntityManager,
  grantRole: GrantRole,
  invitation: Invitation,
  accountId: string,
): Promise<void> {
  const closed = whyClosed(invitation, new Date());
  if (closed !== null) throw closed;
  const { fairId, id, role, exhibitorId, delegationId, invitedBy } = invitation;
  const zones = await em.findBy(InvitationZone, { fairId, invitationId: id });
  await grantRole.run(em, {
    fairId,
    accountId,
    role,
    exhibitorId,
    delegationId,
    zoneIds: zones.map(({ zoneId }) => zoneId),
    grantedBy: invitedBy,
  });
  await em.update(Invitation, { fairId, id }, { acceptedAt: new Date(), acceptedBy: accountId });
  await recordAudit(em, {
    fairId,
    accountId,
    action: 'invitation_accepted',
    subjectId: id,
    detail: { role, exhibitorId },
  });
}
