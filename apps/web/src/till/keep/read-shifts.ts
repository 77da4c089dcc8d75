import { reading, setting } from './keep';
import type { Keep } from './keep';
import { readAll } from './read-till';
import type { IssuedDocument } from './read-till';

/** The closed shifts of this phone at its booth, newest first, each with all of its documents. */
export async function readClosedShifts(keep: Keep): Promise<IssuedDocument[][]> {
  const tx = reading(keep);
  const current = await setting(tx, 'current');
  if (!current) return [];
  const [registerId] = current;
  const byShift = tx.objectStore('documents').index('byShift');
  const shifts: IssuedDocument[][] = [];
  const everyShift = IDBKeyRange.bound([registerId], [registerId, []]);
  let at = await byShift.openKeyCursor(everyShift, 'nextunique');
  while (at) {
    const documents = readAll(await byShift.getAll(at.key));
    if (documents.at(-1)?.kind === 'shift_close') shifts.push(documents);
    at = await at.continue();
  }
  const closedAt = (documents: IssuedDocument[]) => documents.at(-1)?.content.at ?? '';
  return shifts.sort((a, b) => closedAt(b).localeCompare(closedAt(a)));
}
