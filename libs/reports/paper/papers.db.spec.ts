import { createHash } from 'node:crypto';
import type { Caller } from '@phien/identity';
import { formatVnd, newId, Refusal } from '@phien/kernel';
import { declaringDoor } from '@phien/sales';
import { CloseDay } from '../closing/close-day';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  orderPaperOn,
  paperProgressOn,
  RememberedOrders,
  type ReportsDatabase,
  writePaperFileOn,
} from '../testing/fair-to-close';
import { pdfText } from '../testing/pdf-text';
import { workbookCells } from '../testing/workbook-cells';
import { FileMakerHere } from '../report/file-maker';
import type { LateListContent } from '../late-list/late-list.rules';
import type { SalesExportContent } from '../sales-export/sales-export.rules';
import type { StatementContent } from '../statement/statement.rules';
import { FindMissingPapers } from './find-missing-papers';
import { ListPapers } from './list-papers';
import type { OrderPaperDto, PaperDto } from './paper.dto';
import { Paper } from './paper.entity';
import { contentHash } from './paper.rules';
import { ReadPaperFile } from './read-paper-file';

const HOSTILE = '=HYPERLINK("http://x","y")';
const NIGHT = new Date('2025-10-28T16:40:00Z');

let database: ReportsDatabase;
let work: FairToClose;
let orders: RememberedOrders;
let listPapers: ListPapers;
let readPaperFile: ReadPaperFile;

beforeAll(async () => {
  database = await openReportsDatabase();
  listPapers = new ListPapers(database.dataSource);
  readPaperFile = new ReadPaperFile(database.dataSource, listPapers);
  await fairAtWork();
});
afterAll(() => database.close());

const sql = <Row>(text: string, values: unknown[] = []) =>
  database.dataSource.query<Row[]>(text, values);

/* Shared by the tests below, which go through its day in order. */
async function fairAtWork(): Promise<void> {
  work = await FairToClose.open(database, { booths: 3 });
  orders = new RememberedOrders();
  const [mine, other] = [work.till(0), work.till(1)];
  mine.openShift(500_000);
  const whole = mine.sell(300_000, {
    line: { name: HOSTILE, quantityMilli: 3_000, unitVnd: 100_000 },
  });
  const voided = mine.sell(70_000, { method: 'vietqr' });
  mine.sell(52_500, {
    line: {
      quantityMilli: 350,
      unitVnd: 150_000,
      unit: 'kg',
      name: 'Ba kích tím',
      vatRatePercent: null,
    },
  });
  mine.refund(whole, 1_000);
  mine.void(voided);
  mine.closeShift(750_000);
  other.openShift(200_000);
  other.sell(999_000);
  await work.deliver(0, 1);
  const place = { fairId: work.fairId, exhibitorId: exhibitor(0), boothId: mine.place.boothId };
  await declaringDoor(database.dataSource, EVENING).declare(place, 1_250_000);
  work.setClock(EVENING);
}

const exhibitor = (at: number) => work.till(at).place.exhibitorId;
const standing = (
  role: Caller['grants'][number]['role'],
  exhibitorId: string | null = null,
): Caller => ({
  ...work.organizer,
  grants: [{ fairId: work.fairId, role, exhibitorId }],
});

const order = (wanted: Partial<OrderPaperDto> = {}, caller: Caller = work.organizer) =>
  orderPaperOn(database.dataSource, work.clock, orders).run(caller, work.fairId, {
    kind: 'statement',
    exhibitorId: exhibitor(0),
    day: DAY,
    language: 'vi',
    ...wanted,
  });

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

async function contentOf<Content>({ id }: PaperDto): Promise<Content> {
  const paper = await database.dataSource.getRepository(Paper).findOneByOrFail({ id });
  return paper.content as unknown as Content;
}

async function bytesOf(paper: PaperDto, file: string, caller = work.organizer): Promise<Buffer> {
  const { fairId } = work;
  const [language, format] = file.split('.') as ['vi', 'pdf'];
  await writePaperFileOn(database.dataSource, work.clock).run({
    fairId,
    paperId: paper.id,
    language,
    format,
  });
  return (await readPaperFile.run(caller, { fairId, paperId: paper.id, file })).bytes;
}

const close = (reason?: string) =>
  new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
    reason,
  });

