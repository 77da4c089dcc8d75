import type { Caller } from '@phien/identity';
import { newId, systemClock } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { PlanBell } from '../allocation/plan-bell';
import { ListExhibitors } from '../exhibitor/list-exhibitors';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { KeptWords, makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { BringRoster } from './bring-roster';
import { CopyRoster } from './copy-roster';
import { DropRoster } from './drop-roster';
import { ExportRoster } from './export-roster';
import { ReadRosterDraft } from './read-roster-draft';
import { RosterFilesHere } from './roster-files';
import { TakeRoster } from './take-roster';
import type { RosterDraftDto, TakeRosterDto } from './roster.dto';

let database: TestDatabase;
let boss: Caller;
let official: Caller;
let fair: SmallFair;
let emptyFairId: string;
/* What whoever has the plan open hears. */
const words: object[] = [];
const bell = new PlanBell(new KeptWords(words));

beforeAll(async () => {
  database = await openPlanningDatabase();
  const { manager } = database.dataSource;
  fair = await makeFair(manager, { booths: 4 });
  ({ fairId: emptyFairId } = await makeFair(manager, { booths: 0 }));
  const fairIds = [fair.fairId, emptyFairId];
  const grants = (role: 'organizer' | 'official') => fairIds.map((fairId) => ({ fairId, role }));
  boss = await makeCaller(database.dataSource, { grants: grants('organizer') });
  official = await makeCaller(database.dataSource, { grants: grants('official') });
});
afterAll(() => database.close());

const bring = (fairId: string, bytes: Buffer, name = 'danh-sach.csv') =>
  new BringRoster(database.dataSource, systemClock, new RosterFilesHere()).run(boss, fairId, {
    name,
    bytes,
  });
const take = (
  fairId: string,
  { id: draftId, seen }: RosterDraftDto,
  wish: Partial<TakeRosterDto> = {},
  by = boss,
) =>
  new TakeRoster(database.dataSource, systemClock, bell).run(
    by,
    { fairId, draftId },
    { seen, ...wish },
  );
const list = (by: Caller, fairId: string) =>
  new ListExhibitors(database.dataSource).run(by, fairId);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const audited = (fairId: string, action: string) =>
  database.dataSource
    .query<{ count: string }[]>(
      `SELECT count(*) AS count FROM audit_entry WHERE fair_id = $1 AND action = $2`,
      [fairId, action],
    )
    .then(([row]) => Number(row?.count));

const HEAD = 'Tên đơn vị,MST,Nơi đến,Người đại diện,Điện thoại';
const lines = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, n) => `Hợp tác xã số ${from + n},,Phường Hồng Gai,Đại diện ${n},0203 ${100_000 + n}`,
  );
const csv = (...all: string[]) => Buffer.from([HEAD, ...all].join('\n'));

it('shows 300 exhibitors with 12 bad rows, writes nothing, then the good ones once', async () => {
  const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
  boss.grants.push({ fairId, role: 'organizer', exhibitorId: null });
  const bad = Array.from({ length: 12 }, (_, n) => `Hợp tác xã hỏng ${n},5700100257,Đâu đó,,`);
  const draft = await bring(fairId, csv(...lines(1, 288), ...bad));
  expect(draft.exhibitors).toEqual({ good: 288, doubtful: 0, bad: 12, known: 0 });
  expect(draft.rows[0]).toMatchObject({
    row: 290,
    state: 'bad',
    findings: [
      { code: 'kind_from_name', weight: 'note' },
      { columnVi: 'Nơi đến', columnEn: 'From', code: 'place_unknown', weight: 'bad' },
      { columnVi: 'Mã số thuế', columnEn: 'Tax code', code: 'tax_code_check_digit' },
    ],
  });
  expect(await list(boss, fairId)).toEqual([]);

  const result = {
    addedExhibitors: 288,
    changedExhibitors: 0,
    addedProducts: 0,
    changedProducts: 0,
  };
  const twice = await Promise.all([take(fairId, draft), take(fairId, draft)]);
  expect(words).toEqual([expect.objectContaining({ fairId })]);
  expect(twice).toEqual([result, result]);
  expect(await list(boss, fairId)).toHaveLength(288);
  expect(await audited(fairId, 'exhibitor_added')).toBe(288);
  expect(await audited(fairId, 'roster_taken')).toBe(1);
  expect(await codeOf(take(fairId, draft, { left: [0] }))).toBe('roster_taken_otherwise');
  expect(
    await codeOf(new ReadRosterDraft(database.dataSource, systemClock).run(boss, fairId, draft.id)),
  ).toBe('roster_draft_not_found');
});

it('shows whom to call to organizers alone', async () => {
  const added = await bring(emptyFairId, csv('HTX Liên hệ,,Hà Nội,Người liên hệ,0203 111'));
  await take(emptyFairId, added);
  const [seen] = await list(boss, emptyFairId);
  expect(seen).toMatchObject({ representative: 'Người liên hệ', contactPhone: '0203 111' });
  const [hidden] = await list(official, emptyFairId);
  expect(hidden).toMatchObject({ name: 'HTX Liên hệ', representative: null, contactPhone: null });
});

