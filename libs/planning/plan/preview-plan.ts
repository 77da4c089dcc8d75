import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { planNotFound } from '../fair/fair.refusals';
import { FAIR_TEMPLATES, planOfTemplate } from '../fair/fair-template.rules';
import { readPublished } from '../plan-draft/read-draft';
import { PlanPreviewDto } from './plan-preview.dto';
import { templateOf, type FairPlan, type Rectangle } from './plan.rules';

/** The plan of a template by its name, or of a fair that the caller organizes by its id. Refuses `plan_not_found`. */
@Injectable()
export class PreviewPlan {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, of: string): Promise<PlanPreviewDto> {
    const template = FAIR_TEMPLATES.find((each) => each === of);
    return previewOf(template ? planOfTemplate(template) : await this.planOf(caller, of));
  }

  private async planOf({ grants }: Caller, of: string): Promise<FairPlan> {
    if (!grants.some(({ fairId, role }) => fairId === of && role === 'organizer')) {
      throw planNotFound();
    }
    return templateOf((await readPublished(this.source.manager, of)).plan);
  }
}

const placeOf = ({ xCm, yCm, widthCm, depthCm }: Rectangle) => ({ xCm, yCm, widthCm, depthCm });

const previewOf = (plan: FairPlan): PlanPreviewDto => ({
  hallWidthCm: plan.hallWidthCm,
  hallDepthCm: plan.hallDepthCm,
  zones: plan.zones.map(({ code, nameVi, nameEn, kind, ...place }) => ({
    code,
    nameVi,
    nameEn,
    kind,
    ...placeOf(place),
  })),
  booths: plan.booths.map(placeOf),
  features: plan.features.map(({ kind, ...place }) => ({ kind, ...placeOf(place) })),
});
