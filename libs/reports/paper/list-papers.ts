import { Injectable } from '@nestjs/common';
import { boothMoneyVisible } from '@phien/dashboard';
import { type Caller, callerRoles } from '@phien/identity';
import { exhibitorsKeptBy, Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { ReportState } from '../report/report.dto';
import type { ReportLanguage } from '../report/report.rules';
import { REPORT_LANGUAGES } from '../report/report.rules';
import type { PaperDayDto, PaperDto, PaperFileDto, PapersQuery } from './paper.dto';
import {
  formatsOf,
  isOfExhibitor,
  paperFileName,
  PAPER_KINDS,
  type PaperFormat,
  type PaperKind,
} from './paper.rules';

const SHOWN = 200;

/** Which papers of a fair a caller may read: of these kinds, and of these exhibitors alone unless null. */
export interface ReadablePapers {
  kinds: PaperKind[];
  exhibitorIds: string[] | null;
}

interface Row extends Omit<PaperDto, 'asOf' | 'files'> {
  asOf: Date;
}

interface FileRow {
  paperId: string;
  language: ReportLanguage;
  format: PaperFormat;
  sha256: string | null;
  sizeBytes: number | null;
  madeAt: Date | null;
  isWanted: boolean;
  percent: number | null;
  failedCode: string | null;
}

/**
 * Papers of a fair that the caller may read, the newest first. Organizers read all; an exhibitor its
 * own; an official those that tell the money of single booths only where the fair lets it.
 */
@Injectable()
export class ListPapers {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, asked: PapersQuery): Promise<PaperDto[]> {
    const readable = await this.readable(caller, fairId);
    return this.read(fairId, readable, { kind: asked.kind, exhibitorId: asked.exhibitorId });
  }

  /** One of them; undefined when there is none that the caller may read. */
  async one(caller: Caller, fairId: string, paperId: string): Promise<PaperDto | undefined> {
    const [paper] = await this.read(fairId, await this.readable(caller, fairId), { paperId });
    return paper;
  }

  private async readable(caller: Caller, fairId: string): Promise<ReadablePapers> {
    const roles = callerRoles(caller, fairId);
    const kept = exhibitorsKeptBy(caller, fairId);
    if (kept === null) return { kinds: [...PAPER_KINDS], exhibitorIds: null };
    if (roles.includes('official')) {
      const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
      const seesMoney = boothMoneyVisible(fair.boothMoneyVisibleTo, roles);
      if (seesMoney) return { kinds: [...PAPER_KINDS], exhibitorIds: null };
      if (kept.length === 0) return { kinds: ['final_report'], exhibitorIds: null };
    }
    return { kinds: PAPER_KINDS.filter(isOfExhibitor), exhibitorIds: kept };
  }

  private async read(
    fairId: string,
    { kinds, exhibitorIds }: ReadablePapers,
    asked: { kind?: PaperKind; exhibitorId?: string; paperId?: string },
  ): Promise<PaperDto[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT p.id, p.kind, p.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", p.day,
              p.edition, p.is_provisional AS "isProvisional", p.as_of AS "asOf",
              encode(p.content_hash, 'hex') AS "contentHash",
              coalesce((SELECT jsonb_agg(jsonb_build_object('day', d->'day', 'revision', d->'revision'))
                 FROM jsonb_array_elements(p.content->'days') d), '[]') AS days
         FROM paper p
         LEFT JOIN exhibitor e ON e.fair_id = p.fair_id AND e.id = p.exhibitor_id
        WHERE p.fair_id = $1 AND p.kind = ANY($2)
          AND ($3::uuid[] IS NULL OR p.exhibitor_id = ANY($3))
          AND ($4::text IS NULL OR p.kind = $4) AND ($5::uuid IS NULL OR p.exhibitor_id = $5)
          AND ($6::uuid IS NULL OR p.id = $6)
        ORDER BY p.as_of DESC, p.id DESC LIMIT ${SHOWN}`,
      [
        fairId,
        kinds,
        exhibitorIds,
        asked.kind ?? null,
        asked.exhibitorId ?? null,
        asked.paperId ?? null,
      ],
    );
    const files = await this.files(
      fairId,
      rows.map(({ id }) => id),
    );
    return rows.map(({ asOf, ...row }) => ({
      ...row,
      days: row.days.map(({ day, revision }): PaperDayDto => ({ day, revision })),
      asOf: asOf.toISOString(),
      files: REPORT_LANGUAGES.flatMap((language) =>
        formatsOf[row.kind].map((format) => describe(language, format, files.get(row.id) ?? [])),
      ),
    }));
  }

  private async files(fairId: string, paperIds: string[]): Promise<Map<string, FileRow[]>> {
    const rows = await this.source.query<FileRow[]>(
      `SELECT coalesce(f.paper_id, w.paper_id) AS "paperId", coalesce(f.language, w.language) AS language,
              coalesce(f.format, w.format) AS format, encode(f.sha256, 'hex') AS sha256,
              octet_length(f.bytes) AS "sizeBytes", f.made_at AS "madeAt",
              w.paper_id IS NOT NULL AS "isWanted", w.percent, w.failed_code AS "failedCode"
         FROM (SELECT * FROM paper_file WHERE fair_id = $1 AND paper_id = ANY($2::uuid[])) f
         FULL JOIN (SELECT * FROM wanted_paper WHERE fair_id = $1 AND paper_id = ANY($2::uuid[])) w
           ON w.paper_id = f.paper_id AND w.language = f.language AND w.format = f.format`,
      [fairId, paperIds],
    );
    const byPaper = new Map<string, FileRow[]>();
    for (const row of rows) byPaper.set(row.paperId, [...(byPaper.get(row.paperId) ?? []), row]);
    return byPaper;
  }
}

function describe(
  language: ReportLanguage,
  format: PaperFormat,
  known: readonly FileRow[],
): PaperFileDto {
  const row = known.find((each) => each.language === language && each.format === format);
  const state = stateOf(row);
  return {
    language,
    format,
    state,
    percent: state === 'making' ? (row?.percent ?? null) : null,
    failedCode: state === 'failed' ? (row?.failedCode ?? null) : null,
    file: paperFileName({ language, format }),
    sha256: row?.sha256 ?? null,
    sizeBytes: row?.sizeBytes ?? null,
    madeAt: row?.madeAt?.toISOString() ?? null,
  };
}

function stateOf(row: FileRow | undefined): ReportState {
  if (row === undefined) return 'absent';
  if (row.madeAt !== null) return 'ready';
  if (row.failedCode !== null) return 'failed';
  return row.percent === null ? 'waiting' : 'making';
}
