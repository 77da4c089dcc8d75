import { newId, Refusal } from '@phien/kernel';
import PizZip from 'pizzip';
import { CloseDay } from '../closing/close-day';
import { ListPapers } from '../paper/list-papers';
import { Paper } from '../paper/paper.entity';
import { ReadPaperFile } from '../paper/read-paper-file';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  orderPaperOn,
  readFinalReportOn,
  RememberedOrders,
  type ReportsDatabase,
  writePaperFileOn,
} from '../testing/fair-to-close';
import { unzipped } from '../testing/workbook-cells';
import { BringFrame } from './bring-frame';
import type { WriteFinalFieldDto } from './final-report.dto';
import type { FinalReportContent } from './final-report.rules';
import { FrameCheckHere } from './frame-check';
import { houseFrame } from './house-frame';
import { ReadFrame } from './read-frame';
import { WriteFinalField } from './write-final-field';

let database: ReportsDatabase;
let work: FairToClose;

beforeAll(async () => {
  database = await openReportsDatabase();
  work = await FairToClose.open(database, { booths: 4 });
  work.till(0).openShift();
  work.till(0).sell(1_500_000, { line: { star: 4 } });
  work.till(1).sell(500_000, { method: 'vietqr', line: { star: null } });
  await work.deliver(0, 1);
  await work.count(120, 30);
  work.setClock(EVENING);
});
afterAll(() => database.close());

const read = () => readFinalReportOn(database.dataSource, work.clock).run(work.fairId);
const fieldOf = async (name: string) => (await read()).fields.find(({ field }) => field === name);
const write = (field: string, wanted: WriteFinalFieldDto) =>
  new WriteFinalField(database.dataSource, work.clock).run(
    work.organizer.accountId,
    { fairId: work.fairId, field },
    wanted,
  );
const typed = (textVi: string, revision: number, more: Partial<WriteFinalFieldDto> = {}) => ({
  state: 'typed' as const,
  textVi,
  revision,
  ...more,
});
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const order = (base?: string) =>
  orderPaperOn(database.dataSource, work.clock, new RememberedOrders()).run(
    work.organizer,
    work.fairId,
    { kind: 'final_report', language: 'vi', base },
  );
const contentOf = async (id: string) =>
  (await database.dataSource.getRepository(Paper).findOneByOrFail({ id }))
    .content as unknown as FinalReportContent;

it('fills its fields from the ledger, before a closing and after it', async () => {
  expect(await fieldOf('revenue')).toMatchObject({ state: 'from_ledger' });
  const before = (await fieldOf('revenue'))?.ledger?.vi ?? '';
  expect(before).toContain('2.000.000');
  expect((await fieldOf('visits'))?.ledger?.vi).toBe('120 lượt khách, đếm tại 1 cổng');
  expect((await fieldOf('ocop'))?.ledger?.vi).toContain('1.500.000');
  expect((await fieldOf('exhibitors'))?.ledger?.vi).toContain(
    '4 đơn vị: 2 trong tỉnh, 1 ngoài tỉnh',
  );
  await new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
  });
  expect((await fieldOf('revenue'))?.ledger?.vi).toBe(before);
  expect((await fieldOf('ocop'))?.ledger?.vi).toContain('1.500.000');
  expect((await fieldOf('coverage'))?.ledger?.vi).toContain('1 trên 1 ngày đã chốt');
});

it('keeps both figures when a person writes over the ledger’s, and every change of it', async () => {
  await write('visits', typed('khoảng 150 lượt', 0, { textEn: 'about 150' }));
  await write('visits', typed('khoảng 150 lượt', 0, { textEn: 'about 150' }));
  expect(await fieldOf('visits')).toMatchObject({
    state: 'typed',
    revision: 1,
    ledger: { vi: '120 lượt khách, đếm tại 1 cổng' },
    written: { textVi: 'khoảng 150 lượt', byName: 'Ban tổ chức thử', at: EVENING.toISOString() },
  });
  expect(await codeOf(write('visits', typed('200', 0)))).toBe('final_field_changed');
  await write('visits', { state: 'from_ledger', revision: 1 });
  expect(await fieldOf('visits')).toMatchObject({
    state: 'from_ledger',
    revision: 2,
    written: null,
  });
  const entries = await database.dataSource.query<{ state: string }[]>(
    `SELECT state FROM final_field_entry WHERE fair_id = $1 AND field = 'visits' ORDER BY revision`,
    [work.fairId],
  );
  expect(entries.map(({ state }) => state)).toEqual(['typed', 'from_ledger']);
});

