import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublishedPlanDto } from './plan-draft.dto';
import { readPublished } from './read-draft';

/** Every plan that was published, the newest first. Refuses `fair_not_found`. */
@Injectable()
export class ListPublishedPlans {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<PublishedPlanDto[]> {
    const { fair, plan } = await readPublished(this.source.manager, fairId);
    const rows = await this.source.query<
      { version: number; publishedAt: Date; publishedBy: string | null; boothCount: number }[]
    >(
      `SELECT p.version, p.published_at AS "publishedAt", a.name AS "publishedBy",
              jsonb_array_length(p.document->'booths') AS "boothCount"
         FROM published_plan p LEFT JOIN account a ON a.id = p.published_by
        WHERE p.fair_id = $1 ORDER BY p.version DESC`,
      [fairId],
    );
    const asMade = {
      version: 1,
      publishedAt: fair.createdAt,
      publishedBy: null,
      boothCount: plan.booths.length,
    };
    return (rows.length > 0 ? rows : [asMade]).map((row) => ({
      ...row,
      publishedAt: row.publishedAt.toISOString(),
    }));
  }
}
