import { epochOf, everyNumber, setting } from '../keep/keep';
import type { Keep } from '../keep/keep';
import { mayLetGo } from './let-go.rules';
import type { HeldChain, StatusAnswer } from './let-go.rules';

/**
 * Lets the documents of a sealed fair go from this phone, if nothing speaks against it; asked again in
 * the transaction that deletes them, for a sale may have come between. Chains and keys stay: what is
 * issued later goes on from there.
 */
export async function letGo(
  keep: Keep,
  fairId: string,
  answers: ReadonlyMap<string, StatusAnswer>,
): Promise<void> {
  const tx = keep.transaction(['enrolments', 'heads', 'documents', 'settings'], 'readwrite', {
    durability: 'strict',
  });
  const documents = tx.objectStore('documents');
  const keys = (await tx.objectStore('enrolments').getAll())
    .filter((enrolment) => enrolment.fairId === fairId)
    .map(epochOf);
  const chains: HeldChain[] = [];
  for (const key of keys) {
    const bySent = documents.index('bySent');
    chains.push({
      answer: answers.get(key.join()),
      head: await tx.objectStore('heads').get(key),
      unsentCount:
        (await bySent.count(everyNumber(key, 'waiting'))) +
        (await bySent.count(everyNumber(key, 'conflict'))),
    });
  }
  const current = (await setting(tx, 'current'))?.join();
  const shift = (await setting(tx, 'shift')) ?? (await setting(tx, 'closedShiftId')) ?? null;
  const isShiftOver = shift === null || !keys.some((key) => key.join() === current);
  let count = 0;
  if (mayLetGo(chains, { isShiftOver })) {
    for (const key of keys) {
      const all = IDBKeyRange.bound([...key, 0], [...key, Infinity]);
      count += await documents.count(all);
      void documents.delete(all);
    }
  }
  await tx.done;
  if (count === 0) return;
  /* This window hears it as well as the others, and reads anew. */
  const tabs = new BroadcastChannel('phien-till');
  tabs.postMessage('let go');
  tabs.close();
}
