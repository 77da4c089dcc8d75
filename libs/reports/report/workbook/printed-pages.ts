import type { View } from './view';

const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Of a line of the type of every sheet. */
export const LINE_POINTS = 15;

/** How many rows stand above the first figure: the head, and a title and note above that. */
export const rowsOfHead = ({ isPlain }: Pick<View, 'isPlain'>): number => (isPlain ? 1 : 3);

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/* In a formula a name stands in quotes, and a quote in it twice. */
const headRows = (view: View, at: number) =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(
    `'${view.name.replace(/'/g, "''")}'!$1:$${rowsOfHead(view)}`,
  )}</definedName>`;

/**
 * What a workbook needs to be printed: every column on one page across, the head on each page, and
 * under it the sheet and the page. The library knows none of these.
 */
export function printedPages(views: readonly View[]) {
  const whole = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  /* Of Arial 11: a spreadsheet that has no default of its own would cut the marks of letters. */
  const height = `<sheetFormatPr defaultRowHeight="${LINE_POINTS}"/>`;
  const foot =
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>';
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml
              .replace(/<worksheet[^>]*>/, `$&${whole}`)
              .replace('</sheetViews>', `$&${height}`)
              .replace(/<pageSetup[^>]*>/, `$&${foot}`),
          transformElementAttributes: (
            tag: string,
            attributes: Record<string, string | number>,
          ): Record<string, string | number> => {
            if (tag === 'pageMargins') return MARGINS;
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            return attributes;
          },
        },
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace(
              '<definedNames/>',
              `<definedNames>${views.map(headRows).join('')}</definedNames>`,
            ),
        },
      },
    },
  };
}
