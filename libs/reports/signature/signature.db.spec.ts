import {
  type Caller,
  CreateAccount,
  GrantRole,
  type Role,
  SecondFactorCodes,
  TestPhone,
} from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { brokenConstraint } from '@phien/store';
import { CloseDay } from '../closing/close-day';
import { CloseDueDays } from '../closing/close-due-days';
import { closingHash } from '../closing/closing.rules';
import { FindDueDays } from '../closing/find-due-days';
import { readClosings } from '../closing/read-closings';
import { ListPressFigures } from '../press/list-press-figures';
import { NotePressFigure } from '../press/note-press-figure';
import type { NotePressFigureDto } from '../press/press.dto';
import { StrikePressFigure } from '../press/strike-press-figure';
import { Report } from '../report/report.entity';
import type { ReportFormat, ReportLanguage } from '../report/report.rules';
import {
  DAY,
  EVENING,
  FairToClose,
  listDaysOn,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
  writeReportOn,
} from '../testing/fair-to-close';
import { VerifyDocument } from '../verify/verify-document';
import { ListSignatures } from './list-signatures';
import { ReviewClosing } from './review-closing';
import { SignClosing } from './sign-closing';

let database: ReportsDatabase;
let work: FairToClose;

beforeAll(async () => {
  database = await openReportsDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 3, exhibitors: 2 });
  for (const at of [0, 1]) work.till(at).openShift();
  work.till(0).sell(300_000);
  work.till(1).sell(200_000);
  await work.deliver(0, 1);
  await work.count(40, 10);
  work.setClock(EVENING);
});

/** Somebody with a role in this fair, and a phone that shows codes. */
async function somebody(role: Role, name = 'Bà Trần Thị Lan'): Promise<[Caller, TestPhone]> {
  const { dataSource } = database;
  const login = `${role}-${newId()}`;
  const accountId = await new CreateAccount(dataSource).run({
    login,
    name,
    password: 'một mật khẩu dài',
    isDemo: false,
    mayOpenFairs: false,
  });
  const grant = { fairId: work.fairId, role, exhibitorId: null };
  await new GrantRole().run(dataSource.manager, { ...grant, accountId });
  const caller = { accountId, login, name, mayOpenFairs: false, grants: [grant] };
  return [caller, await TestPhone.of(dataSource.manager, accountId)];
}

const closeDay = () => new CloseDay(database.dataSource, work.clock, new RememberedOrders());
const close = (reason?: string) =>
  closeDay().run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
    reason,
  });

async function sellLate(vnd = 70_000): Promise<void> {
  work.till(0).sell(vnd);
  await work.deliver(0);
}

const signing = () =>
  new SignClosing(database.dataSource, work.clock, new SecondFactorCodes(database.dataSource));
const sign = (
  who: Caller,
  { revision, hash }: { revision: number; hash: string },
  code: string,
  exception?: string,
) =>
  signing().run(
    who,
    { fairId: work.fairId, day: DAY, revision: String(revision) },
    { hash, code, ...(exception !== undefined && { exception }) },
  );

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const refusedBy = (attempt: Promise<unknown>) => attempt.then(() => 'nothing', brokenConstraint);
const sql = (text: string, values: unknown[] = []) => database.dataSource.query(text, values);

const review = (who: Caller, revision = 1) =>
  new ReviewClosing(database.dataSource).run(who, {
    fairId: work.fairId,
    day: DAY,
    revision: String(revision),
  });
const today = async () =>
  (await listDaysOn(database.dataSource, work.clock).run(work.fairId)).find(
    ({ day }) => day === DAY,
  )!;

/** Changes a stored revision as only a superuser can, behind the trigger's back. */
async function forge(change: string): Promise<void> {
  await sql(`ALTER TABLE closing DISABLE TRIGGER USER`);
  await sql(`UPDATE closing SET ${change} WHERE fair_id = $1`, [work.fairId]);
  await sql(`ALTER TABLE closing ENABLE TRIGGER USER`);
}

