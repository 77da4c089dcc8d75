import type { Caller } from '@phien/identity';

/**
 * Whose exhibitors, products and allocations a caller sees in a fair: organizers and officials see
 * all (null), anyone else the exhibitors it stands for.
 */
export function exhibitorsSeenBy(caller: Caller, fairId: string): string[] | null {
  const grants = caller.grants.filter((grant) => grant.fairId === fairId);
  if (grants.some(({ role }) => role === 'organizer' || role === 'official')) return null;
  return grants.map(({ exhibitorId }) => exhibitorId).filter((id) => id !== null);
}

/**
 * Whose products, account and figures a caller keeps in a fair: its organizers keep all (null),
 * anyone else those it stands for. An official looks, and keeps nothing.
 */
export function exhibitorsKeptBy(caller: Caller, fairId: string): string[] | null {
  const grants = caller.grants.filter((grant) => grant.fairId === fairId);
  if (grants.some(({ role }) => role === 'organizer')) return null;
  return grants.map(({ exhibitorId }) => exhibitorId).filter((id) => id !== null);
}
