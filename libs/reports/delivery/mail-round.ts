import {
  afterFailure,
  asFailure,
  isServersFault,
  type AfterFailure,
  type MailFailure,
} from './delivery.rules';

/** A try that was written down before the network is asked. */
export interface Try {
  tries: number;
  nextTryAt: Date;
}

export interface MailRound<Claimed extends Try> {
  isStopped: () => boolean;
  /** The next mail that this process alone may send; null when nothing is due. */
  claim: () => Promise<Claimed | null>;
  send: (claimed: Claimed) => Promise<void>;
  conclude: (claimed: Claimed, failure: MailFailure | null) => Promise<void>;
}

/**
 * Sends what is due, one mail after another, and answers how many went. A mail that fails holds up no
 * other, unless there was no mail server to talk to: then the round ends.
 */
export async function sendInTurn<Claimed extends Try>(round: MailRound<Claimed>): Promise<number> {
  let sent = 0;
  while (!round.isStopped()) {
    const claimed = await round.claim();
    if (claimed === null) break;
    const failure = await round.send(claimed).then(() => null, asFailure);
    await round.conclude(claimed, failure);
    if (failure === null) sent += 1;
    else if (isServersFault(failure)) break;
  }
  return sent;
}

/**
 * What is to be written of a try, and on which row: only while the try is still ours, for one that took
 * too long may be another's by now.
 */
export function concluded(
  { tries, nextTryAt }: Try,
  failure: MailFailure | null,
  now: Date,
): {
  of: { state: 'waiting'; nextTryAt?: Date };
  after: AfterFailure | { state: 'sent'; sentAt: Date; nextTryAt: null; lastError: null };
} {
  return failure === null
    ? {
        of: { state: 'waiting' },
        after: { state: 'sent', sentAt: now, nextTryAt: null, lastError: null },
      }
    : { of: { state: 'waiting', nextTryAt }, after: afterFailure(failure, tries, now) };
}
