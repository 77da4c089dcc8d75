import { signHead } from '@phien/till';
import type { Enrolment, Keep, KeptDocument } from '../keep/keep';
import { hashOf, headAfter, markAnswered } from '../keep/queue';
import { readContact } from '../keep/read-till';
import { consequenceOf, offsetOf } from './answer.rules';
import type { Consequence, DeliveryAnswer } from './answer.rules';
import { postTo } from './fair-door';

/**
 * Sends documents of one enrolment in their order, signed by its key, and writes down what the
 * ledger answered. Throws DoorFailure.
 */
export async function deliver(
  keep: Keep,
  enrolment: Enrolment,
  batch: readonly [KeptDocument, ...KeptDocument[]],
): Promise<Consequence> {
  const { fairId, registerId, epoch } = enrolment;
  const head = headAfter(enrolment, batch.at(-1) ?? batch[0]);
  const heard = await postTo<DeliveryAnswer>(
    `/api/fairs/${fairId}/registers/${registerId}/documents`,
    {
      documents: batch.map(({ text }) => text),
      head: { epoch, sequence: head.sequence, hash: head.hash },
      signature: await signHead(enrolment.privateKey, head),
    },
  );
  const { answer } = heard;
  const ownHash = await hashOf(keep, enrolment, answer.head.sequence);
  const consequence = consequenceOf(batch, answer, () => ownHash);
  const before = await readContact(keep);
  await markAnswered(keep, enrolment, consequence, {
    serverTime: answer.serverTime,
    contact: {
      clockOffsetMs: offsetOf(answer.serverTime, heard) ?? before.clockOffsetMs,
      lastContactAt: answer.serverTime,
    },
  });
  return consequence;
}