it('states every number of an exhibitor’s day as the ledger has it', async () => {
  const paper = await order();
  expect(paper).toMatchObject({ isProvisional: true, edition: 1, day: DAY, kind: 'statement' });
  expect(paper.days).toEqual([{ day: DAY, revision: null }]);
  const content = await contentOf<StatementContent>(paper);
  const of = [work.fairId, exhibitor(0), DAY];
  const kinds = await sql<{ kind: string; n: number; vnd: number }>(
    `SELECT kind, count(*) AS n, sum(total_vnd)::bigint AS vnd FROM document
      WHERE fair_id = $1 AND exhibitor_id = $2 AND fair_day = $3 GROUP BY kind`,
    of,
  );
  const kind = (name: string) => kinds.find((row) => row.kind === name) ?? { n: 0, vnd: 0 };
  const revenueVnd = kinds.reduce((sum, { vnd }) => sum + vnd, 0);
  expect(content.totals).toEqual({
    salesCount: kind('sale').n,
    salesVnd: kind('sale').vnd,
    refundCount: kind('refund').n,
    refundVnd: kind('refund').vnd,
    voidCount: kind('void').n,
    voidVnd: kind('void').vnd,
    revenueVnd,
    declaredVnd: 1_250_000,
    documentCount: kinds.reduce((sum, { n }) => sum + n, 0),
  });
  expect([kind('sale').vnd, revenueVnd]).toEqual([422_500, 252_500]);

  const methods = await sql<{ method: string; vnd: number; n: number }>(
    `SELECT p.method, sum(p.amount_vnd)::bigint AS vnd, count(*) AS n FROM document d
       JOIN document_payment p ON p.fair_id = d.fair_id AND p.document_id = d.id
      WHERE d.fair_id = $1 AND d.exhibitor_id = $2 AND d.fair_day = $3 GROUP BY p.method ORDER BY 1`,
    of,
  );
  expect(
    content.methods.map(({ method, netVnd, paymentCount }) => [method, netVnd, paymentCount]),
  ).toEqual(methods.map(({ method, vnd, n }) => [method, vnd, n]));
  const lines = await sql<{ name: string; vnd: number; vat: number | null }>(
    `SELECT l.name, sum(l.amount_vnd)::bigint AS vnd, sum(l.vat_vnd)::bigint AS vat FROM document d
       JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id
      WHERE d.fair_id = $1 AND d.exhibitor_id = $2 AND d.fair_day = $3
      GROUP BY l.name ORDER BY 2 DESC, 1`,
    of,
  );
  expect(content.products.map(({ name, revenueVnd: vnd }) => [name, vnd])).toEqual(
    lines.map(({ name, vnd }) => [name, vnd]),
  );
  expect(content.vat.reduce((sum, { vatVnd }) => sum + (vatVnd ?? 0), 0)).toBe(
    lines.reduce((sum, { vat }) => sum + (vat ?? 0), 0),
  );
  const [cash] = methods.filter(({ method }) => method === 'cash');
  expect(content.shifts).toMatchObject([
    {
      floatVnd: 500_000,
      cashVnd: cash?.vnd,
      expectedVnd: 500_000 + (cash?.vnd ?? 0),
      countedVnd: 750_000,
      differenceVnd: 750_000 - 500_000 - (cash?.vnd ?? 0),
    },
  ]);
  expect(content.takenBack.map(({ kind: of, originalNumber }) => [of, originalNumber])).toEqual([
    ['refund', 'A01-1-2'],
    ['void', 'A01-1-3'],
  ]);
});

it('asked for again before anything new is the same paper, and its files wait once', async () => {
  const [first, again] = [await order(), await order()];
  expect(again.id).toBe(first.id);
  expect(again.files.map(({ file, state }) => [file, state])).toEqual([
    ['vi.pdf', 'waiting'],
    ['vi.xlsx', 'waiting'],
    ['vi.csv', 'waiting'],
    ['en.pdf', 'absent'],
    ['en.xlsx', 'absent'],
    ['en.csv', 'absent'],
  ]);
  const missing = await new FindMissingPapers(database.dataSource).run();
  expect(missing.filter(({ paperId }) => paperId === first.id)).toHaveLength(3);
  expect(
    orders.paperFiles.some(({ paperId, format }) => paperId === first.id && format === 'csv'),
  ).toBe(true);
});

