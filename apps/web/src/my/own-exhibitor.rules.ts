import type { Caller } from '../api/client';

/** The exhibitor that an account stands for at a fair which its role has opened. */
export function ownExhibitorId(caller: Caller, fairId: string): string {
  const grant = caller.grants.find((each) => each.fairId === fairId && each.role === 'exhibitor');
  if (!grant?.exhibitorId) throw new Error(`No exhibitor of ${caller.login} at ${fairId}`);
  return grant.exhibitorId;
}
