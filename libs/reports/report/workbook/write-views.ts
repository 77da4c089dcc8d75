import type { Progress } from '../report-subject';
import { stylesXml } from './cell-looks';
import { PinnedZip } from './pinned-zip';
import { headsOnEachPage } from './printed-pages';
import { SharedTexts, xmlText } from './shared-texts';
import { sheetXml } from './sheet-xml';
import type { View } from './view';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Views as a workbook, a sheet each, written piece by piece; the same views are the same bytes. */
export async function writeViews(
  views: readonly View[],
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  const zip = new PinnedZip();
  const texts = new SharedTexts();
  /* First what says of the rest what it is, as programs look for it that guess by the first bytes. */
  await zip.add('[Content_Types].xml', [contentTypesXml(views.length)]);
  await zip.add('_rels/.rels', [linksXml([['officeDocument', 'xl/workbook.xml']])]);
  await zip.add('xl/workbook.xml', [workbookXml(views)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookLinksXml(views.length)]);
  await zip.add('xl/styles.xml', [stylesXml]);
  for (const [at, view] of views.entries()) {
    await zip.add(sheetName(at), sheetXml(view, texts, at === 0));
    onProgress(Math.floor((99 * (at + 1)) / views.length));
  }
  await zip.add('xl/sharedStrings.xml', texts.xml());
  onProgress(100);
  return zip.end();
}

const sheetName = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;

function workbookXml(views: readonly View[]): string {
  const sheets = views.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${DOCUMENT}"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${headsOnEachPage(views)}</workbook>`;
}

const workbookLinksXml = (sheets: number) =>
  linksXml([
    ...Array.from({ length: sheets }, (_, at): [string, string] => [
      'worksheet',
      `worksheets/sheet${at + 1}.xml`,
    ]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ]);

const linksXml = (links: [type: string, target: string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function contentTypesXml(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    part('xl/workbook.xml', 'sheet.main') +
    Array.from({ length: sheets }, (_, at) => part(sheetName(at), 'worksheet')).join('') +
    part('xl/sharedStrings.xml', 'sharedStrings') +
    part('xl/styles.xml', 'styles') +
    '</Types>'
  );
}