it('signs the revision that was reviewed, by name, hour and hash, once', async () => {
  const [lan, phone] = await somebody('official');
  const closing = await close();
  const before = await review(lan);
  expect(before).toMatchObject({
    hash: closing.hash,
    isUnaltered: true,
    isLatest: true,
    waitingCount: 0,
    signatures: [],
  });
  expect(before.sums.length).toBeGreaterThan(10);
  expect(before.sums.every(({ parts, total }) => parts === total)).toBe(true);

  const signature = await sign(lan, closing, phone.code());
  expect(signature).toEqual({
    day: DAY,
    revision: 1,
    signerName: 'Bà Trần Thị Lan',
    signedAt: EVENING.toISOString(),
    exception: null,
    isYours: true,
  });
  expect(await sign(lan, closing, 'whatever')).toEqual(signature);
  expect(await new ListSignatures(database.dataSource).run(work.organizer, work.fairId)).toEqual([
    { ...signature, isYours: false },
  ]);
  const log = await sql(
    `SELECT account_id AS by, subject_id AS what, detail->>'hash' AS hash FROM audit_entry
      WHERE fair_id = $1 AND action = 'closing_signed'`,
    [work.fairId],
  );
  expect(log).toEqual([{ by: lan.accountId, what: `${DAY} r1`, hash: closing.hash }]);
});

it('refuses in order: what, then who, then the code', async () => {
  const [lan, phone] = await somebody('official');
  const [minh, his] = await somebody('organizer', 'Ông Minh');
  const stranger = (await FairToClose.open(database)).fairId;
  const closing = await close();
  const none = { revision: 9, hash: closing.hash };
  const other = { revision: 1, hash: 'ab'.repeat(32) };
  const rows: [string, () => Promise<unknown>, string][] = [
    ['a revision that is none', () => sign(lan, none, phone.code()), 'closing_not_found'],
    [
      'another fair',
      () =>
        signing().run(
          lan,
          { fairId: stranger, day: DAY, revision: '1' },
          { hash: closing.hash, code: phone.code() },
        ),
      'closing_not_found',
    ],
    ['another hash', () => sign(lan, other, phone.code()), 'other_hash_reviewed'],
    [
      'an exception to nothing',
      () => sign(lan, closing, phone.code(), 'khách đếm thiếu một giờ'),
      'nothing_to_except',
    ],
    ['an organizer', () => sign(minh, closing, his.code()), 'role_missing'],
    ['a wrong code', () => sign(lan, closing, phone.wrongCode()), 'code_wrong'],
    ['no code', () => sign(lan, closing, ''), 'code_wrong'],
    ["another person's code", () => sign(lan, closing, his.code()), 'code_wrong'],
    ['the right one', () => sign(lan, closing, phone.code()), 'done'],
  ];
  for (const [what, attempt, expected] of rows) {
    expect([what, await codeOf(attempt())]).toEqual([what, expected]);
  }
  const [dismissed, theirs] = await somebody('official');
  await sql(`DELETE FROM role_grant WHERE account_id = $1`, [dismissed.accountId]);
  expect(await codeOf(sign(dismissed, closing, theirs.code()))).toBe('role_missing');
});

it('leaves a later revision unsigned, and takes the same code for it no second time', async () => {
  const [lan, phone] = await somebody('official');
  const first = await close();
  const code = phone.code();
  await sign(lan, first, code);
  await sellLate();
  expect((await review(lan)).waitingCount).toBe(1);
  const second = await close('máy ở gian A01 gửi muộn');
  expect((await review(lan)).isLatest).toBe(false);
  expect((await review(lan, 2)).signatures).toEqual([]);
  expect(await codeOf(sign(lan, second, code))).toBe('code_used');
  const [minh, his] = await somebody('official', 'Ông Minh');
  expect(await codeOf(sign(minh, first, his.code()))).toBe('newer_revision_there');
  expect(await codeOf(sign(lan, second, phone.code(1)))).toBe('done');
  expect(await codeOf(sign(minh, second, his.code()))).toBe('done');
  expect((await review(lan, 2)).signatures.map(({ signerName }) => signerName).sort()).toEqual([
    'Bà Trần Thị Lan',
    'Ông Minh',
  ]);
});

