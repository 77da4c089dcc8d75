import { newTillKey, signContinuation, toBase64 } from '@phien/till';
import type { components } from '../../api/schema.generated';
import { changeSettings, epochOf, reading, setting } from '../keep/keep';
import type { Continuation, Enrolment, Keep } from '../keep/keep';
import { reissueFrom } from '../keep/reissue-from';
import { deliver } from './deliver';
import { postTo } from './fair-door';
import { cutRequest } from './request.rules';

type ContinuedEpoch = components['schemas']['ContinuedEpochDto'];

/**
 * The ledger has other bytes under this phone's numbers: it was put back to an earlier day, or
 * another phone sold with its key. What the ledger does not hold is issued again in a further epoch,
 * asked for by the old key. Broken off anywhere it begins again and ends the same. Throws DoorFailure.
 */
export async function settleClash(keep: Keep, enrolment: Enrolment): Promise<void> {
  const { fairId, registerId, epoch } = enrolment;
  const firstLost = await firstNotHeld(keep, enrolment);
  if (firstLost === null) return;
  const key = await keyToContinueWith(keep, enrolment);
  const asked = { fairId, registerId, epoch, publicKeySpkiHex: hexOf(key.publicKeySpki) };
  const { answer } = await postTo<ContinuedEpoch>(
    `/api/fairs/${fairId}/registers/${registerId}/epochs`,
    {
      epoch,
      publicKey: toBase64(key.publicKeySpki),
      signature: await signContinuation(enrolment.privateKey, asked),
    },
  );
  await reissueFrom(keep, enrolment, firstLost, {
    ...enrolment,
    epoch: answer.epoch,
    genesis: answer.genesis,
    privateKey: key.privateKey,
    publicKeySpki: key.publicKeySpki,
    enrolledAt: answer.serverTime,
  });
}

/*
 * The first number whose bytes the ledger does not hold: everything is sent again from the start,
 * since what it once held it may have lost. What follows such a number cannot be held either.
 */
async function firstNotHeld(keep: Keep, enrolment: Enrolment): Promise<number | null> {
  const every = IDBKeyRange.bound(
    [...epochOf(enrolment), 0],
    [...epochOf(enrolment), Number.MAX_SAFE_INTEGER],
  );
  let rest = await keep.getAll('documents', every);
  for (let [first, ...more] = cutRequest(rest); first; [first, ...more] = cutRequest(rest)) {
    const { marks } = await deliver(keep, enrolment, [first, ...more]);
    const held = new Set(marks.filter(({ sent }) => sent === 'sent').map((mark) => mark.sequence));
    const lost = [first, ...more].find(({ sequence }) => !held.has(sequence));
    if (lost) return lost.sequence;
    rest = rest.slice(more.length + 1);
  }
  return null;
}

/* Kept before it is asked with: when the answer is lost, the same key is answered the same epoch. */
async function keyToContinueWith(keep: Keep, enrolment: Enrolment): Promise<Continuation> {
  const kept = await setting(reading(keep), 'continuation');
  if (kept?.left === enrolment.genesis) return kept;
  const continuation = { left: enrolment.genesis, ...(await newTillKey()) };
  await changeSettings(keep, { continuation });
  return continuation;
}

const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
