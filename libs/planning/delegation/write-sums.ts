import { csvText, type Language } from '@phien/kernel';
import type { CellStyle, CellValue } from 'hucre/xlsx';
import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';
import { shown } from '../roster/write-roster-lines';
import { SUMS_COLUMNS, type SumsCell, type SumsTable, type SumsUnit } from './sums-table.rules';

const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: '0B5A4A' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EAF3EF' } },
  alignment: { vertical: 'center', wrapText: true },
};
/* Sixths stay fractions in a workbook, and can be added up there: 12.5 is shown as 12 3/6. */
const FORMATS: Record<SumsUnit, string> = { words: '@', count: '0', sixths: '# ?/6' };

/** The table as a workbook; shares of booths are numbers that are shown in sixths. */
export async function writeSumsWorkbook(
  { rows, total, foot }: SumsTable,
  language: Language,
): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const valueOf = (cell: SumsCell, column: number): CellValue => {
    if (typeof cell === 'string') return shown(cell);
    if (cell === null) return null;
    return SUMS_COLUMNS[column]?.unit === 'sixths' ? cell / SIXTHS_OF_A_BOOTH : cell;
  };
  const heads = SUMS_COLUMNS.map(({ title }) => title[language]);
  const lines = [heads, ...[...rows, total].map((row) => row.map(valueOf))];
  const cells = new Map(
    heads.map((value, column) => [`0,${column}`, { value, type: 'string' as const, style: HEAD }]),
  );
  return Buffer.from(
    await writeXlsx({
      defaultFont: { name: 'Arial', size: 11 },
      sheets: [
        {
          name: language === 'vi' ? 'Đoàn' : 'Delegations',
          freezePane: { rows: 1, columns: 1 },
          columns: SUMS_COLUMNS.map(({ unit }, at) => ({
            width: unit !== 'words' ? 14 : at === 0 ? 36 : 60,
            numFmt: FORMATS[unit],
          })),
          rows: [...lines, [], ...foot.map((line) => [line])],
          cells,
        },
      ],
    }),
  );
}

/**
 * The table as plain lines. Shares are whole numbers of sixths there and say so: a fraction would be
 * read as a date, a decimal as thousands.
 */
export function writeSumsLines({ rows, total, foot }: SumsTable, language: Language): Buffer {
  const unit = language === 'vi' ? '(phần sáu gian)' : '(sixths of a booth)';
  return Buffer.from(
    csvText([
      SUMS_COLUMNS.map((column) =>
        column.unit === 'sixths' ? `${column.title[language]} ${unit}` : column.title[language],
      ),
      ...rows,
      total,
      [],
      ...foot.map((line) => [line]),
    ]),
  );
}
