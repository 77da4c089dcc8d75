import { isId } from '@phien/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import { DossierItem } from './dossier-item.entity';
import { dossierItemNotFound } from './dossier.refusals';

/** Where a paper is: in the dossier of an exhibitor. */
export interface DossierPlace {
  fairId: string;
  exhibitorId: string;
  itemId: string;
}

/** A paper that is in the exhibitor's dossier. Refuses `dossier_item_not_found`. */
export async function findDossierItem(
  em: EntityManager,
  { fairId, exhibitorId, itemId }: DossierPlace,
): Promise<DossierItem> {
  const item = isId(itemId)
    ? await em.findOneBy(DossierItem, { fairId, exhibitorId, id: itemId, removedAt: IsNull() })
    : null;
  if (item === null) throw dossierItemNotFound();
  return item;
}
