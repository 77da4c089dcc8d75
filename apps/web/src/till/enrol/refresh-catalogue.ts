import { signHead } from '@phien/till';
import type { components } from '../../api/schema.generated';
import { catalogueFrom } from '../keep/catalogue';
import { putSettings, reading, setting, writing } from '../keep/keep';
import type { Keep } from '../keep/keep';
import { offsetOf } from '../outbox/answer.rules';
import { DoorFailure, postTo } from '../outbox/fair-door';

type CatalogueAnswer = components['schemas']['TillCatalogueDto'];

/** What came of asking: new goods, no answer, or a server that will not hand them out. */
export type CatalogueNews = 'fresh' | 'offline' | 'refused';

/**
 * Fetches prices, cashiers and the account to be paid to. The signed head proves the key; whatever
 * goes wrong, the till sells on by what it has. Null while this phone is no till.
 */
export async function refreshCatalogue(keep: Keep): Promise<CatalogueNews | null> {
  const tx = reading(keep);
  const current = await setting(tx, 'current');
  const enrolment = current && (await tx.objectStore('enrolments').get(current));
  const head = current && (await tx.objectStore('heads').get(current));
  if (!current || !enrolment || !head) return null;
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
    return failure.isPassing ? 'offline' : 'refused';
  }
}