it('of a closed day is the paper of that revision, whatever comes after', async () => {
  const closing = await close();
  const paper = await order();
  expect(paper).toMatchObject({ isProvisional: false, edition: 2, asOf: EVENING.toISOString() });
  expect(paper.days).toEqual([{ day: DAY, revision: 1 }]);
  const content = await contentOf<StatementContent>(paper);
  const others = await contentOf<StatementContent>(await order({ exhibitorId: exhibitor(1) }));
  expect(content.totals.revenueVnd + others.totals.revenueVnd).toBe(closing.measuredVnd);
  expect(content.days[0]?.closingHash).toBe(closing.hash);

  const text = (await pdfText(await bytesOf(paper, 'vi.pdf'))).join(' ');
  const shown = (vnd: number) => formatVnd(vnd, 'vi').replace(/\s/gu, ' ');
  expect(text).toContain('Theo bản chốt 1');
  expect(text).toContain(shown(content.totals.revenueVnd));
  expect(text).toContain(shown(1_250_000));
  expect(text).toContain(HOSTILE);
  expect(text).toContain(closing.hash);
  expect(text).toContain(paper.contentHash);
  expect(text).toContain('A01-1-5');

  /* Late, and not in a revision: neither this paper nor another of revision 1 holds it. */
  work.till(0).sell(80_000);
  work.setClock(NIGHT);
  await work.deliver(0);
  await sql(`UPDATE exhibitor SET name = name || ' (đổi tên)' WHERE fair_id = $1 AND id = $2`, [
    work.fairId,
    exhibitor(0),
  ]);
  const again = await order();
  expect(again.id).toBe(paper.id);
  const before = await bytesOf(paper, 'vi.pdf');
  const remade = await remake(paper, 'pdf');
  expect(remade.equals(before)).toBe(true);
  expect((await remake(paper, 'xlsx')).equals(await bytesOf(paper, 'vi.xlsx'))).toBe(true);

  const second = await close('máy báo muộn');
  const third = await order();
  expect(third).toMatchObject({ edition: 3, days: [{ day: DAY, revision: 2 }] });
  const late = await contentOf<StatementContent>(third);
  expect(late.late.map(({ totalVnd, revision }) => [totalVnd, revision])).toEqual([[80_000, 2]]);
  expect(late.totals.revenueVnd - content.totals.revenueVnd).toBe(
    second.measuredVnd - closing.measuredVnd,
  );
  expect((await bytesOf(paper, 'vi.pdf')).equals(before)).toBe(true);
  expect((await pdfText(await bytesOf(third, 'vi.pdf'))).join(' ')).toContain('Chứng từ đến muộn');
});

/* The same paper in a file of its own making, as if the first one had never been stored. */
async function remake(paper: PaperDto, format: 'pdf' | 'xlsx'): Promise<Buffer> {
  const row = await database.dataSource.getRepository(Paper).findOneByOrFail({ id: paper.id });
  return new FileMakerHere().make(
    {
      paper: {
        kind: 'statement',
        content: row.content as unknown as StatementContent,
        contentHash: row.contentHash.toString('hex'),
        edition: row.edition,
      },
      language: 'vi',
      format,
    },
    () => Promise.resolve(),
  );
}

it('tells the whole fair with each day’s revision, provisional until the fair is over', async () => {
  const paper = await order({ day: undefined });
  expect(paper).toMatchObject({ day: null, isProvisional: true });
  expect(paper.days).toEqual([
    { day: DAY, revision: 2 },
    { day: '2025-10-29', revision: null },
    { day: '2025-10-30', revision: null },
  ]);
  const content = await contentOf<StatementContent>(paper);
  expect(content.days.map(({ revenueVnd }) => revenueVnd)).toEqual([332_500, 0, 0]);
  expect(content.totals.revenueVnd).toBe(332_500);
});

it('writes numbers as numbers and names as text, in the workbook and in plain lines', async () => {
  const paper = await order({ language: 'en' });
  const sheets = workbookCells(await bytesOf(paper, 'en.xlsx'));
  const cells = [...sheets.values()].flat(2);
  expect(cells.filter(({ hasFormula }) => hasFormula)).toEqual([]);
  expect(cells.filter(({ value }) => value === HOSTILE).every(({ isText }) => isText)).toBe(true);
  const products = sheets.get('By product')?.map((row) => row.map(({ value }) => value));
  expect(products).toContainEqual([HOSTILE, 'hộp', 3, 1, 200_000]);
  expect(products).toContainEqual(['Ba kích tím', 'kg', 0.35, 0, 52_500]);

  const lines = (await bytesOf(paper, 'en.csv')).toString('utf8');
  expect(lines.startsWith('\uFEFFTable,Row,Item,Column,Value\r\n')).toBe(true);
  expect(lines).toContain(`By product,1,"'=HYPERLINK(""http://x"",""y"") · hộp",Sold,3`);
  expect(lines).not.toMatch(/(^|,)=/m);
});

