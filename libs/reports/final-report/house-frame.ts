import PizZip from 'pizzip';
import { pinned } from '../report/workbook/pinned-zip';
import type { ReportLanguage } from '../report/report.rules';

/*
 * The house's own frame, written as a Word file by hand so that it is the same bytes everywhere. An
 * organizer downloads it, changes it in any word processor, and brings it back: letterhead, wording,
 * order and looks are the file's; the places in braces are ours.
 */

interface FrameWords {
  letterhead: readonly [left: readonly string[], right: readonly string[]];
  title: string;
  to: string;
  intro: string;
  fields: string;
  columns: readonly [string, string, string];
  days: string;
  dayColumns: readonly [string, string, string, string, string, string];
  asOf: string;
  sources: string;
  sign: readonly [string, string];
  signHere: string;
}

const words: Record<ReportLanguage, FrameWords> = {
  vi: {
    letterhead: [
      ['{organizer}', 'Số: ……/BC'],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập – Tự do – Hạnh phúc'],
    ],
    title: 'BÁO CÁO',
    to: 'Kính gửi: Sở Công Thương ……………………',
    intro: 'Kết quả tổ chức {fair_name}',
    fields: 'I. Nội dung báo cáo',
    columns: ['TT', 'Nội dung', 'Kết quả'],
    days: 'II. Theo ngày',
    dayColumns: ['Ngày', 'Bản chốt', 'Doanh thu (₫)', 'Tự khai (₫)', 'Giao dịch', 'Lượt khách'],
    asOf: 'Số liệu tính đến {as_of}. {state}: {state_note}',
    sources: 'Nguồn của kỳ gốc:',
    sign: ['NGƯỜI LẬP BÁO CÁO', 'ĐẠI DIỆN ĐƠN VỊ TỔ CHỨC'],
    signHere: '(Ký, ghi rõ họ tên, đóng dấu)',
  },
  en: {
    letterhead: [
      ['{organizer}', 'No.: ……'],
      ['{place}', ''],
    ],
    title: 'REPORT',
    to: 'To: the Department of Industry and Trade of ……………………',
    intro: 'on the results of {fair_name}',
    fields: 'I. What is reported',
    columns: ['No.', 'Subject', 'Result'],
    days: 'II. By day',
    dayColumns: ['Day', 'Closing', 'Revenue (₫)', 'Declared (₫)', 'Sales', 'Visits'],
    asOf: 'Figures as of {as_of}. {state}: {state_note}',
    sources: 'Sources of the base:',
    sign: ['PREPARED BY', 'FOR THE ORGANIZER'],
    signHere: '(Signature, name, seal)',
  },
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

interface Look {
  bold?: boolean;
  italic?: boolean;
  /** Half points. */
  size?: number;
  align?: 'left' | 'center' | 'right' | 'both';
  colour?: string;
  /** Twentieths of a point. */
  after?: number;
  style?: string;
  keepNext?: boolean;
}

function paragraph(text: string, look: Look = {}): string {
  const { bold, italic, size, align, colour, after, style, keepNext } = look;
  const run = [
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    colour ? `<w:color w:val="${colour}"/>` : '',
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
  ].join('');
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    keepNext ? '<w:keepNext/>' : '',
    after === undefined ? '' : `<w:spacing w:after="${after}"/>`,
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r>${run && `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const cell = (width: number, ...paragraphs: string[]) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphs.join('')}</w:tc>`;

const row = (cells: string, isHead = false) =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;

function table(widths: readonly number[], rows: string, hasLines = true): string {
  const line = (side: string) =>
    `<w:${side} w:val="${hasLines ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="7F8F8A"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;
}

const small: Look = { size: 22, after: 20 };

function head(widths: readonly number[], titles: readonly string[]): string {
  const cells = titles.map((title, at) =>
    cell(widths[at] ?? 0, paragraph(title, { ...small, bold: true, align: 'center' })),
  );
  return row(cells.join(''), true);
}

function documentXml(language: ReportLanguage): string {
  const of = words[language];
  const [left, right] = of.letterhead;
  const halves = [4_535, 4_535];
  /* The words of the state stand on one line. */
  const letterhead = [3_470, 5_600];
  const fields = [620, 2_950, 5_500];
  const days = [1_350, 1_350, 1_950, 1_720, 1_300, 1_400];
  const measures = [2_000, 1_970, 2_600, 2_500];
  const number = (text: string) => paragraph(text, { ...small, align: 'right' });
  const plain = (text: string) => paragraph(text, small);
  const dayRow = (cells: readonly string[]) =>
    row(cells.map((each, at) => cell(days[at] ?? 0, at < 2 ? plain(each) : number(each))).join(''));
  const body = [
    table(
      letterhead,
      row(
        [left, right]
          .map((lines, at) =>
            cell(
              letterhead[at] ?? 0,
              ...lines.map((line, n) =>
                paragraph(line, {
                  size: 24,
                  bold: n === 0,
                  align: 'center',
                  after: n === 0 ? 40 : 240,
                }),
              ),
            ),
          )
          .join(''),
      ),
      false,
    ),
    paragraph('{#is_demo}{demo}{/is_demo}', { bold: true, colour: '8A4B00', align: 'center' }),
    paragraph(of.title, { style: 'Title', align: 'center' }),
    paragraph(of.intro, { bold: true, align: 'center', size: 28, after: 200 }),
    paragraph(of.to, { align: 'center', after: 240 }),
    paragraph(of.fields, { style: 'Heading1', keepNext: true }),
    table(
      fields,
      head(fields, of.columns) +
        row(
          [
            cell(fields[0] ?? 0, paragraph('{#fields}{no}', { ...small, align: 'center' })),
            cell(fields[1] ?? 0, plain('{name}')),
            cell(
              fields[2] ?? 0,
              plain('{text}'),
              paragraph('{source}{/fields}', {
                size: 18,
                italic: true,
                colour: '52635D',
                after: 20,
              }),
            ),
          ].join(''),
        ),
    ),
    paragraph(''),
    paragraph(of.days, { style: 'Heading1', keepNext: true }),
    table(
      days,
      head(days, of.dayColumns) +
        dayRow([
          '{#days}{day}',
          '{closing}',
          '{revenue}',
          '{declared}',
          '{sales}',
          '{visits}{/days}',
        ]) +
        row(
          [
            '{total_label}',
            '',
            '{total_revenue}',
            '{total_declared}',
            '{total_sales}',
            '{total_visits}',
          ]
            .map((each, at) =>
              cell(
                days[at] ?? 0,
                paragraph(each, { ...small, bold: true, align: at < 2 ? 'left' : 'right' }),
              ),
            )
            .join(''),
        ),
    ),
    paragraph(''),
    paragraph('{#comparison}'),
    paragraph('III. {comparison_title}', { style: 'Heading1', keepNext: true }),
    table(
      measures,
      head(measures, ['{measure_column}', '{own_column}', '{base_column}', '{growth_column}']) +
        row(
          ['{#measures}{measure}', '{own}', '{base}', '{growth}{/measures}']
            .map((each, at) => cell(measures[at] ?? 0, at === 0 ? plain(each) : number(each)))
            .join(''),
        ),
    ),
    paragraph('{comparison_note}', { size: 20, italic: true }),
    paragraph(`${of.sources} {base_sources}`, { size: 20, italic: true }),
    paragraph('{/comparison}'),
    paragraph(of.asOf, { italic: true, after: 60 }),
    paragraph('SHA-256 {content_hash}', { size: 18, colour: '52635D', after: 240 }),
    table(
      halves,
      row(
        of.sign
          .map((title, at) =>
            cell(
              halves[at] ?? 0,
              paragraph(title, { bold: true, align: 'center', size: 24, after: 20 }),
              paragraph(of.signHere, { italic: true, align: 'center', size: 22, after: 1_400 }),
            ),
          )
          .join(''),
      ),
      false,
    ),
    paragraph(''),
  ].join('');
  return `${XML}<w:document ${W} xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function stylesXml(language: ReportLanguage): string {
  const font =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>';
  const style = (id: string, name: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${inside}</w:style>`;
  return `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="${language === 'vi' ? 'vi-VN' : 'en-GB'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${style('Title', 'Title', '<w:pPr><w:spacing w:before="360" w:after="60"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>')}${style('Heading1', 'heading 1', '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="100"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>')}</w:styles>`;
}

const FOOTER = `${XML}<w:ftr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`;

const types = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${MAIN}.footer+xml"/></Types>`;

const relations = (all: readonly [id: string, kind: string, target: string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** The house's own frame of a language as a Word file, the same bytes at any time. */
export function houseFrame(language: ReportLanguage): Buffer {
  const zip = new PizZip();
  const parts: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'footer', 'footer1.xml'],
    ]),
    'word/document.xml': documentXml(language),
    'word/styles.xml': stylesXml(language),
    'word/footer1.xml': FOOTER,
  };
  for (const [path, part] of Object.entries(parts)) zip.file(path, part, { createFolders: false });
  return pinned(zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
}
