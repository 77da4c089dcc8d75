import { newTillKey, toBase64 } from '@phien/till';
import type { components } from '../../api/schema.generated';
import { catalogueFrom } from '../keep/catalogue';
import { putSettings, reading, setting, writing } from '../keep/keep';
import type { Enrolment, Keep } from '../keep/keep';
import { parkedTicketsWait, shiftAlreadyOpen } from '../keep/keep.refusals';
import { offsetOf } from '../outbox/answer.rules';
import { postTo } from '../outbox/fair-door';
import { deviceName } from './device-name.rules';

type EnrolmentAnswer = components['schemas']['EnrolmentDto'];

/**
 * Makes this phone a register by a one-time code: a key of its own, whose private half never leaves
 * it, and everything it sells by. What it sold before stays and is still sent. Refuses while a shift
 * is open or a ticket is parked; throws DoorFailure when the server does not take the code.
 */
export async function enrolPhone(keep: Keep, code: string): Promise<void> {
  if (await setting(reading(keep), 'shift')) throw shiftAlreadyOpen();
  const parked = (await setting(reading(keep), 'parked')) ?? [];
  if (parked.length > 0) throw parkedTicketsWait(parked.length);
  const key = await newTillKey();
  const heard = await postTo<EnrolmentAnswer>('/api/enrolments', {
    code: code.trim(),
    publicKey: toBase64(key.publicKeySpki),
    deviceName: deviceName(navigator.userAgent),
  });
  const { answer } = heard;
  const { fairId, registerId, epoch, genesis, exhibitorId } = answer;
  const enrolment: Enrolment = {
    fairId,
    registerId,
    epoch,
    genesis,
    exhibitorId,
    privateKey: key.privateKey,
    publicKeySpki: key.publicKeySpki,
    enrolledAt: answer.serverTime,
  };
  const tx = writing(keep);
  void tx.objectStore('enrolments').put(enrolment);
  void tx.objectStore('catalogues').put(catalogueFrom(answer, exhibitorId), [registerId, epoch]);
  void tx.objectStore('heads').put({ fairId, registerId, epoch, sequence: 0, hash: genesis });
  putSettings(tx, {
    current: [registerId, epoch],
    contact: {
      clockOffsetMs: offsetOf(answer.serverTime, heard) ?? 0,
      lastContactAt: answer.serverTime,
    },
    signedIn: null,
    shift: null,
    closedShiftId: null,
    refusal: null,
  });
  await tx.done;
}