it('exports the lines for invoices, which sum to the statement', async () => {
  await sql(`UPDATE exhibitor SET tax_code = '5700123456' WHERE fair_id = $1 AND id = $2`, [
    work.fairId,
    exhibitor(0),
  ]);
  const paper = await order({ kind: 'sales_export' });
  const { lines, totals } = await contentOf<SalesExportContent>(paper);
  const stated = await contentOf<StatementContent>(await order());
  expect(totals.amountVnd).toBe(stated.totals.revenueVnd);
  expect(lines).toHaveLength(6);
  const sheets = workbookCells(await bytesOf(paper, 'vi.xlsx'));
  const [head, first] = sheets.get('Dòng hàng') ?? [];
  expect(head?.map(({ value }) => value)).toContain('Tiền thuế GTGT');
  expect(first?.map(({ value }) => value)).toEqual(
    expect.arrayContaining(['A01-1-2', '5700123456', HOSTILE, '8%', 'TM', 3, 300_000]),
  );
  const plain = (await bytesOf(paper, 'vi.csv')).toString('utf8').split('\r\n');
  expect(plain[1]).toContain(`A01-1-2,${DAY}`);
  expect(plain[1]).toContain(
    `"'=HYPERLINK(""http://x"",""y"")",hộp,3,100000,0,277778,8%,22222,300000`,
  );
});

it('lists what came late and what is set aside, with its code in words and who decided', async () => {
  const orphan = work.till(2);
  const elsewhere = work.till(1).sell(10_000);
  orphan.refund(elsewhere, 1_000);
  await work.deliver(2);
  const paper = await order({ kind: 'late_list', exhibitorId: undefined, day: undefined });
  expect(paper).toMatchObject({ exhibitorId: null, day: null, isProvisional: true });
  const { late, setAside } = await contentOf<LateListContent>(paper);
  expect(late.map(({ boothCode, totalVnd, revision }) => [boothCode, totalVnd, revision])).toEqual([
    ['A01', 80_000, 2],
  ]);
  expect(setAside).toMatchObject([
    { state: 'waiting', code: 'original_missing', whyVi: 'đơn gốc chưa có trong sổ', day: DAY },
  ]);
  const table = (await bytesOf(paper, 'vi.csv')).toString('utf8');
  expect(table).toContain('Đến muộn,A01-1-8,Bán');
  expect(table).toContain('đơn gốc chưa có trong sổ,original_missing');
  expect([...workbookCells(await bytesOf(paper, 'vi.xlsx')).keys()]).toEqual([
    'Đến muộn',
    'Để riêng',
  ]);
});

it('gives an exhibitor its own alone, and officials what the fair lets them see', async () => {
  const [owner, neighbour] = [
    standing('exhibitor', exhibitor(0)),
    standing('exhibitor', exhibitor(1)),
  ];
  const own = await order({}, owner);
  await bytesOf(own, 'vi.pdf', owner);
  const kindsOf = async (caller: Caller) => [
    ...new Set(
      (await listPapers.run(caller, work.fairId, {})).map(
        (paper) => `${paper.kind} ${paper.exhibitorId === exhibitor(0)}`,
      ),
    ),
  ];
  expect((await kindsOf(owner)).sort()).toEqual(['sales_export true', 'statement true']);
  expect(await kindsOf(neighbour)).toEqual(['statement false']);
  const read = (caller: Caller, file = 'vi.pdf') =>
    codeOf(readPaperFile.run(caller, { fairId: work.fairId, paperId: own.id, file }));
  expect([await read(owner), await read(neighbour), await read(work.organizer)]).toEqual([
    'done',
    'paper_not_found',
    'done',
  ]);
  expect([
    await read(owner, 'en.pdf'),
    await read(owner, 'vi.exe'),
    await read(owner, 'en.docx'),
  ]).toEqual(['paper_not_ready', 'paper_not_found', 'paper_not_ready']);
  expect([
    await codeOf(order({}, neighbour)),
    await codeOf(order({ kind: 'late_list', exhibitorId: undefined }, owner)),
    await codeOf(order({ exhibitorId: undefined }, owner)),
    await codeOf(order({ exhibitorId: newId() })),
    await codeOf(order({ day: '2025-12-24' })),
    await codeOf(order({ day: '2025-13-01' })),
  ]).toEqual([
    'exhibitor_not_found',
    'paper_for_organizers',
    'paper_exhibitor_missing',
    'exhibitor_not_found',
    'fair_day_not_found',
    'fair_day_not_found',
  ]);
  expect([await read(standing('official')), await kindsOf(standing('official'))]).toEqual([
    'paper_not_found',
    [],
  ]);
  await sql(`UPDATE fair SET booth_money_visible_to = 'officials' WHERE id = $1`, [work.fairId]);
  expect(await read(standing('official'))).toBe('done');
});

