import type { EntityManager } from 'typeorm';
import type { Caller } from '../session/caller.dto';
import { RoleGrant } from './role-grant.entity';
import { roleMissing } from './role.refusals';

/**
 * Holds the caller's own role of organizer to the end of the transaction. What the guard knows of a
 * caller may be two seconds old: long enough for somebody just dismissed to invite themselves back.
 * Refuses `role_missing`.
 */
export async function holdOrganizer(
  em: EntityManager,
  { accountId }: Caller,
  fairId: string,
): Promise<void> {
  const own = await em.findOne(RoleGrant, {
    where: { fairId, accountId, role: 'organizer' },
    lock: { mode: 'pessimistic_read' },
  });
  if (own === null) throw roleMissing(['organizer']);
}
