import { createHash } from 'node:crypto';
import type { JudgedRow } from './judge-roster.rules';
import { columnsOf, type RosterPart } from './roster-columns';
import type { RosterCountsDto, RosterDraftDto, RosterRowDto } from './roster.dto';
import type { RosterDraft } from './roster-draft.entity';

const MOST_ROWS_SHOWN = 2_000;
const FIRST = { bad: 0, doubtful: 1, good: 2, known: 3 } as const;

/** A preview as people see it. */
export function describeDraft(
  { id, name, rows }: Pick<RosterDraft, 'id' | 'name' | 'rows'>,
  judged: readonly JudgedRow[],
): RosterDraftDto {
  const ordered = judged.toSorted(
    (one, other) => FIRST[one.state] - FIRST[other.state] || one.at - other.at,
  );
  const shown = ordered.slice(0, MOST_ROWS_SHOWN);
  return {
    id,
    name,
    exhibitors: countsOf(judged, 'exhibitors'),
    products: countsOf(judged, 'products'),
    rows: shown.map(describeRow),
    furtherRows: judged.length - shown.length,
    unread: rows?.unread ?? [],
    seen: seenOf(judged),
  };
}

/** Hash of what a person was shown: how each row was judged, and whom it looks like. */
export function seenOf(judged: readonly JudgedRow[]): string {
  const hash = createHash('sha256');
  for (const { at, state, findings, existing } of judged) {
    const codes = findings.map(({ field, code }) => `${field}:${code}`).join();
    hash.update(`${at} ${state} ${codes} ${existing?.id ?? ''}\n`);
  }
  return hash.digest('hex');
}

function countsOf(judged: readonly JudgedRow[], part: RosterPart): RosterCountsDto {
  const counts = { good: 0, doubtful: 0, bad: 0, known: 0 };
  for (const row of judged) if (row.part === part) counts[row.state] += 1;
  return counts;
}

function describeRow({ at, part, row, state, findings, existing }: JudgedRow): RosterRowDto {
  const columns = columnsOf(part);
  return {
    at,
    part,
    sheet: row.sheet,
    row: row.row,
    state,
    cells: Object.entries(row.cells).map(([field, text]) => ({
      field,
      columnVi: columns[field]?.title.vi ?? field,
      columnEn: columns[field]?.title.en ?? field,
      text: text.slice(0, 300),
    })),
    findings: findings.map(({ field, code, weight, sentence }) => ({
      columnVi: field === null ? null : (columns[field]?.title.vi ?? null),
      columnEn: field === null ? null : (columns[field]?.title.en ?? null),
      field,
      code,
      weight,
      sentenceVi: sentence.vi,
      sentenceEn: sentence.en,
    })),
    existing: existing?.name ?? null,
  };
}
