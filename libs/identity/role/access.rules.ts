import { isId, type Refusal } from '@phien/kernel';
import type { Caller } from '../session/caller.dto';
import { notSignedIn } from '../session/session.refusals';
import type { Role } from './role';
import { fairNotFound, roleMissing } from './role.refusals';

/** Whom a route is for. */
export type Access =
  | { for: 'anyone' }
  | { for: 'accounts' }
  | { for: 'roles'; roles: readonly Role[] }
  | { for: 'register_keys' }
  | { for: 'sensor_keys' };

/** Roles of the caller in one fair; none when they have nothing to do there. */
export function callerRoles(caller: Caller, fairId: string): Role[] {
  return caller.grants.filter((grant) => grant.fairId === fairId).map((grant) => grant.role);
}

/**
 * Why the caller may not go in, or null. First who, then where, then as what: a fair without a
 * role of the caller in it answers as a fair that does not exist.
 */
export function whyNot(
  access: Access,
  caller: Caller | null,
  fairId: string | undefined,
): Refusal | null {
  if (access.for === 'anyone') return null;
  /* The verb itself asks for the key. */
  if (access.for === 'register_keys' || access.for === 'sensor_keys') return null;
  if (caller === null) return notSignedIn();
  if (access.for === 'accounts') return null;
  if (fairId === undefined || !isId(fairId)) return fairNotFound();
  const held = callerRoles(caller, fairId);
  if (held.length === 0) return fairNotFound();
  return held.some((role) => access.roles.includes(role)) ? null : roleMissing(access.roles);
}
