import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from '../exhibitor/find-kept-exhibitor';
import { firstOf } from '../form/field-faults.rules';
import { fairDays } from '../product/describe-products';
import { DossierItem } from './dossier-item.entity';
import { DossierKind } from './dossier-kind.entity';
import type { AddDossierItemDto, DossierDto } from './dossier.dto';
import { dossierFull, dossierItemIdTaken, dossierKindNotFound } from './dossier.refusals';
import { faultsOfItem, itemAsKept } from './dossier.rules';
import { readDossier } from './read-dossiers';

/** Of one exhibitor: with its file each is bounded, so that all of a fair are. */
const MOST_ITEMS = 30;

/**
 * Puts a paper into the dossier of an exhibitor that the caller keeps; twice is once. Refuses
 * `exhibitor_not_found`, what is wrong with a field, `dossier_kind_not_found`, `dossier_item_id_taken`,
 * `dossier_full`.
 */
@Injectable()
export class AddDossierItem {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    { fairId, exhibitorId }: { fairId: string; exhibitorId: string },
    wanted: AddDossierItemDto,
  ): Promise<DossierDto> {
    const { manager } = this.source;
    const exhibitor = await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    const now = this.clock.now();
    const { today } = await fairDays(manager, fairId, now);
    const said = itemAsKept(wanted);
    const refusal = firstOf(faultsOfItem(said, today));
    if (refusal) throw refusal;
    const { id, kindId } = wanted;
    return inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      if (!(await isThere(em, { fairId, exhibitorId, id, kindId, ...said }))) {
        const kind = isId(kindId)
          ? await em.findOneBy(DossierKind, { fairId, id: kindId, retiredAt: IsNull() })
          : null;
        if (kind === null) throw dossierKindNotFound();
        const count = await em.countBy(DossierItem, { fairId, exhibitorId, removedAt: IsNull() });
        if (count >= MOST_ITEMS) throw dossierFull(MOST_ITEMS);
        await em.insert(DossierItem, {
          fairId,
          id,
          exhibitorId,
          kindId,
          ...said,
          addedBy: caller.accountId,
          addedAt: now,
        });
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'dossier_item_added',
          subjectId: id,
          detail: { exhibitorId, kindId, kindNameVi: kind.nameVi, ...said },
        });
      }
      return readDossier(em, { fairId, exhibitorId }, now);
    });
  }
}

type Wanted = Pick<DossierItem, 'fairId' | 'exhibitorId' | 'id' | 'kindId'> &
  ReturnType<typeof itemAsKept>;

/* Refuses an id that stands for something else. */
async function isThere(em: EntityManager, wanted: Wanted): Promise<boolean> {
  const before = await em.findOneBy(DossierItem, { fairId: wanted.fairId, id: wanted.id });
  if (before === null) return false;
  const isSame = (Object.keys(wanted) as (keyof Wanted)[]).every(
    (field) => before[field] === wanted[field],
  );
  if (!isSame || before.removedAt !== null) throw dossierItemIdTaken();
  return true;
}
