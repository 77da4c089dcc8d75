import type { Refusal } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { fairPlanIsFixed } from '../fair/fair.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { faultsOfPlan } from '../plan/plan-faults.rules';
import type { PlanDocument } from '../plan/plan.rules';
import { idsInUse, soldBoothsOf } from './booth-use';
import { differencesOf } from './plan-changes.rules';
import {
  boothsInUse,
  boothsKeepHistory,
  planHasFaults,
  planUnchanged,
  zonesInUse,
} from './plan-draft.refusals';
import type { PublishedNow } from './read-draft';

/**
 * Why a draft cannot be published as it is, or null: the fair is over, nothing differs, a fault that
 * blocks, a booth or zone taken away from which something hangs, a booth that has sold renamed,
 * resized or put into another zone. In this order.
 */
export async function whyNotPublished(
  em: EntityManager,
  { fair, plan: published }: PublishedNow,
  draft: PlanDocument,
): Promise<Refusal | null> {
  if (!FAIR_STATE_RULES[fair.state].changesPlan) return fairPlanIsFixed();
  if (differencesOf(published, draft).length === 0) return planUnchanged();

  const blocking = faultsOfPlan(draft).filter(({ isBlocking }) => isBlocking);
  const [first] = blocking;
  if (first) return planHasFaults(first.sentence, blocking.length);

  const kept = new Map(draft.booths.map((booth) => [booth.id, booth]));
  const goneBooths = published.booths.filter(({ id }) => !kept.has(id));
  const held = await idsInUse(em, 'booth', fair.id, idsOf(goneBooths));
  if (held.size > 0) return boothsInUse(codesOf(goneBooths, held));

  const changed = published.booths.filter((was) => {
    const now = kept.get(was.id);
    return (
      now &&
      (now.code !== was.code ||
        now.zoneId !== was.zoneId ||
        now.widthCm !== was.widthCm ||
        now.depthCm !== was.depthCm)
    );
  });
  const sold = await soldBoothsOf(em, fair.id, idsOf(changed));
  if (sold.size > 0) return boothsKeepHistory(codesOf(changed, sold));

  const keptZones = new Set(idsOf(draft.zones));
  const goneZones = published.zones.filter(({ id }) => !keptZones.has(id));
  const tended = await idsInUse(em, 'zone', fair.id, idsOf(goneZones));
  if (tended.size > 0) return zonesInUse(codesOf(goneZones, tended));
  return null;
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

const codesOf = (items: readonly { id: string; code: string }[], of: ReadonlySet<string>) =>
  items.filter(({ id }) => of.has(id)).map(({ code }) => code);
