import type { Language } from '@phien/kernel';
import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { ROSTER_BOUNDS } from './roster-bounds';
import { columnsOf, type RosterPart } from './roster-columns';
import { KIND_WORDS } from './roster-cells.rules';
import type { RosterContent } from './roster-content.rules';
import { shown } from './write-roster-lines';

const SHEETS = {
  exhibitors: { vi: 'Đơn vị', en: 'Exhibitors' },
  products: { vi: 'Sản phẩm', en: 'Products' },
  exhibitorExamples: { vi: 'Ví dụ đơn vị', en: 'Examples of exhibitors' },
  productExamples: { vi: 'Ví dụ sản phẩm', en: 'Examples of products' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
} as const;

const NUMBERS = new Set(['priceVnd', 'vatRatePercent', 'star']);
const DAYS = new Set(['certificateIssuedOn', 'certificateExpiresOn']);
const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: '0B5A4A' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EAF3EF' } },
  alignment: { vertical: 'center', wrapText: true },
  numFmt: '@',
};
const WRAPPED: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };

/** A list as a workbook; without content, an empty one to fill in. */
export interface WorkbookWish {
  content: RosterContent | null;
  language: Language;
}

/** Exhibitors and products as a workbook, which reads as it was written, or the template of one. */
export function writeRosterWorkbook({ content, language }: WorkbookWish): Promise<Buffer> {
  if (content === null) return writeTemplate(language);
  return workbookOf([
    sheetOf('exhibitors', SHEETS.exhibitors[language], content.exhibitors, language),
    sheetOf('products', SHEETS.products[language], content.products, language),
  ]);
}

/* An empty list to fill in, with examples and what each column means. */
function writeTemplate(language: Language): Promise<Buffer> {
  return workbookOf([
    sheetOf('exhibitors', SHEETS.exhibitors[language], [], language),
    sheetOf('products', SHEETS.products[language], [], language),
    sheetOf(
      'exhibitors',
      SHEETS.exhibitorExamples[language],
      EXHIBITOR_EXAMPLES[language],
      language,
    ),
    sheetOf('products', SHEETS.productExamples[language], PRODUCT_EXAMPLES[language], language),
    guideOf(language),
  ]);
}

/* Loaded by whoever makes files alone. */
async function workbookOf(sheets: WriteSheet[]): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  return Buffer.from(await writeXlsx({ sheets, defaultFont: { name: 'Arial', size: 11 } }));
}

function valueOf(field: string, value: string): CellValue {
  if (value === '') return null;
  if (NUMBERS.has(field)) return Number(value);
  return DAYS.has(field) ? new Date(`${value}T00:00:00Z`) : shown(value);
}

/* A text is of the type text, whatever it begins with: a tax code keeps its zero, and a formula is a name. */
function formatOf(field: string): string {
  if (field === 'priceVnd') return '#,##0';
  if (NUMBERS.has(field)) return '0';
  return DAYS.has(field) ? 'dd/mm/yyyy' : '@';
}

function sheetOf(
  part: RosterPart,
  name: string,
  rows: readonly Readonly<Record<string, string>>[],
  language: Language,
): WriteSheet {
  const columns = Object.entries(columnsOf(part));
  const heads = columns.map(([, { title }]) => title[language]);
  return {
    name,
    freezePane: { rows: 1 },
    columns: columns.map(([field, { width }]) => ({ width, numFmt: formatOf(field) })),
    rows: [
      heads,
      ...rows.map((cells) => columns.map(([field]) => valueOf(field, cells[field] ?? ''))),
    ],
    cells: styled(heads.map((head, column) => [0, column, head, HEAD])),
  };
}

type Styled = readonly [row: number, column: number, value: string, style: CellStyle];

const styled = (cells: readonly Styled[]) =>
  new Map(
    cells.map(([row, column, value, style]) => [
      `${row},${column}`,
      { value, type: 'string' as const, style },
    ]),
  );

