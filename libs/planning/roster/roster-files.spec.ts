import { ZipFile } from 'yazl';
import { exhibitorCells } from './roster-cells.rules';
import { RosterFilesHere, RosterFilesInThread } from './roster-files';
import { writeRosterLines } from './write-roster-lines';

const zipped = (parts: Record<string, string | Buffer>) =>
  new Promise<Buffer>((resolve, reject) => {
    const zip = new ZipFile();
    for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
    zip.end();
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    zip.outputStream.on('error', reject);
  });

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`;
/** A workbook of one sheet, written by hand. */
const workbook = (sheetRows: string, more: Record<string, string | Buffer> = {}) => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Đơn vị &amp; đoàn" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetRows}</sheetData></worksheet>`,
  ...more,
});
const rows = row('Tên đơn vị', 'Nơi đến', 'Ghi chú') + row('HTX Một', 'Hà Nội', 'x');

const files = new RosterFilesHere();
const read = (bytes: Buffer, name = 'danh-sach.xlsx') => files.read({ name, bytes });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'read',
    (refusal: { code?: string }) => refusal.code,
  );

it('reads a workbook that somebody made, and says which columns it did not', async () => {
  expect(await read(await zipped(workbook(rows)))).toEqual({
    rows: [
      {
        part: 'exhibitors',
        sheet: 'Đơn vị & đoàn',
        row: 2,
        cells: { name: 'HTX Một', place: 'Hà Nội' },
      },
    ],
    unread: [{ sheet: 'Đơn vị & đoàn', heads: ['Ghi chú'] }],
  });
});

it('finds the table under a title, in English, and keeps what cannot be stored to be seen', async () => {
  const csv = 'List of the fair\n\nExhibitor;Tax code;From\nCoop\0 one;0100233488;Hanoi\n';
  expect((await read(Buffer.from(csv), 'list.csv')).rows).toEqual([
    {
      part: 'exhibitors',
      sheet: 'list.csv',
      row: 4,
      cells: { name: 'Coop\u0001 one', taxCode: '0100233488', place: 'Hanoi' },
    },
  ]);
});

it('reads what it wrote, formulas as names', async () => {
  const exhibitor = {
    id: '0199a000-0000-7000-8000-000000000001',
    name: '=HYPERLINK("http://x")',
    kind: 'farm',
    taxCode: '0100233488',
    paysVat: false,
    origin: 'foreign',
    countryCode: 'TH',
    placeSet: null,
    placeCode: null,
    formerDistrict: null,
    delegationId: null,
    representative: '+84, "x"\ny',
    contactPhone: '+84 903',
  } as const;
  const content = { exhibitors: [exhibitorCells(exhibitor, null, 'vi')], products: [] };
  const written = Object.fromEntries(
    Object.entries(content.exhibitors[0] ?? {}).filter(([, text]) => text !== ''),
  );
  const csv = writeRosterLines('exhibitors', content, 'vi');
  expect(csv.toString()).toContain(`"'=HYPERLINK(""http://x"")"`);
  for (const bytes of [csv, await files.write({ content, language: 'vi' })]) {
    expect((await read(bytes)).rows.map(({ cells }) => cells)).toEqual([written]);
  }
});

it('makes a template that holds no row until one is filled in', async () => {
  for (const language of ['vi', 'en'] as const) {
    expect(await codeOf(read(await files.write({ content: null, language })))).toBe(
      'roster_without_rows',
    );
  }
});

it('refuses what is made to burst, or is no list', async () => {
  const bomb = await zipped(workbook(rows, { 'xl/media/image1.png': Buffer.alloc(51 << 20) }));
  expect(bomb.length).toBeLessThan(200_000);
  const liar = Buffer.from(bomb);
  const entry = liar.lastIndexOf('xl/media/image1.png') - 46;
  liar.writeUInt32LE(1_000, entry + 24);
  const many = row('Tên đơn vị', 'Nơi đến') + row('HTX', 'Hà Nội').repeat(20_001);
  const entity = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`;
  const attempts: [string, Buffer][] = [
    ['roster_too_large', Buffer.alloc((10 << 20) + 1)],
    ['roster_unpacks_too_large', bomb],
    ['roster_unreadable', liar],
    ['roster_too_many_rows', await zipped(workbook(many))],
    ['roster_with_macros', await zipped(workbook(rows, { 'xl/vbaProject.bin': 'x' }))],
    ['roster_with_entities', await zipped(workbook(rows, { 'xl/styles.xml': HEAD + entity }))],
    ['roster_unreadable', await zipped({ 'word/document.xml': '<x/>' })],
    ['roster_unreadable', Buffer.from('PK\x03\x04 and no more')],
    ['roster_locked', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['roster_not_unicode', Buffer.from([0x54, 0xea, 0x6e])],
    ['roster_without_rows', Buffer.from('a,b\n1,2\n')],
    ['roster_without_rows', Buffer.alloc(0)],
  ];
  for (const [code, bytes] of attempts) expect(await codeOf(read(bytes))).toBe(code);
  const refused: unknown = await read(await zipped(workbook(many))).catch(
    (fault: unknown) => fault,
  );
  expect(refused).toMatchObject({ details: { row: 20_002, sheet: 'Đơn vị & đoàn' } });
});

it('ends a thread that thinks for too long, or eats too much', async () => {
  const file = { name: 'x.xlsx', bytes: Buffer.from('x') };
  const inThread = (program: string, readMs: number) =>
    codeOf(
      new RosterFilesInThread(new URL(`data:text/javascript,${program}`), {
        readMs,
        heapMb: 24,
      }).read(file),
    );
  expect(await inThread('for(;;){}', 50)).toBe('roster_too_slow');
  const hungry = 'const all=[];for(;;)all.push(Array.from({length:1e5},()=>({})))';
  expect(await inThread(hungry, 20_000)).toBe('roster_too_heavy');
});
