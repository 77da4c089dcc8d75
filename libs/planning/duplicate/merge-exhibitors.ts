import { Injectable } from '@nestjs/common';
import { moveExhibitorPeople, recordAudit, type Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction, sqlState } from '@phien/store';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { DossierItem } from '../dossier/dossier-item.entity';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { PaymentAccount } from '../exhibitor/payment-account.entity';
import { MOST_PRODUCTS } from '../product/check-product';
import { Product } from '../product/product.entity';
import { catalogueFull } from '../product/product.refusals';
import type { MergeDto, MergeExhibitorsDto } from './duplicate.dto';
import { exhibitorHeld, mergedVatDiffers, mergedWithItself } from './duplicate.refusals';
import { soldTwice } from './duplicates.rules';
import { ExhibitorMerge, type MergeMoves } from './exhibitor-merge.entity';
import { ExhibitorsApart } from './exhibitors-apart.entity';
import { readMerges } from './read-merges';
import { whatHolds } from './what-holds';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Makes one exhibitor of two: the kept one takes over the products, the people, the dossier and the
 * account to be paid to of the other, and of its row what it does not say itself; the other goes. Where
 * it comes from and its delegation are the kept one's: sums stand on them. What both sell is taken out
 * of the catalogue once. Nothing takes a merge back; the same again is once. Refuses
 * `merged_with_itself`, `exhibitor_not_found`, `exhibitor_held`, `merged_vat_differs`, `catalogue_full`.
 */
@Injectable()
export class MergeExhibitors {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    { fairId, exhibitorId: keptId }: { fairId: string; exhibitorId: string },
    { mergedId }: MergeExhibitorsDto,
  ): Promise<MergeDto> {
    if (!isId(keptId) || !isId(mergedId)) throw exhibitorNotFound();
    if (keptId === mergedId) throw mergedWithItself();
    const { told, moved } = await inTransaction(this.source, async (em) => {
      let moved: number | null = null;
      /* Alone: what comes to point at the one that goes waits, and then finds it gone. */
      const both = await em.find(Exhibitor, {
        where: { fairId, id: In([keptId, mergedId]) },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const earlier = await em.findOneBy(ExhibitorMerge, { fairId, mergedId, keptId });
      if (!earlier) {
        const kept = both.find(({ id }) => id === keptId);
        const merged = both.find(({ id }) => id === mergedId);
        if (!kept || !merged) throw exhibitorNotFound();
        await this.merge(em, caller, { kept, merged });
        moved = await raisePlanVersion(em, fairId);
      }
      const [told] = await readMerges(em, fairId, mergedId);
      if (!told) throw exhibitorNotFound();
      return { told, moved };
    });
    if (moved !== null) this.bell.ring(fairId, moved);
    return told;
  }

  private async merge(
    em: EntityManager,
    { accountId }: Caller,
    { kept, merged }: { kept: Exhibitor; merged: Exhibitor },
  ): Promise<void> {
    const { fairId } = kept;
    const holders = (await whatHolds(em, fairId, [merged.id])).get(merged.id);
    if (holders) throw exhibitorHeld(merged.name, holders);
    const now = this.clock.now();
    const moved: MergeMoves = {
      ...(await moveProducts(em, { kept, merged, now })),
      people: await moveExhibitorPeople(em, { fairId, fromId: merged.id, toId: kept.id }),
      paymentAccount: await movePaymentAccount(em, { kept, merged }),
      dossierItems: await moveDossier(em, { kept, merged }),
    };
    const filled = filledIn(kept, merged);
    if (Object.keys(filled).length > 0) await em.update(Exhibitor, { fairId, id: kept.id }, filled);
    await em.delete(ExhibitorsApart, [
      { fairId, lowId: merged.id },
      { fairId, highId: merged.id },
    ]);
    try {
      await em.delete(Exhibitor, { fairId, id: merged.id });
    } catch (failure) {
      if (sqlState(failure) === FOREIGN_KEY_VIOLATION) throw exhibitorHeld(merged.name, []);
      throw failure;
    }
    const { fairId: _, representative: _who, contactPhone: _phone, ...row } = merged;
    await em.insert(ExhibitorMerge, {
      fairId,
      mergedId: merged.id,
      keptId: kept.id,
      keptName: kept.name,
      mergedName: merged.name,
      merged: row as object,
      moved,
      mergedBy: accountId,
      mergedAt: now,
    });
    await recordAudit(em, {
      fairId,
      accountId,
      action: 'exhibitors_merged',
      subjectId: kept.id,
      detail: { keptName: kept.name, merged: row, moved, filled: Object.keys(filled) },
    });
  }
}

async function moveProducts(
  em: EntityManager,
  { kept, merged, now }: { kept: Exhibitor; merged: Exhibitor; now: Date },
): Promise<Pick<MergeMoves, 'products' | 'productsSoldTwice'>> {
  const { fairId } = kept;
  const sold = (exhibitorId: string) =>
    em.find(Product, {
      where: { fairId, exhibitorId, withdrawnAt: IsNull() },
      select: { id: true, name: true, barcode: true },
    });
  const [here, coming] = [await sold(kept.id), await sold(merged.id)];
  if (coming.length > 0 && kept.paysVat !== merged.paysVat) throw mergedVatDiffers();
  const twice = soldTwice(here, coming);
  if (here.length + coming.length - twice.length > MOST_PRODUCTS)
    throw catalogueFull(MOST_PRODUCTS);
  if (twice.length > 0) {
    await em.update(Product, { fairId, id: In(twice) }, { withdrawnAt: now });
  }
  const { affected } = await em.update(
    Product,
    { fairId, exhibitorId: merged.id },
    { exhibitorId: kept.id },
  );
  return { products: affected ?? 0, productsSoldTwice: twice.length };
}

/* Where both have one, buyers go on paying to that of the kept one. */
async function movePaymentAccount(
  em: EntityManager,
  { kept, merged }: { kept: Exhibitor; merged: Exhibitor },
): Promise<boolean> {
  const { fairId } = kept;
  const from = { fairId, exhibitorId: merged.id };
  if (await em.existsBy(PaymentAccount, { fairId, exhibitorId: kept.id })) {
    await em.delete(PaymentAccount, from);
    return false;
  }
  const { affected } = await em.update(PaymentAccount, from, { exhibitorId: kept.id });
  return affected === 1;
}

/* What was taken out goes along uncounted. */
async function moveDossier(
  em: EntityManager,
  { kept, merged }: { kept: Exhibitor; merged: Exhibitor },
): Promise<number> {
  const from = { fairId: kept.fairId, exhibitorId: merged.id };
  const shown = await em.countBy(DossierItem, { ...from, removedAt: IsNull() });
  await em.update(DossierItem, from, { exhibitorId: kept.id });
  return shown;
}

/** What the kept one does not say and the other does. */
function filledIn(kept: Exhibitor, merged: Exhibitor): Partial<Exhibitor> {
  const fields = ['taxCode', 'formerDistrict', 'representative', 'contactPhone'] as const;
  return Object.fromEntries(
    fields
      .filter((field) => kept[field] === null && merged[field] !== null)
      .map((field) => [field, merged[field]]),
  );
}
