import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { makesItself, REPORT_NAMES, type ReportFile } from './report.rules';

const namesThatMakeThemselves = REPORT_NAMES.filter(makesItself);

/**
 * Files that should be there and are not, the oldest closing first: those every revision gets by
 * itself, and those someone asked for. One that failed waits ten minutes for its next try, or for a
 * person who asks again.
 */
@Injectable()
export class FindMissingReports {
  constructor(private readonly source: DataSource) {}

  run(): Promise<ReportFile[]> {
    return this.source.query<ReportFile[]>(
      `SELECT c.fair_id AS "fairId", c.day, c.revision, n.kind, n.language, n.format
         FROM closing c
         CROSS JOIN LATERAL (
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS x (kind, language, format)
           UNION SELECT w.kind, w.language, w.format FROM wanted_report w
            WHERE w.fair_id = c.fair_id AND w.day = c.day AND w.revision = c.revision) n
        WHERE NOT EXISTS (SELECT 1 FROM report r
                WHERE r.fair_id = c.fair_id AND r.day = c.day AND r.revision = c.revision
                  AND r.kind = n.kind AND r.language = n.language AND r.format = n.format)
          AND NOT EXISTS (SELECT 1 FROM wanted_report w
                WHERE w.fair_id = c.fair_id AND w.day = c.day AND w.revision = c.revision
                  AND w.kind = n.kind AND w.language = n.language AND w.format = n.format
                  AND w.failed_code IS NOT NULL AND w.tried_at > now() - interval '10 minutes')
        ORDER BY c.closed_at, c.fair_id, c.day, c.revision, n.language DESC, n.format
        LIMIT 500`,
      [
        namesThatMakeThemselves.map(({ kind }) => kind),
        namesThatMakeThemselves.map(({ language }) => language),
        namesThatMakeThemselves.map(({ format }) => format),
      ],
    );
  }
}
