import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Booth } from '../plan/booth.entity';
import { PlanFeature } from '../plan/plan-feature.entity';
import { PublishedPlan } from '../plan-draft/published-plan.entity';
import { documentOf, type FairPlan } from '../plan/plan.rules';
import { Zone } from '../plan/zone.entity';
import { FairDay } from './fair-day.entity';
import type { FairKind } from './fair-kind.rules';
import { flagsOfKind, type ScheduledDay } from './fair-schedule.rules';
import type { FairState } from './fair-state.rules';
import { Fair } from './fair.entity';

export interface FairDraft {
  code: string;
  nameVi: string;
  nameEn: string;
  venueVi: string;
  venueEn: string;
  state: FairState;
  isDemo: boolean;
  /** A new one unless told. */
  id?: string;
  kind?: FairKind;
  series?: string;
  hasOpenEnd?: boolean;
  /** Asia/Ho_Chi_Minh unless told. */
  timeZone?: string;
  dayCutMinutes?: number;
  closingGraceMinutes?: number;
  schedule: readonly ScheduledDay[];
  plan: FairPlan;
  /** Whose plan it is, for the first of its published versions; nobody's of an invented fair. */
  publishedBy?: string;
  createdAt: Date;
}

/** Writes a fair with its days and its plan; answers its id and its booths' ids by code. */
export async function writeFair(
  em: EntityManager,
  draft: FairDraft,
): Promise<{ fairId: string; boothIds: ReadonlyMap<string, string> }> {
  const { plan, publishedBy, schedule, id: fairId = newId(), ...fair } = draft;
  await em.insert(Fair, {
    timeZone: 'Asia/Ho_Chi_Minh',
    ...fair,
    id: fairId,
    hallWidthCm: plan.hallWidthCm,
    hallDepthCm: plan.hallDepthCm,
  });
  await em.insert(
    FairDay,
    schedule.map((day) => rowOfDay(fairId, day)),
  );
  const document = documentOf(plan, newId);
  const ofFair = <Item extends object>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, fairId }));
  if (document.zones.length > 0) await em.insert(Zone, ofFair(document.zones));
  if (document.booths.length > 0) await em.insert(Booth, ofFair(document.booths));
  if (document.features.length > 0) await em.insert(PlanFeature, ofFair(document.features));
  await em.insert(PublishedPlan, {
    fairId,
    version: 1,
    document,
    publishedBy,
    publishedAt: fair.createdAt,
  });
  return { fairId, boothIds: new Map(document.booths.map(({ code, id }) => [code, id])) };
}

/** A scheduled day as its row. */
export const rowOfDay = (fairId: string, { kind, ...day }: ScheduledDay) => ({
  fairId,
  ...day,
  ...flagsOfKind(kind),
});
