import type { EntityManager } from 'typeorm';
import type { ReportLanguage } from '../report/report.rules';
import type { WrittenField } from './final-field.rules';
import type { BroughtFrameDto } from './final-report.dto';

/** What was last written of each field of a fair's report. */
export async function readWrittenFields(
  em: EntityManager,
  fairId: string,
): Promise<WrittenField[]> {
  const rows = await em.query<(Omit<WrittenField, 'writtenAt'> & { writtenAt: Date })[]>(
    `SELECT DISTINCT ON (e.field) e.field, e.revision, e.state, e.name_vi AS "nameVi",
            e.name_en AS "nameEn", e.text_vi AS "textVi", e.text_en AS "textEn",
            a.name AS "writtenByName", e.written_at AS "writtenAt"
       FROM final_field_entry e JOIN account a ON a.id = e.written_by
      WHERE e.fair_id = $1 ORDER BY e.field, e.revision DESC`,
    [fairId],
  );
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }));
}

export type BroughtFrame = BroughtFrameDto & {
  /** Hex; null where the house's own is used. */
  sha256: string | null;
};

/** Which frame each language is printed in. */
export async function readFrames(em: EntityManager, fairId: string): Promise<BroughtFrame[]> {
  const rows = await em.query<
    {
      language: ReportLanguage;
      revision: number;
      name: string | null;
      sha256: string | null;
      broughtByName: string;
      broughtAt: Date;
    }[]
  >(
    `SELECT DISTINCT ON (f.language) f.language, f.revision, f.name, encode(f.sha256, 'hex') AS sha256,
            a.name AS "broughtByName", f.brought_at AS "broughtAt"
       FROM final_report_frame f JOIN account a ON a.id = f.brought_by
      WHERE f.fair_id = $1 ORDER BY f.language, f.revision DESC`,
    [fairId],
  );
  return (['vi', 'en'] as const).map((language): BroughtFrame => {
    const row = rows.find((each) => each.language === language);
    return {
      language,
      revision: row?.revision ?? 0,
      name: row?.name ?? null,
      sha256: row?.sha256 ?? null,
      broughtByName: row?.broughtByName ?? null,
      broughtAt: row?.broughtAt.toISOString() ?? null,
    };
  });
}
