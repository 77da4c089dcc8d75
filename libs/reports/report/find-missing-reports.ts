import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReportOrder } from '../closing/report-orders';

/** Closed days without their end-of-day file in Vietnamese, the oldest closing first. */
@Injectable()
export class FindMissingReports {
  constructor(private readonly source: DataSource) {}

  run(): Promise<ReportOrder[]> {
    return this.source.query<ReportOrder[]>(
      `SELECT c.fair_id AS "fairId", c.day, c.revision FROM closing c
        WHERE NOT EXISTS (SELECT 1 FROM report r
          WHERE r.fair_id = c.fair_id AND r.day = c.day AND r.revision = c.revision
            AND r.kind = 'end_of_day' AND r.language = 'vi' AND r.format = 'pdf')
        ORDER BY c.closed_at, c.fair_id, c.day, c.revision
        LIMIT 500`,
    );
  }
}