it('takes a doubtful row as the one that is there, and refuses when the fair has changed', async () => {
  const { fairId } = fair;
  const [first] = fair.exhibitors;
  const bytes = csv(`${first?.name},0100233488,Phường Hồng Gai,Đại diện,`);
  const draft = await bring(fairId, bytes);
  expect(draft.rows).toMatchObject([{ state: 'doubtful', existing: first?.name }]);
  expect(await take(fairId, draft)).toMatchObject({ addedExhibitors: 0, changedExhibitors: 0 });

  const again = await bring(fairId, bytes);
  const wish: Partial<TakeRosterDto> = { doubtful: [{ at: 0, as: 'existing' }] };
  expect(await codeOf(take(fairId, again, wish, official))).toBe('roster_draft_not_found');
  expect(await codeOf(take(fairId, { ...again, seen: '0'.repeat(64) }, wish))).toBe(
    'roster_changed',
  );
  expect(await codeOf(take(fairId, again, { doubtful: [{ at: 5, as: 'new' }] }))).toBe(
    'roster_choice_unknown',
  );
  expect(await take(fairId, again, wish)).toMatchObject({ changedExhibitors: 1 });
  expect((await list(boss, fairId)).find(({ id }) => id === first?.id)).toMatchObject({
    taxCode: '0100233488',
    representative: 'Đại diện',
  });
  expect(await audited(fairId, 'exhibitor_changed')).toBe(1);
});

it('reads its own files again as nothing to change', async () => {
  const { fairId } = fair;
  const download = (file: 'xlsx' | 'exhibitors.csv' | 'products.csv', language: 'vi' | 'en') =>
    new ExportRoster(database.dataSource, systemClock, new RosterFilesHere()).run(boss, fairId, {
      file,
      language,
    });
  const known = { good: 0, doubtful: 0, bad: 0 };
  for (const language of ['vi', 'en'] as const) {
    const workbook = await bring(fairId, (await download('xlsx', language)).bytes, 'a.xlsx');
    expect([workbook.exhibitors, workbook.products]).toEqual([
      { ...known, known: 4 },
      { ...known, known: 8 },
    ]);
    const products = await bring(fairId, (await download('products.csv', language)).bytes);
    expect(products.products).toEqual({ ...known, known: 8 });
    const exhibitors = await bring(fairId, (await download('exhibitors.csv', language)).bytes);
    expect(exhibitors.exhibitors).toEqual({ ...known, known: 4 });
    await new DropRoster(database.dataSource).run(boss, fairId, exhibitors.id);
  }
  expect(
    await database.dataSource.query(
      `SELECT 1 FROM roster_draft WHERE fair_id = $1 AND rows IS NOT NULL`,
      [fairId],
    ),
  ).toEqual([]);
});

it('copies another fair of one’s own, products and all', async () => {
  const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
  boss.grants.push({ fairId, role: 'organizer', exhibitorId: null });
  const copy = (by: Caller, from: string) =>
    new CopyRoster(database.dataSource, systemClock).run(by, fairId, from);
  expect(await codeOf(copy(official, fair.fairId))).toBe('roster_fair_not_found');
  expect(await codeOf(copy(boss, newId()))).toBe('roster_fair_not_found');
  expect(await codeOf(copy(boss, fairId))).toBe('roster_fair_not_found');
  const draft = await copy(boss, fair.fairId);
  expect(draft.exhibitors).toMatchObject({ good: 4, bad: 0 });
  const taken = await take(fairId, draft);
  expect(taken.addedExhibitors).toBe(4);
  expect(taken.addedProducts).toBe(draft.products.good);
});

it('refuses in the database a draft that is half of one', async () => {
  const { fairId } = fair;
  const insert = (more: Record<string, unknown>) => {
    const row: Record<string, unknown> = {
      fair_id: fairId,
      id: newId(),
      name: 'x',
      sha256: Buffer.alloc(32),
      rows: '{}',
      brought_by: boss.accountId,
      brought_at: new Date(),
      ...more,
    };
    const names = Object.keys(row);
    return database.dataSource
      .query(
        `INSERT INTO roster_draft (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
        Object.values(row),
      )
      .then(() => 'inserted', brokenConstraint);
  };
  const taken = {
    rows: null,
    taken_by: boss.accountId,
    taken_at: new Date(),
    taken_as: Buffer.alloc(32),
    result: '{}',
  };
  const attempts: [Record<string, unknown>, string][] = [
    [{ name: '' }, 'roster_draft_named'],
    [{ sha256: null }, 'roster_draft_of_one_source'],
    [{ copied_from: fairId }, 'roster_draft_of_one_source'],
    [{ sha256: Buffer.alloc(31) }, 'roster_draft_hashed'],
    [{ ...taken, result: null }, 'roster_draft_taken_whole'],
    [{ ...taken, rows: '{}' }, 'roster_draft_rows_until_taken'],
    [{ rows: null }, 'roster_draft_rows_until_taken'],
    [{ fair_id: newId() }, 'roster_draft_fair_id_fkey'],
    [{ brought_by: newId() }, 'roster_draft_brought_by_fkey'],
    [{ ...taken, taken_by: newId() }, 'roster_draft_taken_by_fkey'],
    [taken, 'inserted'],
  ];
  for (const [more, expected] of attempts) expect(await insert(more)).toBe(expected);

  const contact = (column: string, value: string) =>
    database.dataSource
      .query(`UPDATE exhibitor SET ${column} = $1 WHERE fair_id = $2`, [value, fairId])
      .then(() => 'updated', brokenConstraint);
  expect(await contact('representative', '')).toBe('exhibitor_representative_length');
  expect(await contact('contact_phone', 'gọi sau')).toBe('exhibitor_contact_phone_shape');
});
