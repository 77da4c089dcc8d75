import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Booth } from '../plan/booth.entity';
import { PlanFeature } from '../plan/plan-feature.entity';
import type { FairPlan } from '../plan/plan.rules';
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
  createdAt: Date;
}

/** Opening hours of a new fair, until its organizers set others. */
export const USUAL_HOURS = { opensAt: '08:00', closesAt: '22:00' };

/** Writes a fair in Vietnam with its days and its plan; answers its id and its booths' ids by code. */
export async function writeFair(
  em: EntityManager,
  draft: FairDraft,
): Promise<{ fairId: string; boothIds: ReadonlyMap<string, string> }> {
  const { plan, days, hours = USUAL_HOURS, noteVi, noteEn, ...fair } = draft;
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
  const zones = plan.zones.map((zone) => ({ ...zone, fairId, id: newId() }));
  await em.insert(Zone, zones);
  const zoneIds = new Map(zones.map(({ code, id }) => [code, id]));
  const booths = plan.booths.map(({ zoneCode, ...booth }) => ({
    ...booth,
    fairId,
    id: newId(),
    zoneId: zoneIds.get(zoneCode),
  }));
  await em.insert(Booth, booths);
  await em.insert(
    PlanFeature,
    plan.features.map((feature) => ({ ...feature, fairId, id: newId() })),
  );
  return { fairId, boothIds: new Map(booths.map(({ code, id }) => [code, id])) };
}
