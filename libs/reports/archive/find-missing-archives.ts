import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ArchiveToMake } from '../report/report-queue';

/**
 * Archives that someone waits for, whatever became of the queue. One that failed waits ten minutes for
 * its next try, or for a person who asks again.
 */
@Injectable()
export class FindMissingArchives {
  constructor(private readonly source: DataSource) {}

  run(): Promise<ArchiveToMake[]> {
    return this.source.query<ArchiveToMake[]>(
      `SELECT fair_id AS "archiveOf" FROM wanted_archive
        WHERE failed_code IS NULL OR tried_at <= now() - interval '10 minutes' ORDER BY fair_id`,
    );
  }
}
