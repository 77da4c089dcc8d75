import { xmlText } from './shared-texts';
import type { View } from './view';

const A4 = 9;

/** Of a line of the type of every sheet. */
export const LINE_POINTS = 15;

/** How many rows stand above the first figure: the head, and a title and note above that. */
export const rowsOfHead = ({ isPlain }: Pick<View, 'isPlain'>): number => (isPlain ? 1 : 3);

/* In a formula a name stands in quotes, and a quote in it twice. */
const headRows = (view: View, at: number) =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xmlText(
    `'${view.name.replace(/'/g, "''")}'!$1:$${rowsOfHead(view)}`,
  )}</definedName>`;

/** In the workbook: the head of each table stands on each of its pages. */
export const headsOnEachPage = (views: readonly View[]): string =>
  `<definedNames>${views.map(headRows).join('')}</definedNames>`;

/** The first of a sheet: every column fits on one page across. */
export const FITS_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** Of Arial 11: a spreadsheet that has no default of its own would cut the marks of letters. */
export const ROW_HEIGHT = `<sheetFormatPr defaultRowHeight="${LINE_POINTS}"/>`;

/** The last of a sheet: its pages lie, and under each stands which sheet and which page it is. */
export const PAGES =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>';
