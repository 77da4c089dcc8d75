import { newId } from '@phien/kernel';
import { reissueDraft, TillChain } from '@phien/till';
import { epochOf, putSettings, setting, writing } from './keep';
import type { Enrolment, Keep, KeptDocument } from './keep';
import { contentOf } from './kept-content';

/**
 * Issues everything from a number on again in a further epoch of the same phone, in one strict
 * transaction: same ids and times, new numbers; an id that was taken gives way to a new one. The
 * documents as they were stay aside, and the till sells on in the new epoch if it sold in the old.
 */
export async function reissueFrom(
  keep: Keep,
  left: Enrolment,
  firstSequence: number,
  next: Enrolment,
): Promise<void> {
  const [from, to] = [epochOf(left), epochOf(next)];
  const tx = writing(keep);
  const documents = tx.objectStore('documents');
  const clashed = tx.objectStore('clashed');
  const range = IDBKeyRange.bound([...from, firstSequence], [...from, Number.MAX_SAFE_INTEGER]);
  const old = await documents.getAll(range);
  const newIds = new Map(
    old.flatMap(({ id, code }) => (code === 'id_taken' ? [[id, newId()] as const] : [])),
  );
  const { fairId, registerId, epoch, genesis } = next;
  const chain = new TillChain({ fairId, registerId, epoch, sequence: 0, hash: genesis });
  for (const one of old) {
    const { document, text, hash } = chain.append(reissueDraft(contentOf(one), newIds));
    const { id, sequence, originalId } = document;
    const fresh: KeptDocument = { ...one, epoch, sequence, id, originalId, text, hash };
    void clashed.put(one);
    void documents.delete([one.registerId, one.epoch, one.sequence]);
    void documents.add({ ...fresh, sent: 'waiting', booking: null, code: null });
  }
  const catalogue = await tx.objectStore('catalogues').get(from);
  if (catalogue) void tx.objectStore('catalogues').put(catalogue, to);
  void tx.objectStore('enrolments').put(next);
  void tx.objectStore('heads').put(chain.head);
  const current = await setting(tx, 'current');
  const isCurrent = current?.[0] === from[0] && current[1] === from[1];
  putSettings(tx, { continuation: null, ...(isCurrent ? { current: to } : {}) });
  await tx.done;
}