it('closes a signed day by itself no more: a person says why', async () => {
  const [lan, phone] = await somebody('official');
  const worker = new CloseDueDays(new FindDueDays(database.dataSource, work.clock), closeDay());
  const round = async () =>
    (await worker.run()).filter(({ fairId }) => fairId === work.fairId).length;
  const first = await close();
  await sellLate();
  work.setClock(new Date(EVENING.getTime() + 3_600_000));
  expect(await round()).toBe(1);
  const second = { revision: 2, hash: (await review(lan, 2)).hash };
  expect((await today()).isSigned).toBe(false);
  await sign(lan, second, phone.code());
  expect((await today()).isSigned).toBe(true);
  expect(first.revision).toBe(1);

  await sellLate();
  work.setClock(new Date(EVENING.getTime() + 7_200_000));
  expect(await round()).toBe(0);
  expect((await today()).waitingDocumentCount).toBe(1);
  const itself = { fairId: work.fairId, day: DAY, accountId: null, reason: 'máy báo muộn' };
  expect(await codeOf(closeDay().run(itself))).toBe('day_is_signed');
  expect(
    await refusedBy(
      sql(
        `INSERT INTO closing SELECT fair_id, day, 3, closed_at, NULL, reason, is_complete, document_count,
                total_vnd, entries, documents_hash, figures, hash, declared_count, declared_vnd, declared_hash
           FROM closing WHERE fair_id = $1 AND revision = 2`,
        [work.fairId],
      ),
    ),
  ).toBe('closing_of_signed_day_by_person');
  expect(await codeOf(close())).toBe('revision_reason_missing');
  expect((await close('máy ở gian A01 mất mạng cả buổi')).revision).toBe(3);
});

it('signs no figures that were changed in the database, and none that do not sum without a word', async () => {
  const [lan, phone] = await somebody('official');
  const closing = await close();
  await forge(`figures = jsonb_set(figures, '{totals,revenueVnd}', '9999999')`);
  expect((await review(lan)).isUnaltered).toBe(false);
  expect(await codeOf(sign(lan, closing, phone.code()))).toBe('closing_altered');

  /* As a fault of ours would have kept it: with the hash of what it says. */
  const [said] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
  const hash = closingHash(said!);
  await forge(`hash = decode('${hash}', 'hex')`);
  const faulty = { revision: 1, hash };
  const looked = await review(lan);
  expect(looked.isUnaltered).toBe(true);
  expect(looked.sums.find(({ of }) => of === 'zones')).toMatchObject({
    parts: 500_000,
    total: 9_999_999,
  });
  expect(await codeOf(sign(lan, faulty, phone.code()))).toBe('parts_do_not_sum');
  expect(await codeOf(sign(lan, faulty, phone.code(), 'ngắn'))).toBe('parts_do_not_sum');
  const why = 'Tổng in nhầm, các khu là số đúng; đã báo người trông máy chủ.';
  expect(await sign(lan, faulty, phone.code(), why)).toMatchObject({ exception: why });
});