it('adds and leaves out fields, and refuses what is none', async () => {
  const own = `own-${newId()}`;
  await write(own, typed('Ngân hàng A', 0, { nameVi: 'Nhà tài trợ', nameEn: 'Sponsors' }));
  await write('sales', { state: 'left_out', revision: 0 });
  expect((await read()).fields.at(-1)).toMatchObject({ field: own, nameVi: 'Nhà tài trợ' });
  expect(await fieldOf('sales')).toMatchObject({ state: 'left_out' });
  expect([
    await codeOf(write('weather', typed('nắng', 0))),
    await codeOf(write('own-1', typed('x', 0, { nameVi: 'x', nameEn: 'x' }))),
    await codeOf(write(`own-${newId()}`, typed('không tên', 0))),
    await codeOf(write('theme', { state: 'typed', revision: 0 })),
    await codeOf(write('theme', { state: 'from_ledger', revision: 0 })),
  ]).toEqual([
    'final_field_not_found',
    'final_field_not_found',
    'final_field_words_missing',
    'final_field_words_missing',
    'final_field_not_of_ledger',
  ]);
});

it('is one edition until something changes, with the past fair it is compared with', async () => {
  const first = await order('ocop-qn-2019-summer');
  expect(first).toMatchObject({ kind: 'final_report', edition: 1, isProvisional: true, day: null });
  expect(first.files.map(({ file }) => file)).toEqual(['vi.docx', 'vi.pdf', 'en.docx', 'en.pdf']);
  expect((await order('ocop-qn-2019-summer')).id).toBe(first.id);
  const content = await contentOf(first.id);
  expect(content.fields.some(({ field }) => field === 'sales')).toBe(false);
  expect(content.days).toMatchObject([
    { day: DAY, revision: 1, revenueVnd: 2_000_000, entries: 120 },
  ]);
  const [revenue] = content.comparison?.lines ?? [];
  expect(revenue?.measure).toBe('revenue');
  expect(revenue?.sources.length).toBeGreaterThan(0);
  await write('theme', typed('Tinh hoa OCOP', 0));
  const second = await order('ocop-qn-2019-summer');
  expect(second.edition).toBe(2);
  expect(
    (await contentOf(first.id)).fields.find(({ field }) => field === 'theme')?.written,
  ).toBeNull();
  expect((await order()).edition).toBe(3);
  expect(await codeOf(order('no-such-fair'))).toBe('past_fair_not_found');
});

