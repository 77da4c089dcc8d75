import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlanFeature } from './plan-feature.entity';
import { PlanFeatureDto } from './plan.dto';

/** Aisles, gates, exits, the stage and the words of a fair's plan. */
@Injectable()
export class ListFeatures {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<PlanFeatureDto[]> {
    const features = await this.source
      .getRepository(PlanFeature)
      .find({ where: { fairId }, order: { kind: 'ASC', id: 'ASC' } });
    return features.map(({ id, kind, nameVi, nameEn, xCm, yCm, widthCm, depthCm }) => ({
      id,
      kind,
      nameVi,
      nameEn,
      xCm,
      yCm,
      widthCm,
      depthCm,
    }));
  }
}
