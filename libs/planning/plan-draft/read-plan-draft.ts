import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { faultsOfPlan } from '../plan/plan-faults.rules';
import type { PlanDocument } from '../plan/plan.rules';
import { soldBoothsOf } from './booth-use';
import { faultTold } from './describe-draft';
import { differencesOf } from './plan-changes.rules';
import { PlanDraftDto, PlanDraftStateDto } from './plan-draft.dto';
import { readDraft, readPublished } from './read-draft';

/** The plan that is being drawn, with what is wrong with it. Refuses `fair_not_found`. */
@Injectable()
export class ReadPlanDraft {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<PlanDraftDto> {
    /* One picture of the draft and of what is published, though somebody saves meanwhile. */
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const published = await readPublished(em, fairId);
      const { version, plan } = await readDraft(em, fairId, published);
      const boothIds = plan.booths.map(({ id }) => id);
      return {
        ...(await stateOfDraft(em, fairId, version, plan, published.plan)),
        plan,
        publishedVersion: published.version,
        publishedAt: published.publishedAt.toISOString(),
        soldBoothIds: [...(await soldBoothsOf(em, fairId, boothIds))],
      };
    });
  }
}

/** How a draft stands: who saved it last, its faults, and how far it is from what is published. */
export async function stateOfDraft(
  em: EntityManager,
  fairId: string,
  version: number,
  plan: PlanDocument,
  published: PlanDocument,
): Promise<PlanDraftStateDto> {
  const [save] = await em.query<{ savedAt: Date; savedBy: string }[]>(
    `SELECT s.saved_at AS "savedAt", a.name AS "savedBy"
       FROM plan_draft_save s JOIN account a ON a.id = s.saved_by
      WHERE s.fair_id = $1 AND s.version = $2`,
    [fairId, version],
  );
  return {
    version,
    savedAt: save?.savedAt.toISOString() ?? null,
    savedBy: save?.savedBy ?? null,
    faults: faultsOfPlan(plan).map(faultTold),
    differenceCount: differencesOf(published, plan).length,
  };
}
