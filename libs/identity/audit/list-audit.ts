import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntryDto, AuditPageDto, AuditWantedDto } from './audit.dto';

const A_PAGE = 50;

/** The log of a fair, newest first, a page at a time. */
@Injectable()
export class ListAudit {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, wanted: AuditWantedDto): Promise<AuditPageDto> {
    const limit = wanted.limit ?? A_PAGE;
    const rows = await this.source.query<(Omit<AuditEntryDto, 'at'> & { at: Date })[]>(
      `SELECT e.id, e.at, e.account_id AS "accountId", a.name AS "accountName", e.action,
              e.subject_id AS "subjectId", e.detail AS values
       FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
       WHERE e.fair_id = $1
         AND ($2::text IS NULL OR e.action = $2)
         AND ($3::text IS NULL OR e.subject_id = $3 OR e.detail @> jsonb_build_object('about', jsonb_build_array($3::text)))
         AND ($4::uuid IS NULL OR (e.at, e.id) < (SELECT at, id FROM audit_entry WHERE id = $4 AND fair_id = $1))
       ORDER BY e.at DESC, e.id DESC
       LIMIT $5`,
      [fairId, wanted.action ?? null, wanted.about ?? null, wanted.before ?? null, limit + 1],
    );
    const entries = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    return { entries, next: rows.length > limit ? (entries[limit - 1]?.id ?? null) : null };
  }
}
