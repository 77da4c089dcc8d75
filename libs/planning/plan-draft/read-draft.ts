import { fairNotFound } from '@phien/identity';
import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import { PlanFeature } from '../plan/plan-feature.entity';
import { USUAL_LEAST_AISLE_CM, type PlanDocument } from '../plan/plan.rules';
import { Zone } from '../plan/zone.entity';
import { PlanDraft } from './plan-draft.entity';
import { PublishedPlan } from './published-plan.entity';

/** What is published, as the rows say that everything else reads. */
export interface PublishedNow {
  fair: Fair;
  version: number;
  publishedAt: Date;
  plan: PlanDocument;
}

/** What is published now; a fair that never published has its version 1 from the day it was made. */
export async function readPublished(em: EntityManager, fairId: string): Promise<PublishedNow> {
  const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
  if (!fair) throw fairNotFound();
  const [zones, booths, features, last] = [
    await em.find(Zone, { where: { fairId }, order: { code: 'ASC' } }),
    await em.find(Booth, { where: { fairId }, order: { code: 'ASC' } }),
    await em.find(PlanFeature, { where: { fairId }, order: { kind: 'ASC', id: 'ASC' } }),
    await em.findOne(PublishedPlan, { where: { fairId }, order: { version: 'DESC' } }),
  ];
  return {
    fair,
    version: last?.version ?? 1,
    publishedAt: last?.publishedAt ?? fair.createdAt,
    plan: {
      hallWidthCm: fair.hallWidthCm,
      hallDepthCm: fair.hallDepthCm,
      leastAisleCm: last?.document.leastAisleCm ?? USUAL_LEAST_AISLE_CM,
      zones: zones.map(withoutFair),
      booths: booths.map((booth) => {
        const { note, ...drawn } = withoutFair(booth);
        return note === null ? drawn : { ...drawn, note };
      }),
      features: features.map(withoutFair),
    },
  };
}

const withoutFair = <Row extends { fairId: string }>({ fairId: _, ...row }: Row) => row;

/** The draft under its version; 0 and what is published while nothing was drawn. */
export async function readDraft(
  em: EntityManager,
  fairId: string,
  published: PublishedNow,
): Promise<{ version: number; plan: PlanDocument }> {
  const draft = await em.findOneBy(PlanDraft, { fairId });
  return draft
    ? { version: draft.version, plan: draft.document }
    : { version: 0, plan: published.plan };
}
