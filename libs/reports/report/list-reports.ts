import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReportDto, ReportState } from './report.dto';
import { makesItself, REPORT_NAMES, reportFileName, type ReportFile } from './report.rules';

interface Row extends Omit<ReportDto, 'closedAt' | 'madeAt' | 'state' | 'file'> {
  closedAt: Date;
  madeAt: Date | null;
  isWanted: boolean;
}

/** The files of a fair's closed days, the newest first: those stored, on their way, and possible. */
@Injectable()
export class ListReports {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<ReportDto[]> {
    return this.read(fairId, null);
  }

  /** One file; undefined when the day has no such revision. */
  async one({ fairId, ...wanted }: ReportFile): Promise<ReportDto | undefined> {
    const files = await this.read(fairId, wanted.day);
    return files.find(
      ({ revision, file }) => revision === wanted.revision && file === reportFileName(wanted),
    );
  }

  private async read(fairId: string, day: string | null): Promise<ReportDto[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT c.day, c.revision, n.kind, n.language, n.format, w.percent,
              w.failed_code AS "failedCode", w.fair_id IS NOT NULL AS "isWanted",
              c.is_complete AS "isComplete", c.closed_at AS "closedAt",
              encode(r.sha256, 'hex') AS sha256, octet_length(r.bytes) AS "sizeBytes",
              r.made_at AS "madeAt"
         FROM closing c
         CROSS JOIN unnest($3::text[], $4::text[], $5::text[])
                WITH ORDINALITY AS n (kind, language, format, at)
         LEFT JOIN report r ON r.fair_id = c.fair_id AND r.day = c.day AND r.revision = c.revision
               AND r.kind = n.kind AND r.language = n.language AND r.format = n.format
         LEFT JOIN wanted_report w ON w.fair_id = c.fair_id AND w.day = c.day
               AND w.revision = c.revision AND w.kind = n.kind AND w.language = n.language
               AND w.format = n.format
        WHERE c.fair_id = $1 AND ($2::date IS NULL OR c.day = $2)
        ORDER BY c.day DESC, c.revision DESC, n.at`,
      [
        fairId,
        day,
        REPORT_NAMES.map(({ kind }) => kind),
        REPORT_NAMES.map(({ language }) => language),
        REPORT_NAMES.map(({ format }) => format),
      ],
    );
    return rows.map(({ isWanted, ...row }) => {
      const isReady = row.madeAt !== null;
      return {
        ...row,
        state: stateOf(row, isWanted),
        percent: isReady ? null : row.percent,
        failedCode: isReady ? null : row.failedCode,
        file: reportFileName(row),
        closedAt: row.closedAt.toISOString(),
        madeAt: row.madeAt?.toISOString() ?? null,
      };
    });
  }
}

function stateOf(row: Omit<Row, 'isWanted'>, isWanted: boolean): ReportState {
  if (row.madeAt !== null) return 'ready';
  if (row.failedCode !== null) return 'failed';
  if (row.percent !== null) return 'making';
  return isWanted || makesItself(row) ? 'waiting' : 'absent';
}
