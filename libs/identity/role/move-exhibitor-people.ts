import type { EntityManager } from 'typeorm';
import { Invitation } from '../invitation/invitation.entity';
import { RoleGrant } from './role-grant.entity';

/**
 * Lets whoever stands for one exhibitor, or was invited to, stand for another of the same fair; says
 * how many accounts and open invitations these are. Taken invitations move too, uncounted.
 */
export async function moveExhibitorPeople(
  em: EntityManager,
  { fairId, fromId, toId }: { fairId: string; fromId: string; toId: string },
): Promise<number> {
  const from = { fairId, exhibitorId: fromId };
  const isOpen = ({ acceptedAt, withdrawnAt }: Invitation) =>
    acceptedAt === null && withdrawnAt === null;
  const open = (await em.findBy(Invitation, from)).filter(isOpen).length;
  const { affected } = await em.update(RoleGrant, from, { exhibitorId: toId });
  await em.update(Invitation, from, { exhibitorId: toId });
  return open + (affected ?? 0);
}
