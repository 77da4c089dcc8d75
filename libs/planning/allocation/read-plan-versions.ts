import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { PlanVersion } from './plan-version.entity';

/** How far the plans of some fairs have come; 0 where nothing was ever changed. */
@Injectable()
export class ReadPlanVersions {
  constructor(private readonly source: DataSource) {}

  async run(fairIds: readonly string[]): Promise<{ fairId: string; version: number }[]> {
    const rows = await this.source.getRepository(PlanVersion).findBy({ fairId: In([...fairIds]) });
    const versions = new Map(rows.map(({ fairId, version }) => [fairId, version]));
    return fairIds.map((fairId) => ({ fairId, version: versions.get(fairId) ?? 0 }));
  }
}
