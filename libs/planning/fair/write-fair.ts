import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Booth } from '../plan/booth.entity';
import { PlanFeature } from '../plan/plan-feature.entity';
import { PublishedPlan } from '../plan-draft/published-plan.entity';
import { documentOf, type FairPlan } from '../plan/plan.rules';
import { Zone } from '../plan/zone.entity';
import { FairDay } from './fair-day.entity';
import { Fair, type FairState } from './fair.entity';

export interface FairDraft {
  code: string;
  nameVi: string;
  nameEn: string;
  venueVi: string;
  venueEn: string;
  state: FairState;
  isDemo: boolean;
  days: readonly string[];
  /** Local, of every day. */
  hours?: { opensAt: string; closesAt: string };
  closingGraceMinutes?: number;
  /** Said of every day's hours. */
  noteVi: string;
  noteEn: string;
  plan: FairPlan;
  /** Whose plan it is, for the first of its published versions; nobody's of an invented fair. */
  publishedBy?: string;
  createdAt: Date;
}

/** Opening hours of a new fair, until its organizers set others. */
export const USUAL_HOURS = { opensAt: '08:00', closesAt: '22:00' };

/** Writes a fair in Vietnam with its days and its plan; answers its id and its booths' ids by code. */
export async function writeFair(
  em: EntityManager,
  draft: FairDraft,
): Promise<{ fairId: string; boothIds: ReadonlyMap<string, string> }> {
  const { plan, publishedBy, days, hours = USUAL_HOURS, noteVi, noteEn, ...fair } = draft;
  const fairId = newId();
  await em.insert(Fair, {
    ...fair,
    id: fairId,
    timeZone: 'Asia/Ho_Chi_Minh',
    hallWidthCm: plan.hallWidthCm,
    hallDepthCm: plan.hallDepthCm,
  });
  await em.insert(
    FairDay,
    days.map((day) => ({ fairId, day, ...hours, noteVi, noteEn })),
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
