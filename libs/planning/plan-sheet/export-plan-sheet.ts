import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { differencesOf } from '../plan-draft/plan-changes.rules';
import { readDraft, readPublished } from '../plan-draft/read-draft';
import type { PlanSheetWantedDto } from './plan-sheet.dto';
import { PlanSheets } from './plan-sheets';
import type { SheetSubject } from './sheet-subject';

export interface PlanSheetDownload {
  bytes: Buffer;
  name: string;
}

/** A fair's plan as a sheet to print. Refuses `fair_not_found`, `plan_sheet_too_slow`. */
@Injectable()
export class ExportPlanSheet {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly sheets: PlanSheets,
  ) {}

  async run(fairId: string, wanted: PlanSheetWantedDto): Promise<PlanSheetDownload> {
    const madeAt = this.clock.now();
    /* One picture of the plan and of who stands in it; drawn when the database is free again. */
    const { code, subject } = await this.source.transaction('REPEATABLE READ', (em) =>
      subjectOf(em, fairId, wanted, madeAt),
    );
    const bytes = await this.sheets.draw({ subject, file: wanted.file });
    const edition =
      subject.edition.of === 'published'
        ? `v${subject.edition.version}`
        : `draft-${subject.edition.save}`;
    return { bytes, name: `phien-${code}-plan-${edition}-${wanted.paper}.${wanted.file}` };
  }
}

async function subjectOf(
  em: EntityManager,
  fairId: string,
  { of, paper, names, language }: PlanSheetWantedDto,
  madeAt: Date,
): Promise<{ code: string; subject: SheetSubject }> {
  const published = await readPublished(em, fairId);
  const draft = of === 'draft' ? await readDraft(em, fairId, published) : null;
  const standing = await em.query<{ boothId: string; name: string }[]>(
    `SELECT a.booth_id AS "boothId", e.name
       FROM allocation a JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
      WHERE a.fair_id = $1 AND a.freed_at IS NULL AND a.state = 'confirmed'
      ORDER BY a.booth_id, a.sixths`,
    [fairId],
  );
  const holders = new Map<string, string[]>();
  for (const { boothId, name } of standing) {
    holders.set(boothId, [...(holders.get(boothId) ?? []), name]);
  }
  const { code, nameVi, nameEn, venueVi, venueEn, timeZone } = published.fair;
  const subject: SheetSubject = {
    ...{ language, paper, madeAt },
    fair: { nameVi, nameEn, venueVi, venueEn, timeZone },
    plan: draft?.plan ?? published.plan,
    holders: names === 'true' ? holders : new Map(),
    givenIds: new Set(holders.keys()),
    edition: draft
      ? {
          ...{ of: 'draft', save: draft.version, publishedVersion: published.version },
          differences: differencesOf(published.plan, draft.plan).length,
        }
      : { of: 'published', version: published.version, publishedAt: published.publishedAt },
  };
  return { code, subject };
}
