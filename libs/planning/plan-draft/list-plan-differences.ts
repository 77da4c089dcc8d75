import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { faultsOfPlan } from '../plan/plan-faults.rules';
import { whyNotPublished } from './check-publication';
import { differenceTold, faultTold } from './describe-draft';
import { differencesOf } from './plan-changes.rules';
import { PlanDifferencesDto } from './plan-draft.dto';
import { readDraft, readPublished } from './read-draft';

/** What publishing the draft would change, and the first thing that speaks against it. */
@Injectable()
export class ListPlanDifferences {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<PlanDifferencesDto> {
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const published = await readPublished(em, fairId);
      const { version, plan } = await readDraft(em, fairId, published);
      const refused = await whyNotPublished(em, published, plan);
      return {
        version,
        publishedVersion: published.version,
        differences: differencesOf(published.plan, plan).map(differenceTold),
        faults: faultsOfPlan(plan).map(faultTold),
        refusedCode: refused?.code ?? null,
        refusedVi: refused?.sentence.vi ?? null,
        refusedEn: refused?.sentence.en ?? null,
      };
    });
  }
}
