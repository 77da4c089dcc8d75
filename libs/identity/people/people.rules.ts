import type { Caller } from '../session/caller.dto';

/** What decides over an account: where it works, as what, and what else it may do. */
export interface PersonStanding {
  accountId: string;
  mayOpenFairs: boolean;
  grants: readonly { fairId: string; role: string }[];
}

/**
 * Whether a caller may take an account over by resetting its password, or close it. Not its own
 * (it knows a better way), not that of someone who works where the caller has no say, and never
 * that of another organizer: two of them seal a fair, and one must not be able to become both.
 */
export function isInHandsOf(caller: Caller, person: PersonStanding): boolean {
  if (person.accountId === caller.accountId || person.mayOpenFairs) return false;
  return person.grants.every(
    ({ fairId, role }) =>
      role !== 'organizer' &&
      caller.grants.some((own) => own.fairId === fairId && own.role === 'organizer'),
  );
}
