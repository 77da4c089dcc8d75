import { csvText } from '@phien/kernel';
import type { RosterChoices, RosterDraft, RosterRow } from './roster-requests';

/** What somebody chose of a row: nothing of it, somebody new, or the one that is there. */
export type RowChoice = 'no' | 'new' | 'existing';

/** Choices that are not as they begin: a good row is taken, a doubtful one is not. */
export type Chosen = ReadonlyMap<number, RowChoice>;

export function choiceOf({ at, state }: RosterRow, chosen: Chosen): RowChoice {
  if (state !== 'good' && state !== 'doubtful') return 'no';
  return chosen.get(at) ?? (state === 'good' ? 'new' : 'no');
}

/** What the server is told of the choices. */
export function choicesOf({ rows }: RosterDraft, chosen: Chosen): RosterChoices {
  const left: number[] = [];
  const doubtful: NonNullable<RosterChoices['doubtful']> = [];
  for (const row of rows) {
    const choice = choiceOf(row, chosen);
    if (row.state === 'good' && choice === 'no') left.push(row.at);
    if (row.state === 'doubtful' && choice !== 'no') doubtful.push({ at: row.at, as: choice });
  }
  return { left, doubtful };
}

/** How many rows of a part would be taken; good ones beyond those that are shown are. */
export function takenCount(draft: RosterDraft, part: RosterRow['part'], chosen: Chosen): number {
  const rows = draft.rows.filter((row) => row.part === part);
  const shown = rows.filter((row) => choiceOf(row, chosen) !== 'no').length;
  return shown + draft[part].good - rows.filter(({ state }) => state === 'good').length;
}

/** What names a row. */
export const nameOf = ({ cells }: RosterRow) =>
  cells.find(({ field }) => field === 'name')?.text ?? '–';

/** Rows of a state with why, as lines to mend in a spreadsheet. */
export function whyCsv(
  rows: readonly RosterRow[],
  { language, heads }: { language: 'vi' | 'en'; heads: [string, string, string, string, string] },
): string {
  const said = (row: RosterRow) =>
    row.findings
      .filter(({ weight }) => weight !== 'note')
      .map(({ columnVi, columnEn, sentenceVi, sentenceEn }) => [
        row.sheet,
        row.row,
        nameOf(row),
        (language === 'vi' ? columnVi : columnEn) ?? '',
        language === 'vi' ? sentenceVi : sentenceEn,
      ]);
  return csvText([heads, ...rows.flatMap(said)]);
}
