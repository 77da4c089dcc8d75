import { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Exhibitor } from './exhibitor.entity';
import { exhibitorNotFound } from './exhibitor.refusals';
import { exhibitorsKeptBy } from './own-exhibitors.rules';

/** An exhibitor that the caller keeps; anyone else's is as if it did not exist. */
export async function findKeptExhibitor(
  em: EntityManager,
  caller: Caller,
  fairId: string,
  exhibitorId: string,
): Promise<Exhibitor> {
  const kept = exhibitorsKeptBy(caller, fairId);
  const isTheirs = isId(exhibitorId) && (kept === null || kept.includes(exhibitorId));
  if (!isTheirs) throw exhibitorNotFound();
  const exhibitor = await em.findOneBy(Exhibitor, { fairId, id: exhibitorId });
  if (!exhibitor) throw exhibitorNotFound();
  return exhibitor;
}

/**
 * Holds the exhibitor's row to the end of the transaction, so that its products are changed one
 * after the other: two of them cannot take one barcode, or the last place in its catalogue, at once.
 * Sales, which only point at the row, do not wait for it. Refuses `exhibitor_not_found` when it was
 * merged into another a moment ago.
 */
export async function holdExhibitor(em: EntityManager, exhibitor: Exhibitor): Promise<void> {
  const { fairId, id } = exhibitor;
  const held = await em.findOne(Exhibitor, {
    where: { fairId, id },
    lock: { mode: 'for_no_key_update' },
  });
  if (held === null) throw exhibitorNotFound();
}