function guideOf(language: Language): WriteSheet {
  const pick = ({ vi, en }: { vi: string; en: string }) => (language === 'vi' ? vi : en);
  const needed = pick({ vi: 'Bắt buộc', en: 'Needed' });
  const said = {
    vi: [
      'Điền vào trang “Đơn vị” và “Sản phẩm”; trang ví dụ và hướng dẫn không được đọc.',
      'Cột có thể đổi chỗ, bỏ bớt hoặc thêm; tên cột nhận theo tiếng Việt hoặc tiếng Anh, có dấu hay không.',
      `Nhiều nhất ${ROSTER_BOUNDS.rows.toLocaleString('vi-VN')} dòng và 10 MB. Chưa có gì được ghi cho tới khi xem trước và bấm nhận.`,
    ],
    en: [
      'Fill in the sheets “Exhibitors” and “Products”; examples and this guide are not read.',
      'Columns may change places, be left out or added; their heads are known in Vietnamese or English, with marks or without.',
      `At most ${ROSTER_BOUNDS.rows.toLocaleString('en')} rows and 10 MB. Nothing is written until you have seen a preview and take it.`,
    ],
  }[language];
  const rows: string[][] = said.map((sentence) => [sentence]);
  const looks: Styled[] = [];
  const head = (title: string) => {
    rows.push([], [title]);
    looks.push([rows.length - 1, 0, title, HEAD]);
  };
  for (const part of ['exhibitors', 'products'] as const) {
    head(SHEETS[part][language]);
    for (const { title, what, isNeeded } of Object.values(columnsOf(part))) {
      rows.push([title[language], isNeeded ? needed : '', what[language]]);
      looks.push([rows.length - 1, 2, what[language], WRAPPED]);
    }
  }
  head(pick({ vi: 'Loại hình', en: 'Kinds' }));
  for (const words of Object.values(KIND_WORDS)) rows.push([words[language]]);
  return {
    name: SHEETS.guide[language],
    columns: [{ width: 32 }, { width: 14 }, { width: 90 }],
    rows,
    cells: styled(looks),
  };
}

type Example = Readonly<Record<string, string>>;
const EXHIBITOR_EXAMPLES: Record<Language, Example[]> = {
  vi: [
    {
      name: 'Hợp tác xã Ví Dụ Một',
      kind: 'Hợp tác xã',
      place: 'Xã Tiên Yên',
      formerDistrict: 'Tiên Yên',
      paysVat: 'Không',
    },
    { name: 'Công ty TNHH Ví Dụ Hai', kind: 'Doanh nghiệp', place: 'Hải Phòng', paysVat: 'Có' },
    { name: 'Trung tâm Ví Dụ Ba', kind: 'Đơn vị xúc tiến thương mại', country: 'Thái Lan' },
  ],
  en: [
    {
      name: 'Example Cooperative One',
      kind: 'Cooperative',
      place: 'Tien Yen Commune',
      formerDistrict: 'Tien Yen',
      paysVat: 'No',
    },
    { name: 'Example Company Two', kind: 'Enterprise', place: 'Hai Phong', paysVat: 'Yes' },
    { name: 'Example Centre Three', kind: 'Trade-promotion body', country: 'Thailand' },
  ],
};
const PRODUCT_EXAMPLES: Record<Language, Example[]> = {
  vi: [
    {
      exhibitor: 'Hợp tác xã Ví Dụ Một',
      name: 'Chè vằng sấy khô',
      priceVnd: '85000',
      unit: 'hộp',
      star: '4',
      certificateNumber: '123/QĐ-VD',
      certificateIssuedOn: '2025-01-15',
    },
    {
      exhibitor: 'Công ty TNHH Ví Dụ Hai',
      name: 'Chả mực giã tay',
      priceVnd: '450000',
      unit: 'kg',
      vatRatePercent: '8',
      isWeighed: 'Có',
    },
  ],
  en: [
    {
      exhibitor: 'Example Cooperative One',
      name: 'Dried vang tea',
      priceVnd: '85000',
      unit: 'box',
      star: '4',
      certificateNumber: '123/QD-VD',
      certificateIssuedOn: '2025-01-15',
    },
    {
      exhibitor: 'Example Company Two',
      name: 'Hand-pounded squid cake',
      priceVnd: '450000',
      unit: 'kg',
      vatRatePercent: '8',
      isWeighed: 'Yes',
    },
  ],
};
