import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReportDto } from './report.dto';

interface Row extends Omit<ReportDto, 'closedAt' | 'madeAt' | 'state' | 'file'> {
  closedAt: Date;
  madeAt: Date | null;
}

/** The end-of-day reports of a fair, the newest first: those stored, and those on their way. */
@Injectable()
export class ListReports {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<ReportDto[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT c.day, c.revision, coalesce(r.kind, 'end_of_day') AS kind,
              coalesce(r.language, 'vi') AS language, coalesce(r.format, 'pdf') AS format,
              c.is_complete AS "isComplete", c.closed_at AS "closedAt",
              encode(r.sha256, 'hex') AS sha256, octet_length(r.bytes) AS "sizeBytes",
              r.made_at AS "madeAt"
         FROM closing c
         LEFT JOIN report r ON r.fair_id = c.fair_id AND r.day = c.day AND r.revision = c.revision
        WHERE c.fair_id = $1
        ORDER BY c.day DESC, c.revision DESC, r.kind, r.language DESC, r.format`,
      [fairId],
    );
    return rows.map((row) => ({
      ...row,
      state: row.madeAt === null ? 'pending' : 'ready',
      file: `${row.kind}.${row.language}.${row.format}`,
      closedAt: row.closedAt.toISOString(),
      madeAt: row.madeAt?.toISOString() ?? null,
    }));
  }
}
