import { signDeclaration, signHead } from '@phien/till';
import type { components } from '../../api/schema.generated';
import { Problem } from '../../api/problem';
import type { PendingDeclaration } from '../keep/keep';
import { DoorFailure, postTo } from '../outbox/fair-door';
import { keepDeclaration, pendingDeclaration, signingTill } from './pending-declaration';

type Declared = components['schemas']['DeclaredSaleDto'];
export type Place = components['schemas']['DeclarePlaceDto'];

/** What the fair holds of this till's booth. Throws Problem. */
export async function readOwnBooth(): Promise<Place> {
  const { enrolment, head } = await tillOfPhone();
  const { fairId, registerId, epoch, privateKey } = enrolment;
  return answered(
    postTo<Place>(`/api/fairs/${fairId}/registers/${registerId}/declarations/reading`, {
      head: { epoch, sequence: head.sequence, hash: head.hash },
      signature: await signHead(privateKey, head),
    }),
  );
}

/** Keeps what is said on this phone, then sends it; it is kept until the fair has answered. Throws Problem. */
export async function sendDeclaration(declaration: PendingDeclaration): Promise<Declared> {
  await keepDeclaration(declaration);
  const { enrolment } = await tillOfPhone();
  const { fairId, registerId, epoch, privateKey } = enrolment;
  const { refusal: _, ...said } = declaration;
  const signature = await signDeclaration(privateKey, { fairId, registerId, epoch, ...said });
  const path = `/api/fairs/${fairId}/registers/${registerId}/declarations`;
  const taken = await answered(postTo<Declared>(path, { ...said, epoch, signature }));
  await keepDeclaration(null);
  return taken;
}

/**
 * Sends what waits, once. What is refused is not sent again: somebody has to look at it, and finds it
 * where it was typed.
 */
export async function sendWhatWaits(): Promise<void> {
  const waiting = await pendingDeclaration();
  if (waiting === null || waiting.refusal !== null) return;
  try {
    await sendDeclaration(waiting);
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status === 0 || failure.status >= 500) return;
    const refusal = {
      code: failure.code,
      vi: failure.sentence('vi'),
      en: failure.sentence('en'),
    };
    await keepDeclaration({ ...waiting, refusal });
  }
}

async function tillOfPhone() {
  const till = await signingTill();
  if (!till) throw new Problem(404, 'register_unknown');
  return till;
}

async function answered<Answer>(asked: Promise<{ answer: Answer }>): Promise<Answer> {
  try {
    return (await asked).answer;
  } catch (failure) {
    throw failure instanceof DoorFailure ? failure.problem : failure;
  }
}