it('prints in a frame that was brought, and goes back to the house’s own', async () => {
  const bring = new BringFrame(database.dataSource, work.clock, new FrameCheckHere());
  const to = { fairId: work.fairId, language: 'vi' as const };
  const { accountId } = work.organizer;
  const zip = new PizZip(houseFrame('vi'));
  const changed = (from: string, into: string) => {
    const frame = new PizZip(houseFrame('vi'));
    const xml = zip.file('word/document.xml')?.asText() ?? '';
    frame.file('word/document.xml', xml.replace(from, into));
    return frame.generate({ type: 'nodebuffer' }).toString('base64');
  };
  const own = { name: 'khung.docx', base64: changed('Số: ……/BC', 'Số: 12/BC-SCT') };
  await bring.run(accountId, to, { ...own, revision: 0 });
  await bring.run(accountId, to, { ...own, revision: 0 });
  expect((await read()).frames).toMatchObject([
    { language: 'vi', revision: 1, name: 'khung.docx', broughtByName: 'Ban tổ chức thử' },
    { language: 'en', revision: 0, name: null },
  ]);
  const broken = changed('{fair_name}', '{fair_name');
  expect([
    await codeOf(bring.run(accountId, to, { ...own, base64: broken, revision: 1 })),
    await codeOf(bring.run(accountId, to, { ...own, base64: 'bm8=', revision: 1 })),
    await codeOf(
      bring.run(accountId, to, { ...own, base64: changed('BÁO CÁO', 'X'), revision: 0 }),
    ),
  ]).toEqual(['frame_unreadable', 'frame_unreadable', 'frame_changed']);

  const paper = await order();
  const file = { fairId: work.fairId, paperId: paper.id, language: 'vi', format: 'docx' } as const;
  await bring.run(accountId, to, { revision: 1 });
  expect((await read()).frames[0]).toMatchObject({ revision: 2, name: null });
  await writePaperFileOn(database.dataSource, work.clock).run(file);
  const readFile = new ReadPaperFile(database.dataSource, new ListPapers(database.dataSource));
  const { bytes } = await readFile.run(work.organizer, { ...file, file: 'vi.docx' });
  expect(unzipped(bytes).get('word/document.xml')?.toString('utf8')).toContain('12/BC-SCT');
  const used = await new ReadFrame(database.dataSource).run(work.fairId, 'vi');
  expect(used.bytes.equals(houseFrame('vi'))).toBe(true);
});

it('has its rules in the database as well', async () => {
  const sql = (text: string, values: unknown[]) => database.dataSource.query(text, values);
  const entry = (more: object) =>
    sql(
      `INSERT INTO final_field_entry SELECT (jsonb_populate_record(e, $2::jsonb)).* FROM final_field_entry e
        WHERE fair_id = $1 AND field = 'theme' LIMIT 1`,
      [work.fairId, JSON.stringify({ revision: 9, ...more })],
    );
  const wrong: [object, string][] = [
    [{ revision: 0 }, 'final_field_entry_revision_positive'],
    [{ field: 'Chủ đề' }, 'final_field_entry_field_shape'],
    [{ state: 'said' }, 'final_field_entry_state_known'],
    [{ name_vi: 'x', name_en: 'x' }, 'final_field_entry_own_named'],
    [
      {
        field: `own-${newId()}`,
        name_vi: 'x',
        name_en: 'x',
        state: 'from_ledger',
        text_vi: null,
        text_en: null,
      },
      'final_field_entry_own_is_typed',
    ],
    [{ text_vi: null }, 'final_field_entry_text_where_typed'],
    [{ text_vi: '' }, 'final_field_entry_text_where_typed'],
    [{ revision: 1 }, 'final_field_entry_pkey'],
  ];
  for (const [more, constraint] of wrong) await expect(entry(more)).rejects.toThrow(constraint);

  const frame = (more: object) =>
    sql(
      `INSERT INTO final_report_frame SELECT (jsonb_populate_record(f, $2::jsonb)).* FROM final_report_frame f
        WHERE fair_id = $1 AND revision = 1`,
      [work.fairId, JSON.stringify({ revision: 9, ...more })],
    );
  const wrongFrames: [object, string][] = [
    [{ revision: 0 }, 'final_report_frame_revision_positive'],
    [{ language: 'fr' }, 'final_report_frame_language_known'],
    [{ name: null }, 'final_report_frame_whole'],
    [{ sha256: '\\x00' }, 'final_report_frame_hash_of_bytes'],
  ];
  for (const [more, constraint] of wrongFrames)
    await expect(frame(more)).rejects.toThrow(constraint);
  await expect(
    sql(
      `INSERT INTO final_report_frame SELECT fair_id, language, 9, name, b, sha256(b), brought_by, brought_at
         FROM final_report_frame, convert_to(repeat('x', 600001), 'UTF8') b WHERE fair_id = $1 AND revision = 1`,
      [work.fairId],
    ),
  ).rejects.toThrow('final_report_frame_size');
  for (const table of ['final_field_entry', 'final_report_frame']) {
    for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET revision = revision`]) {
      await expect(sql(change, [])).rejects.toThrow('append-only');
    }
  }
});
