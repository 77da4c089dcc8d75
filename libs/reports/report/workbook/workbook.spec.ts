import { makeFile } from '../make-file';
import { pinned } from './pinned-zip';
import { count, eachOf, text, type View, vnd } from './view';
import { writeViews } from './write-views';
import { writeWorkbook } from './workbook';
import { sampleClosing, sampleFacts } from '../../testing/sample-day';
import { type ReadCell, unzipped, workbookCells } from '../../testing/workbook-cells';
import type { ReportLanguage } from '../report.rules';

const write = (
  closing = sampleClosing(sampleFacts(40)),
  {
    language = 'vi',
    isBoothMoneyShown = true,
  }: { language?: ReportLanguage; isBoothMoneyShown?: boolean } = {},
) => writeWorkbook({ closing, language, isBoothMoneyShown });

const sheet = (sheets: Map<string, ReadCell[][]>, name: string) => {
  const rows = sheets.get(name);
  if (!rows) throw new Error(`no sheet ${name} among ${[...sheets.keys()].join(', ')}`);
  return rows;
};

const numbersOf = (rows: ReadCell[][], column: string) =>
  rows
    .slice(3)
    .map((row) => row.find(({ at }) => at.startsWith(column) && /^[A-Z]\d+$/.test(at)))
    .filter((cell) => cell !== undefined && !cell.isText)
    .map((cell) => Number(cell?.value));

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the workbook of a day', () => {
  it('holds the figures of the closing as numbers, each view summing to the total', async () => {
    const closing = sampleClosing(sampleFacts(40));
    const sheets = workbookCells(await write(closing));
    expect([...sheets.keys()]).toEqual([
      'Tổng quan',
      'Theo khu',
      'Theo xuất xứ',
      'Theo hạng sao',
      'Theo nhóm sản phẩm',
      'Theo thanh toán',
      'Theo giờ',
      'Theo gian',
      'Ca và tiền mặt',
      'Lượt khách',
      'Đến muộn, để riêng',
      'Độ phủ',
      'Định nghĩa',
    ]);
    const { revenueVnd } = closing.figures.totals;
    for (const [name, column] of [
      ['Theo khu', 'G'],
      ['Theo xuất xứ', 'C'],
      ['Theo hạng sao', 'C'],
      ['Theo nhóm sản phẩm', 'C'],
      ['Theo gian', 'H'],
    ] as const) {
      const numbers = numbersOf(sheet(sheets, name), column);
      expect([name, numbers.at(-1)]).toEqual([name, revenueVnd]);
      expect([name, sum(numbers.slice(0, -1))]).toEqual([name, revenueVnd]);
    }
    for (const [name, column, vnd] of [
      ['Theo thanh toán', 'C', closing.totalVnd],
      ['Theo giờ', 'C', closing.totalVnd],
      ['Theo giờ', 'D', closing.entries],
      ['Theo khu', 'F', closing.declaredVnd],
      ['Theo gian', 'G', closing.declaredVnd],
    ] as const) {
      const numbers = numbersOf(sheet(sheets, name), column);
      expect([name, numbers.at(-1)]).toEqual([name, vnd]);
      expect([name, sum(numbers.slice(0, -1))]).toEqual([name, vnd]);
    }
    expect(numbersOf(sheet(sheets, 'Theo gian'), 'H').slice(0, -1)).toEqual(
      closing.figures.booths
        .filter((booth) => booth.isHeard)
        .map((booth) => booth.revenueVnd)
        .sort((a, b) => b - a),
    );
    expect(sum(numbersOf(sheet(sheets, 'Theo khu'), 'H').slice(0, -1))).toBeCloseTo(1);
  });

  it('writes money with a number format, and the day and its closing as dates', async () => {
    const closing = sampleClosing(sampleFacts(12));
    const overview = sheet(workbookCells(await write(closing)), 'Tổng quan');
    const value = (label: string) => overview.find(([first]) => first?.value === label)?.[1];
    expect(value('Doanh thu đo tại máy (₫)')).toMatchObject({
      value: closing.totalVnd,
      isText: false,
      format: '#,##0;[Red]-#,##0',
    });
    const serial = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
    expect(value('Ngày')).toMatchObject({
      value: serial('2025-10-30T00:00:00Z'),
      format: 'dd/mm/yyyy',
    });
    const asOf = value('Tính đến');
    expect(asOf?.format).toBe('dd/mm/yyyy hh:mm:ss');
    expect(Number(asOf?.value)).toBeCloseTo(serial('2025-10-30T22:41:07Z'), 6);
    expect(value('Mã băm bản chốt (SHA-256)')?.value).toBe(closing.hash);
  });

  it('tells the cash of each shift: float, sales, moves, expected, counted, difference', async () => {
    const closing = sampleClosing(sampleFacts(12));
    const rows = sheet(workbookCells(await write(closing)), 'Ca và tiền mặt');
    const [shift] = closing.figures.shifts ?? [];
    const cells = rows[3]?.slice(6).map(({ value }) => value);
    expect(cells).toEqual([
      shift?.floatVnd,
      shift?.cashVnd,
      shift?.movedVnd,
      shift?.expectedVnd,
      shift?.countedVnd,
      shift?.differenceVnd,
    ]);
  });

  it('keeps names that look like formulas as text, whatever they begin with', async () => {
    const facts = sampleFacts(12);
    const names = [
      '=HYPERLINK("http://x","y")',
      '+84 912',
      '-2+3',
      '@SUM(A1)',
      '\t=1+1',
      '<b>&"\'',
      'hai\ndòng\u0007\u202E',
      'Gian 🎪',
      'x'.repeat(3_000),
    ];
    names.forEach((name, at) => {
      const exhibitor = facts.exhibitors[at];
      const shift = facts.shifts[at];
      if (exhibitor) exhibitor.name = name;
      if (shift) shift.cashier = name;
    });
    const sheets = workbookCells(await write(sampleClosing(facts)));
    const cells = [...sheets.values()].flat(2);
    expect(cells.filter(({ hasFormula }) => hasFormula)).toEqual([]);
    for (const name of names.slice(0, 4)) {
      const found = cells.filter(({ value }) => value === name);
      expect([name, found.length > 0, found.every(({ isText }) => isText)]).toEqual([
        name,
        true,
        true,
      ]);
    }
    expect(cells.some(({ value }) => value === '<b>&"\'')).toBe(true);
    expect(cells.some(({ value }) => /hai dòng/.test(String(value)))).toBe(true);
  });

  it('writes ranks and no money of a single booth where the fair keeps it to the organizers', async () => {
    const facts = sampleFacts(30);
    const [first] = facts.booths;
    facts.since = {
      revision: 1,
      entries: 11_334,
      booths: [{ boothId: first?.id ?? '', count: 3, vnd: 123_457 }],
      declared: [],
    };
    const closing = sampleClosing(facts, 2);
    const sheets = workbookCells(await write(closing, { isBoothMoneyShown: false }));
    const ofBooths = ['Theo gian', 'Ca và tiền mặt', 'Đến muộn, để riêng'].flatMap((name) =>
      sheet(sheets, name).flat(),
    );
    const numbers = new Set(ofBooths.filter(({ isText }) => !isText).map(({ value }) => value));
    for (const booth of closing.figures.booths.filter(({ isHeard }) => isHeard)) {
      expect(numbers.has(booth.revenueVnd)).toBe(false);
    }
    for (const shift of closing.figures.shifts ?? [])
      expect(numbers.has(shift.cashVnd)).toBe(false);
    expect(numbers.has(123_457)).toBe(false);
    expect(numbersOf(sheet(sheets, 'Theo gian'), 'A')[0]).toBe(1);
  });

  it('prints on pages as wide as its tables, with the head on each, and cuts no long text', async () => {
    const files = unzipped(await write());
    const book = files.get('xl/workbook.xml')?.toString('utf8') ?? '';
    const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const [at, name] of names.entries()) {
      expect(book).toContain(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$3</definedName>`,
      );
      const sheet = files.get(`xl/worksheets/sheet${at + 1}.xml`)?.toString('utf8') ?? '';
      expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
      expect(sheet).toMatch(/<pageSetup(?=[^>]* orientation="landscape")(?=[^>]* fitToHeight="0")/);
    }
    const definitions = files.get(`xl/worksheets/sheet${names.length}.xml`)?.toString('utf8') ?? '';
    const heights = [...definitions.matchAll(/<row r="\d+" ht="(\d+)"/g)].map(([, ht]) =>
      Number(ht),
    );
    expect(Math.max(...heights)).toBeGreaterThan(45);
  });

  it('is the same file, byte for byte, whenever it is made', async () => {
    const first = await write();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await write()).equals(first)).toBe(true);
  });

  it('speaks English, and survives a day without anything', async () => {
    const empty = {
      takings: [],
      lines: [],
      payments: [],
      registers: [],
      gates: [],
      shifts: [],
      soldByHour: [],
    };
    const closing = sampleClosing({ ...sampleFacts(6), ...empty });
    const sheets = workbookCells(await write(closing, { language: 'en' }));
    expect([...sheets.keys()].slice(0, 2)).toEqual(['Overview', 'By zone']);
    expect(JSON.stringify([...sheets.values()])).not.toMatch(/NaN|undefined|null,"isText":true/);
  });
});

it('reads back whole from a sheet of many pieces, whatever its names hold', async () => {
  const rows = 5_000;
  const view: View = {
    name: 'Bảng "A" & B',
    title: '<tiêu đề>',
    columns: Array.from({ length: 28 }, (_, at) => ({ title: `Cột ${at}`, width: 10 })),
    rows: eachOf(
      Array.from({ length: rows }, (_, at) => at),
      (at) => [
        text(`Số ${at}`),
        text(at % 2 === 0 ? 'chẵn\uFFFE' : '  lẻ '),
        ...Array.from({ length: 26 }, (_, column) => vnd(at * 100 + column)),
      ],
    ),
    total: [text('Tổng'), text(''), count(null)],
  };
  const [[name, cells] = [], ...others] = workbookCells(await writeViews([view]));
  expect([name, others]).toEqual(['Bảng "A" & B', []]);
  expect(cells).toHaveLength(3 + rows + 1);
  const last = cells?.[3 + rows - 1];
  expect([last?.[0]?.value, last?.[1]?.value]).toEqual(['Số 4999', '  lẻ ']);
  expect([last?.at(-1)?.at, last?.at(-1)?.value]).toEqual([`AB${3 + rows}`, 499_925]);
  expect(cells?.[3]?.[1]?.value).toBe('chẵn');
  const numbers = cells?.flat().filter(({ isText }) => !isText) ?? [];
  expect(numbers).toHaveLength(26 * rows + 1);
  expect(cells?.at(-1)?.map(({ at, value }) => [at, value])).toEqual([
    [`A${4 + rows}`, 'Tổng'],
    [`B${4 + rows}`, 0],
    [`C${4 + rows}`, '–'],
  ]);
});

it('dates every file of a zip alike, and refuses what is none', async () => {
  const zip = await write();
  expect(unzipped(zip).size).toBeGreaterThan(10);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const directory = zip.readUInt32LE(end + 16);
  expect([zip.readUInt16LE(directory + 12), zip.readUInt16LE(directory + 14)]).toEqual([0, 33]);
  expect(() => pinned(Buffer.from('no zip at all'))).toThrow('not a zip');
});

it('is told in plain lines as well, each value with its table, row and column', async () => {
  const facts = sampleFacts(12);
  const [hostile] = facts.exhibitors;
  if (hostile) hostile.name = '=HYPERLINK("http://x","y")';
  const closing = sampleClosing(facts);
  const wish = { closing, language: 'vi', isBoothMoneyShown: true, format: 'csv' } as const;
  const bytes = await makeFile(wish);
  const lines = bytes.toString('utf8').split('\r\n');
  expect(lines[0]).toBe('\uFEFFBảng,Dòng,Mục,Cột,Giá trị');
  expect(lines).toContain(
    `Tổng quan,10,Doanh thu đo tại máy (₫),Giá trị,${closing.figures.totals.measuredVnd}`,
  );
  const [zone] = closing.figures.zones;
  expect(lines).toContain(
    `Theo khu,1,"${zone?.code} · ${zone?.nameVi}",Doanh thu (₫),${zone?.revenueVnd}`,
  );
  expect(lines.join('\n')).toContain('HYPERLINK');
  expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
  expect((await makeFile(wish)).equals(bytes)).toBe(true);
});