it('has one file of a name, with the hash of its bytes, and says why one failed', async () => {
  const paper = await order({ language: 'en' });
  const name = { fairId: work.fairId, paperId: paper.id, language: 'en', format: 'pdf' } as const;
  const progress = paperProgressOn(database.dataSource);
  await progress.fail(name, 'report_failed');
  const stateOf = async () =>
    (await listPapers.one(work.organizer, work.fairId, paper.id))?.files.find(
      ({ file }) => file === 'en.pdf',
    );
  expect(await stateOf()).toMatchObject({ state: 'failed', failedCode: 'report_failed' });
  await order({ language: 'en' });
  expect(await stateOf()).toMatchObject({ state: 'waiting' });
  const write = () => writePaperFileOn(database.dataSource, work.clock).run(name);
  await Promise.all([write(), write()]);
  await write();
  const stored = await sql<{ bytes: Buffer; sha256: Buffer }>(
    `SELECT bytes, sha256 FROM paper_file WHERE paper_id = $1 AND language = 'en' AND format = 'pdf'`,
    [paper.id],
  );
  expect(stored).toHaveLength(1);
  const sha256 = createHash('sha256').update(stored[0]!.bytes).digest('hex');
  expect(await stateOf()).toMatchObject({ state: 'ready', sha256 });
});

it('has its rules in the database as well', async () => {
  const paper = await database.dataSource
    .getRepository(Paper)
    .findOneByOrFail({ id: (await order()).id });
  expect(paper.contentHash.equals(contentHash(paper.content))).toBe(true);
  const row = (more: object) =>
    sql(
      `INSERT INTO paper SELECT (jsonb_populate_record(p, $2::jsonb)).* FROM paper p WHERE id = $1`,
      [
        paper.id,
        JSON.stringify({ id: newId(), edition: 90, basis_hash: `\\x${'00'.repeat(32)}`, ...more }),
      ],
    );
  const subject = (kind: string, of = exhibitor(0), day = DAY) => `${kind}:${of}:${day}`;
  const wrong: [object, string][] = [
    [{ kind: 'poem', exhibitor_id: null, subject: subject('poem', 'all') }, 'paper_kind_known'],
    [{ kind: 'late_list', subject: subject('late_list') }, 'paper_exhibitor_named'],
    [{ exhibitor_id: null, subject: subject('statement', 'all') }, 'paper_exhibitor_named'],
    [
      { kind: 'final_report', exhibitor_id: null, subject: subject('final_report', 'all') },
      'paper_of_the_whole_fair',
    ],
    [{ subject: subject('statement', 'all') }, 'paper_subject_whole'],
    [{ edition: 0 }, 'paper_edition_positive'],
    [{ content_hash: '\\x00' }, 'paper_hash_length'],
    [{ edition: paper.edition }, 'paper_fair_id_subject_edition_key'],
    [{ basis_hash: `\\x${paper.basisHash.toString('hex')}` }, 'paper_fair_id_basis_hash_key'],
  ];
  for (const [more, constraint] of wrong) await expect(row(more)).rejects.toThrow(constraint);

  const file = (more: string) =>
    sql(
      `INSERT INTO paper_file (fair_id, paper_id, language, format, bytes, sha256, made_at)
       SELECT fair_id, ${more} FROM paper WHERE id = $1`,
      [paper.id],
    );
  await expect(file(`id, 'fr', 'pdf', '', sha256(''), now()`)).rejects.toThrow(
    'paper_file_language_known',
  );
  await expect(file(`id, 'en', 'exe', '', sha256(''), now()`)).rejects.toThrow(
    'paper_file_format_known',
  );
  await expect(file(`id, 'en', 'docx', '', '', now()`)).rejects.toThrow('paper_file_hash_of_bytes');
  await expect(file(`gen_random_uuid(), 'en', 'docx', '', sha256(''), now()`)).rejects.toThrow(
    'paper_file_fair_id_paper_id_fkey',
  );
  await expect(
    sql(`INSERT INTO wanted_paper SELECT fair_id, id, 'en', 'docx', 101 FROM paper WHERE id = $1`, [
      paper.id,
    ]),
  ).rejects.toThrow('wanted_paper_percent');
  for (const table of ['paper', 'paper_file']) {
    for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET fair_id = fair_id`]) {
      await expect(sql(change)).rejects.toThrow('append-only');
    }
  }
});
