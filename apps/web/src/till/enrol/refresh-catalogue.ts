import { signHead } from '@phien/till';
import { catalogueFrom } from '../keep/catalogue';
import type { CatalogueAnswer } from '../keep/catalogue';
import { putSettings, reading, setting, writing } from '../keep/keep';
import type { Keep } from '../keep/keep';
import { offsetOf } from '../outbox/answer.rules';
import { DoorFailure, postTo } from '../outbox/fair-door';

/** What came of asking: new goods, a server that has no such door, or one that does not answer. */
export type CatalogueNews = 'fresh' | 'kept' | 'offline' | 'refused';

/**
 * Fetches prices, cashiers and the account to be paid to. The signed head proves the key; whatever
 * goes wrong, the till sells on by what it has.
 */
export async function refreshCatalogue(keep: Keep): Promise<CatalogueNews> {
  const tx = reading(keep);
  const current = await setting(tx, 'current');
  const enrolment = current && (await tx.objectStore('enrolments').get(current));
  const head = current && (await tx.objectStore('heads').get(current));
  if (!current || !enrolment || !head) return 'kept';
  const { fairId, registerId, epoch, exhibitorId, privateKey } = enrolment;
  try {
    const heard = await postTo<CatalogueAnswer>(
      `/api/fairs/${fairId}/registers/${registerId}/catalogue`,
      {
        head: { epoch, sequence: head.sequence, hash: head.hash },
        signature: await signHead(privateKey, head),
      },
    );
    const { answer } = heard;
    const change = writing(keep);
    void change.objectStore('catalogues').put(catalogueFrom(answer, exhibitorId), current);
    const offset = offsetOf(answer.serverTime, heard);
    if (offset !== null) {
      putSettings(change, {
        contact: { clockOffsetMs: offset, lastContactAt: answer.serverTime },
      });
    }
    await change.done;
    return 'fresh';
  } catch (failure) {
    if (!(failure instanceof DoorFailure)) throw failure;
    const { status, code } = failure.problem;
    if (status === 404 && code !== 'register_unknown') return 'kept';
    return failure.isPassing ? 'offline' : 'refused';
  }
}
