import type { Refusal } from '@phien/kernel';
import { invitationExpired, invitationUsed, invitationWithdrawn } from './invitation.refusals';

export interface InvitationState {
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  expiresAt: Date;
}

/** Why an invitation can no longer be taken, or null. */
export function whyClosed(invitation: InvitationState, now: Date): Refusal | null {
  if (invitation.acceptedAt !== null) return invitationUsed();
  if (invitation.withdrawnAt !== null) return invitationWithdrawn();
  return invitation.expiresAt <= now ? invitationExpired() : null;
}