it('tells whoever holds a hash or a file what it is, who signed it, and what is newer', async () => {
  const verify = new VerifyDocument(database.dataSource);
  const [lan, phone] = await somebody('official');
  const first = await close();
  const write = async (language: ReportLanguage, format: ReportFormat) => {
    const name = { day: DAY, revision: 1, kind: 'end_of_day' as const, language, format };
    await writeReportOn(database.dataSource, work.clock).run({ fairId: work.fairId, ...name });
    const stored = { fairId: work.fairId, ...name };
    const { sha256 } = await database.dataSource.getRepository(Report).findOneByOrFail(stored);
    return sha256.toString('hex');
  };
  const [pdf, xlsx] = [await write('vi', 'pdf'), await write('en', 'xlsx')];
  const closing = async (hash: string) => (await verify.run(hash, 'a')).closing;
  expect(await closing(first.hash)).toMatchObject({
    day: DAY,
    revision: 1,
    file: null,
    figures: { revenueVnd: 500_000, salesCount: 2, entries: 40 },
    signatures: [],
    newer: null,
  });
  await sign(lan, first, phone.code());
  await sellLate();
  await close('máy ở gian A01 gửi muộn');
  const signatures = [
    { signerName: 'Bà Trần Thị Lan', signedAt: EVENING.toISOString(), exception: null },
  ];
  const newer = { revision: 2, reason: 'máy ở gian A01 gửi muộn', isSigned: false };
  for (const [hash, file] of [
    [first.hash.toUpperCase(), null],
    [pdf, { language: 'vi', format: 'pdf' }],
    [xlsx, { language: 'en', format: 'xlsx' }],
  ] as const) {
    expect(await closing(hash)).toMatchObject({ revision: 1, file, signatures, newer });
  }
  expect(JSON.stringify(await verify.run(pdf, 'a'))).not.toContain(work.fairId);
  const changed = `${pdf.slice(0, -1)}${pdf.endsWith('0') ? '1' : '0'}`;
  for (const hash of [changed, 'ab'.repeat(32), 'no hash', '']) {
    expect(await codeOf(verify.run(hash, 'a'))).toBe('document_unknown');
  }
  for (let n = 4; n < 60; n += 1) await codeOf(verify.run('ab'.repeat(32), 'a'));
  expect(await codeOf(verify.run(changed, 'a'))).toBe('too_many_unknown_documents');
  expect(await codeOf(verify.run(changed, 'b'))).toBe('document_unknown');
  expect(await codeOf(verify.run(pdf, 'a'))).toBe('done');
});

it('keeps which figure was given to whom, of which revision, and what it is by now', async () => {
  const [lan] = await somebody('official');
  await close();
  const told: NotePressFigureDto = {
    id: newId(),
    day: DAY,
    revision: 1,
    figure: 'revenue',
    toldAs: 'khoảng nửa triệu đồng',
    toldTo: 'Báo Quảng Ninh',
    toldBy: 'Bà Trần Thị Lan',
    toldAt: EVENING.toISOString(),
  };
  const note = (more: Partial<NotePressFigureDto> = {}) =>
    codeOf(
      new NotePressFigure(database.dataSource, work.clock).run(lan, work.fairId, {
        ...told,
        ...more,
      }),
    );
  const list = () => new ListPressFigures(database.dataSource).run(work.fairId);
  expect(await note()).toBe('done');
  expect(await note()).toBe('done');
  expect(await note({ toldAs: 'hơn một tỷ' })).toBe('other_press_figure');
  expect(await note({ id: newId(), revision: 2 })).toBe('closing_not_found');
  expect(await note({ id: newId(), day: '2025-13-01' })).toBe('closing_not_found');
  const minutes = (n: number) => new Date(EVENING.getTime() + n * 60_000).toISOString();
  expect(await note({ id: newId(), toldAt: minutes(1) })).toBe('told_in_the_future');
  expect(await note({ id: newId(), toldAt: minutes(-1) })).toBe('told_before_closing');
  await sellLate();
  await close('máy ở gian A01 gửi muộn');
  expect(await list()).toEqual([
    {
      ...told,
      value: 500_000,
      notedByName: 'Bà Trần Thị Lan',
      notedAt: EVENING.toISOString(),
      isSigned: false,
      latestRevision: 2,
      latestValue: 570_000,
      struckReason: null,
    },
  ]);
  const strike = (id: string, reason = 'Ghi nhầm báo') =>
    codeOf(
      new StrikePressFigure(database.dataSource, work.clock).run(
        lan,
        { fairId: work.fairId, pressFigureId: id },
        { reason },
      ),
    );
  expect(await strike(newId())).toBe('press_figure_not_found');
  expect(await strike(told.id)).toBe('done');
  expect(await strike(told.id, 'lần nữa')).toBe('done');
  expect((await list())[0]?.struckReason).toBe('Ghi nhầm báo');
});

