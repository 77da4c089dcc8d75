import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { recordAudits, type Caller, type Deed } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Fair } from '../fair/fair.entity';
import { changesBetween } from '../product/product-changes.rules';
import { Product } from '../product/product.entity';
import { seenOf } from './describe-draft.rules';
import { judgeRoster } from './judge-roster.rules';
import { planTaking, type TakingPlan } from './plan-taking.rules';
import { findDraft } from './read-roster-draft';
import { readWorld } from './read-world';
import { RosterDraft, type RosterResult } from './roster-draft.entity';
import { RosterTakenDto, TakeRosterDto } from './roster.dto';
import { rosterChanged, rosterChoiceUnknown, rosterTakenOtherwise } from './roster.refusals';

/**
 * Writes of a list what a person chose, in one transaction: all or nothing. Taken twice with the same
 * choices it is once, and answers the first result. Refuses `roster_draft_not_found`,
 * `roster_taken_otherwise`, `roster_changed` when the fair is not what the preview showed any more, and
 * `roster_choice_unknown`.
 */
@Injectable()
export class TakeRoster {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    { fairId, draftId }: { fairId: string; draftId: string },
    { seen, left = [], doubtful = [] }: TakeRosterDto,
  ): Promise<RosterTakenDto> {
    const now = this.clock.now();
    const { taken, moved } = await inTransaction(this.source, async (em) => {
      /* One list of a fair is taken after the other. */
      await em.findOne(Fair, {
        select: { id: true },
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      const draft = await findDraft(em, caller, { fairId, id: draftId });
      const takenAs = hashOf({ left, doubtful });
      if (draft.rows === null) {
        if (draft.result === null || !draft.takenAs?.equals(takenAs)) throw rosterTakenOtherwise();
        return { taken: draft.result, moved: null };
      }
      const judged = await judgeRoster(draft.rows.rows, await readWorld(em, fairId, now));
      if (seenOf(judged) !== seen) throw rosterChanged();
      const plan = planTaking(judged, { left, doubtful });
      if (plan === null) throw rosterChoiceUnknown();
      const result = await writePlan(em, { caller, draft }, plan);
      await em.update(
        RosterDraft,
        { fairId, id: draftId },
        {
          rows: null,
          takenBy: caller.accountId,
          takenAt: now,
          takenAs,
          result,
        },
      );
      return { taken: result, moved: await raisePlanVersion(em, fairId) };
    });
    if (moved !== null) this.bell.ring(fairId, moved);
    return taken;
  }
}

function hashOf({ left, doubtful }: Required<Pick<TakeRosterDto, 'left' | 'doubtful'>>): Buffer {
  const choices = {
    left: left.toSorted((one, other) => one - other),
    doubtful: doubtful
      .map(({ at, as }) => ({ at, as }))
      .toSorted((one, other) => one.at - other.at),
  };
  return createHash('sha256').update(JSON.stringify(choices)).digest();
}

interface Taking {
  caller: Caller;
  draft: RosterDraft;
}

async function writePlan(
  em: EntityManager,
  { caller, draft }: Taking,
  plan: TakingPlan,
): Promise<RosterResult> {
  const { fairId, id: rosterId } = draft;
  const deeds: Deed[] = [];
  const tell = (action: string, subjectId: string, detail: object) =>
    deeds.push({
      fairId,
      accountId: caller.accountId,
      action,
      subjectId,
      detail: { ...detail, rosterId },
    });

  const idOf = new Map(plan.addedExhibitors.map(({ at }) => [at, newId()]));
  const exhibitors = plan.addedExhibitors.map(({ at, exhibitor }) => ({
    ...exhibitor,
    fairId,
    id: idOf.get(at) ?? newId(),
    isDemo: false,
  }));
  await insertAll(em, Exhibitor, exhibitors);
  for (const { fairId: _fair, id, isDemo: _demo, ...added } of exhibitors) {
    tell('exhibitor_added', id, withoutContact(added));
  }
  for (const { id, before, after } of plan.changedExhibitors) {
    const { name, kind, taxCode, paysVat, formerDistrict } = after;
    const { representative, contactPhone } = after;
    const said = { name, kind, taxCode, paysVat, formerDistrict };
    await em.update(Exhibitor, { fairId, id }, { ...said, representative, contactPhone });
    tell('exhibitor_changed', id, {
      before: {
        name: before.name,
        kind: before.kind,
        taxCode: before.taxCode,
        paysVat: before.paysVat,
        formerDistrict: before.formerDistrict,
      },
      after: said,
      isContactChanged:
        before.representative !== representative || before.contactPhone !== contactPhone,
    });
  }
  const products = plan.addedProducts.map(({ seller, product }) => ({
    ...product,
    fairId,
    id: newId(),
    exhibitorId: 'id' in seller ? seller.id : (idOf.get(seller.at) ?? ''),
    isDemo: false,
    withdrawnAt: null,
  }));
  await insertAll(em, Product, products);
  for (const { id, exhibitorId, name, priceVnd, star } of products) {
    tell('product_added', id, { exhibitorId, name, priceVnd, star });
  }
  for (const { id, exhibitorId, before, after } of plan.changedProducts) {
    await em.update(Product, { fairId, id }, after);
    const changes = changesBetween(before, after);
    tell('product_changed', id, { exhibitorId, name: after.name, changes });
  }
  const result = {
    addedExhibitors: plan.addedExhibitors.length,
    changedExhibitors: plan.changedExhibitors.length,
    addedProducts: plan.addedProducts.length,
    changedProducts: plan.changedProducts.length,
  };
  const { name, sha256, copiedFrom } = draft;
  tell('roster_taken', rosterId, {
    name,
    sha256: sha256?.toString('hex') ?? null,
    copiedFrom,
    ...result,
  });
  await recordAudits(em, deeds);
  return result;
}

const withoutContact = ({
  representative: _name,
  contactPhone: _phone,
  ...rest
}: Omit<Exhibitor, 'fairId' | 'id' | 'isDemo'>) => rest;

/* A statement takes 65,535 values. */
const ROWS_AT_ONCE = 1_000;

async function insertAll<Row extends ObjectLiteral>(
  em: EntityManager,
  table: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await em.insert(table, rows.slice(from, from + ROWS_AT_ONCE));
  }
}
