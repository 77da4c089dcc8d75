import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PaperFileName } from './paper.rules';

/**
 * Files of papers that someone waits for, whatever became of the queue. One that failed waits ten
 * minutes for its next try, or for a person who asks again.
 */
@Injectable()
export class FindMissingPapers {
  constructor(private readonly source: DataSource) {}

  run(): Promise<PaperFileName[]> {
    return this.source.query<PaperFileName[]>(
      `SELECT w.fair_id AS "fairId", w.paper_id AS "paperId", w.language, w.format
         FROM wanted_paper w
        WHERE w.failed_code IS NULL OR w.tried_at <= now() - interval '10 minutes'
        ORDER BY w.fair_id, w.paper_id, w.language DESC, w.format
        LIMIT 500`,
    );
  }
}
