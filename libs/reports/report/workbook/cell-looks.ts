/** Colours of the screens' light palette, opaque. */
const INK = { brand: 'FF0B5A4A', head: 'FFEAF3EF', muted: 'FF52635D' } as const;

const FONTS = {
  plain: '<sz val="11"/>',
  title: '<b/><sz val="14"/>',
  note: `<sz val="11"/><color rgb="${INK.muted}"/>`,
  head: `<b/><sz val="11"/><color rgb="${INK.brand}"/>`,
  sum: '<b/><sz val="11"/>',
} as const;
const fontNames = Object.keys(FONTS);

/** How Excel writes each kind of number. */
const FORMATS = {
  count: '#,##0',
  vnd: '#,##0;[Red]-#,##0',
  milli: '#,##0.###',
  share: '0.0%',
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm:ss',
} as const;
const formatNames = Object.keys(FORMATS);
/* Below it are the numbers that Excel gives to formats of its own. */
const FIRST_FORMAT = 164;
const [NO_FILL, HEAD_FILL] = [0, 2];
const [NO_BORDER, SUM_BORDER] = [0, 1];

interface Shape {
  align?: 'left' | 'right';
  isAtTop?: boolean;
  isWrapped?: boolean;
  isIndented?: boolean;
}

interface Look extends Shape {
  font: keyof typeof FONTS;
  format?: keyof typeof FORMATS;
}

const looks: Look[] = [];

/** The place of a look among all, as a cell names it. */
const placed = (look: Look) => looks.push(look) - 1;

const valueLooks = (font: 'plain' | 'sum', shape: Shape = {}) => ({
  text: placed({ font, ...shape }),
  /** In the place of a number that is not known. */
  unknown: placed({ font, align: 'right', ...shape }),
  count: placed({ font, align: 'right', format: 'count', ...shape }),
  vnd: placed({ font, align: 'right', format: 'vnd', ...shape }),
  milli: placed({ font, align: 'right', format: 'milli', ...shape }),
  share: placed({ font, align: 'right', format: 'share', ...shape }),
  day: placed({ font, align: 'left', format: 'day', ...shape }),
  moment: placed({ font, align: 'left', format: 'moment', ...shape }),
});

/** The looks of the cells that hold values, by what they say. */
export type ValueLooks = ReturnType<typeof valueLooks>;

const inTables = (shape: Shape) => valueLooks('plain', { isAtTop: true, ...shape });

/** Every look that a cell may have. */
export const cellLooks = {
  /** Of a sheet for programs; the first is what a cell looks like that names none. */
  values: valueLooks('plain'),
  table: {
    usual: inTables({}),
    wrapped: inTables({ isWrapped: true }),
    indented: inTables({ isIndented: true, align: 'left' }),
    wrappedAndIndented: inTables({ isWrapped: true, isIndented: true, align: 'left' }),
  },
  sums: valueLooks('sum'),
  title: placed({ font: 'title', isAtTop: true, isWrapped: true }),
  note: placed({ font: 'note', isAtTop: true, isWrapped: true }),
  head: placed({ font: 'head', align: 'left' }),
  numberHead: placed({ font: 'head', align: 'right' }),
};

const escaped = (format: string) => format.replace(/"/g, '&quot;');

function alignmentXml({ font, align, isAtTop, isWrapped, isIndented }: Look): string {
  const isHead = font === 'head';
  const said = [
    align && `horizontal="${align}"`,
    isHead ? 'vertical="center"' : isAtTop && 'vertical="top"',
    (isHead || isWrapped) && 'wrapText="1"',
    isIndented && 'indent="1"',
  ].filter(Boolean);
  return said.length === 0 ? '' : `<alignment ${said.join(' ')}/>`;
}

function lookXml(look: Look): string {
  const { font, format } = look;
  const number = format === undefined ? 0 : FIRST_FORMAT + formatNames.indexOf(format);
  const fill = font === 'head' ? HEAD_FILL : NO_FILL;
  const border = font === 'sum' ? SUM_BORDER : NO_BORDER;
  const ids = `numFmtId="${number}" fontId="${fontNames.indexOf(font)}" fillId="${fill}" borderId="${border}"`;
  const alignment = alignmentXml(look);
  const applied = [
    number > 0 && 'applyNumberFormat="1"',
    'applyFont="1"',
    fill > 0 && 'applyFill="1"',
    border > 0 && 'applyBorder="1"',
    alignment && 'applyAlignment="1"',
  ].filter(Boolean);
  return `<xf ${ids} ${applied.join(' ')}>${alignment}</xf>`;
}

const listed = (name: string, of: readonly string[]) =>
  `<${name} count="${of.length}">${of.join('')}</${name}>`;

const bareBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const sumBorder = `<border><left/><right/><top style="thin"><color rgb="${INK.brand}"/></top><bottom/><diagonal/></border>`;

/** The part of a workbook that names all looks. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  listed(
    'numFmts',
    Object.values(FORMATS).map(
      (code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escaped(code)}"/>`,
    ),
  ) +
  listed(
    'fonts',
    Object.values(FONTS).map((font) => `<font>${font}<name val="Arial"/><family val="2"/></font>`),
  ) +
  listed('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    `<fill><patternFill patternType="solid"><fgColor rgb="${INK.head}"/><bgColor indexed="64"/></patternFill></fill>`,
  ]) +
  listed('borders', [bareBorder, sumBorder]) +
  listed('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
  listed('cellXfs', looks.map(lookXml)) +
  '</styleSheet>';
