import type { ChainHead } from '@phien/till';
import { requestLimits } from '../outbox/request.rules';
import type { Consequence } from '../outbox/answer.rules';
import { epochOf, everyNumber, putSettings, reading, writing } from './keep';
import type { Contact, Enrolment, Keep, KeptDocument } from './keep';

export interface Queue {
  enrolment: Enrolment;
  /** Waiting documents in their order, as many as one request could hold. */
  documents: KeptDocument[];
  /** The ledger has another document in the place of one: all behind it must be issued again. */
  hasConflict: boolean;
}

/**
 * What the ledger is not known to hold yet, of everything that this phone ever was: a phone that
 * sells at another booth now still owes what it sold before. Oldest first; only what has something.
 */
export async function readQueues(keep: Keep): Promise<Queue[]> {
  const tx = reading(keep);
  const enrolments = await tx.objectStore('enrolments').getAll();
  const bySent = tx.objectStore('documents').index('bySent');
  const queues: Queue[] = [];
  for (const enrolment of enrolments) {
    const key = epochOf(enrolment);
    const documents = await bySent.getAll(everyNumber(key, 'waiting'), requestLimits.documents);
    const hasConflict = (await bySent.count(everyNumber(key, 'conflict'))) > 0;
    if (documents.length > 0 || hasConflict) queues.push({ enrolment, documents, hasConflict });
  }
  return queues.sort((a, b) => a.enrolment.enrolledAt.localeCompare(b.enrolment.enrolledAt));
}

/** Hashes of this till's own chain, to compare the ledger's head with. */
export async function hashOf(
  keep: Keep,
  { registerId, epoch }: Enrolment,
  sequence: number,
): Promise<string | undefined> {
  return (await keep.get('documents', [registerId, epoch, sequence]))?.hash;
}

/** Writes down what an answer meant; nothing is ever deleted. */
export async function markAnswered(
  keep: Keep,
  { registerId, epoch }: Enrolment,
  { marks, resendAfter }: Consequence,
  heard: { contact: Contact; serverTime: string },
): Promise<void> {
  const tx = writing(keep);
  const store = tx.objectStore('documents');
  for (const { sequence, ...mark } of marks) {
    const document = await store.get([registerId, epoch, sequence]);
    if (document) void store.put({ ...document, ...mark });
  }
  if (resendAfter !== null) {
    const later = IDBKeyRange.bound(
      [registerId, epoch, resendAfter],
      [registerId, epoch, Number.MAX_SAFE_INTEGER],
      true,
    );
    for (const document of await store.getAll(later)) {
      if (document.sent === 'sent') void store.put({ ...document, sent: 'waiting' });
    }
  }
  putSettings(tx, {
    contact: heard.contact,
    lastDeliveredAt: heard.serverTime,
    refusal: null,
  });
  await tx.done;
}

/** The head that a signature covers when the last of these documents has arrived. */
export function headAfter(enrolment: Enrolment, last: KeptDocument): ChainHead {
  const { fairId, registerId, epoch } = enrolment;
  return { fairId, registerId, epoch, sequence: last.sequence, hash: last.hash };
}