it('is kept by the database: every constraint refuses', async () => {
  const [lan, phone] = await somebody('official');
  const [minh] = await somebody('official');
  const closing = await close();
  await sign(lan, closing, phone.code());
  const note = { id: newId(), day: DAY, revision: 1, figure: 'visits' as const };
  const told = { toldAs: '40 lượt', toldTo: 'Đài', toldBy: 'Lan', toldAt: EVENING.toISOString() };
  await new NotePressFigure(database.dataSource, work.clock).run(lan, work.fairId, {
    ...note,
    ...told,
  });
  await new StrikePressFigure(database.dataSource, work.clock).run(
    lan,
    { fairId: work.fairId, pressFigureId: note.id },
    { reason: 'nhầm' },
  );
  /* Inserts a row like the first one, with some columns (SQL) changed. */
  const copy = async (table: string, change: Record<string, string>) => {
    const columns: { name: string }[] = await sql(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_name = $1 AND table_schema = 'public' ORDER BY ordinal_position`,
      [table],
    );
    const values = columns.map(({ name }) => change[name] ?? name).join(', ');
    return refusedBy(
      sql(`INSERT INTO ${table} SELECT ${values} FROM ${table} WHERE fair_id = $1`, [work.fairId]),
    );
  };
  const account_id = `'${minh.accountId}'::uuid`;
  const as = { account_id, step: 'step + 1' };
  const id = 'gen_random_uuid()';
  for (const [table, change, constraint] of [
    ['closing_signature', {}, 'closing_signature_pkey'],
    ['closing_signature', { account_id }, 'closing_signature_code_once'],
    ['closing_signature', as, 'closing_signature_second_factor_id_step_fkey'],
    ['closing_signature', { account_id, step: 'NULL' }, 'closing_signature_proved_whole'],
    ['closing_signature', { ...as, signer_name: `''` }, 'closing_signature_named'],
    ['closing_signature', { ...as, exception: `'ngắn'` }, 'closing_signature_exception_told'],
    ['press_figure', {}, 'press_figure_pkey'],
    ['press_figure', { id, revision: '7' }, 'press_figure_fair_id_day_revision_fkey'],
    ['press_figure', { id, figure: `'rumour'` }, 'press_figure_known'],
    ['press_figure', { id, told_as: `''` }, 'press_figure_told_as_length'],
    ['press_figure', { id, told_to: `''` }, 'press_figure_told_to_length'],
    ['press_figure', { id, told_by: `''` }, 'press_figure_told_by_length'],
    [
      'press_figure',
      { id, told_at: `noted_at + interval '1 s'` },
      'press_figure_told_before_noted',
    ],
    ['press_figure_struck', {}, 'press_figure_struck_pkey'],
    [
      'press_figure_struck',
      { press_figure_id: id },
      'press_figure_struck_fair_id_press_figure_id_fkey',
    ],
    ['press_figure_struck', { reason: `''` }, 'press_figure_struck_reasoned'],
  ] as const) {
    const what = `${table} ${JSON.stringify(change)}`;
    expect([what, await copy(table, change)]).toEqual([what, constraint]);
  }
  for (const table of ['closing_signature', 'press_figure', 'press_figure_struck']) {
    for (const deed of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      expect([deed, await refusedBy(sql(deed))]).toEqual([deed, 'append_only']);
    }
  }
  const [use] = (await sql(
    `INSERT INTO second_factor_use SELECT second_factor_id, step + 9, used_at FROM second_factor_use
      ORDER BY used_at DESC LIMIT 1 RETURNING step`,
  )) as [{ step: number }];
  const other = { account_id, step: String(use.step), hash: `sha256('x')` };
  expect(await copy('closing_signature', other)).toBe(
    'closing_signature_fair_id_day_revision_hash_fkey',
  );
});
