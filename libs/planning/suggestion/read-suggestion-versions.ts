import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How much was ever told about the suggestions of some fairs; 0 where none was asked for. */
@Injectable()
export class ReadSuggestionVersions {
  constructor(private readonly source: DataSource) {}

  async run(fairIds: readonly string[]): Promise<{ fairId: string; version: number }[]> {
    const rows = await this.source.query<{ fairId: string; version: number }[]>(
      `SELECT fair_id AS "fairId", sum(news)::integer AS version FROM suggestion
        WHERE fair_id = ANY($1) GROUP BY fair_id`,
      [fairIds],
    );
    const versions = new Map(rows.map(({ fairId, version }) => [fairId, version]));
    return fairIds.map((fairId) => ({ fairId, version: versions.get(fairId) ?? 0 }));
  }
}
