import { AuditEntry, type Caller } from '@phien/identity';
import { Clock, newId, type Refusal } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { jpegOf, webpOf } from '../testing/photos';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { AddDossierItem } from './add-dossier-item';
import { DossierFile } from './dossier-file.entity';
import type { AddDossierItemDto, KeepDossierKindDto } from './dossier.dto';
import { KeepDossierFile } from './keep-dossier-file';
import { KeepDossierKind } from './keep-dossier-kind';
import { ListDossiers } from './list-dossiers';
import { ReadDossierFile } from './read-dossier-file';
import { RemoveDossierItem } from './remove-dossier-item';
import { RetireDossierKind } from './retire-dossier-kind';

class StandingClock extends Clock {
  now(): Date {
    return new Date('2025-10-20T03:00:00Z');
  }
}

let database: TestDatabase;
let source: DataSource;
let fair: SmallFair;
let fairId: string;
let mine: string;
let theirs: string;
let boss: Caller;
let seller: Caller;
const clock = new StandingClock();

beforeAll(async () => {
  database = await openPlanningDatabase();
  source = database.dataSource;
  /* Its days are 28, 29 and 30 October 2025. */
  fair = await makeFair(source.manager, { booths: 2 });
  ({ fairId } = fair);
  [mine = '', theirs = ''] = fair.exhibitors.map(({ id }) => id);
  boss = await makeCaller(source, { grants: [{ fairId, role: 'organizer' }] });
  seller = await makeCaller(source, {
    grants: [{ fairId, role: 'exhibitor', exhibitorId: mine }],
  });
});
afterAll(() => database.close());

const safety: KeepDossierKindDto = {
  nameVi: 'Giấy chứng nhận đủ điều kiện ATTP',
  nameEn: 'Food safety certificate',
  isForAll: true,
  exhibitorKinds: [],
  classCodes: [],
  warnDays: 30,
};
const keepKind = (kindId: string, wish: Partial<KeepDossierKindDto> = {}, inFair = fairId) =>
  new KeepDossierKind(source).run(boss, { fairId: inFair, kindId }, { ...safety, ...wish });
const retire = (kindId: string) =>
  new RetireDossierKind(source, clock).run(boss, { fairId, kindId });
const add = (by: Caller, exhibitorId: string, wish: AddDossierItemDto) =>
  new AddDossierItem(source, clock).run(by, { fairId, exhibitorId }, wish);
const remove = (by: Caller, exhibitorId: string, itemId: string) =>
  new RemoveDossierItem(source, clock).run(by, { fairId, exhibitorId, itemId });
const keepFile = (by: Caller, exhibitorId: string, itemId: string, bytes: Buffer) =>
  new KeepDossierFile(source, clock).run(by, { fairId, exhibitorId, itemId }, bytes);
const readFile = (by: Caller, exhibitorId: string, itemId: string) =>
  new ReadDossierFile(source).run(by, { fairId, exhibitorId, itemId });
const list = (by: Caller) => new ListDossiers(source, clock).run(by, fairId);
const lineOf = async (by: Caller, exhibitorId: string, kindId: string) => {
  const { dossiers } = await list(by);
  const dossier = dossiers.find((each) => each.exhibitorId === exhibitorId);
  return dossier?.lines.find((line) => line.kindId === kindId);
};
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refused: Refusal) => refused.code,
  );
const audited = (action: string) => source.getRepository(AuditEntry).countBy({ fairId, action });

it('lists what is missing, what runs out before or during the fair, and lets its exhibitor fill it', async () => {
  const kindId = newId();
  await keepKind(kindId);
  await keepKind(kindId);
  expect(await audited('dossier_kind_kept')).toBe(1);
  expect(await lineOf(boss, theirs, kindId)).toEqual({
    kindId,
    isAsked: true,
    state: 'missing',
    items: [],
  });
  expect((await list(seller)).dossiers.map(({ exhibitorId }) => exhibitorId)).toEqual([mine]);

  const paper = (expiresOn: string | null) => ({
    id: newId(),
    kindId,
    number: ' 12/ATTP ',
    expiresOn,
  });
  const first = paper('2025-10-19');
  await add(seller, mine, first);
  await add(seller, mine, first);
  expect(await audited('dossier_item_added')).toBe(1);
  expect((await lineOf(boss, mine, kindId))?.state).toBe('expired');
  await add(seller, mine, paper('2025-10-27'));
  expect((await lineOf(seller, mine, kindId))?.state).toBe('ends_before_fair');
  await add(boss, mine, paper('2025-10-29'));
  expect((await lineOf(boss, mine, kindId))?.state).toBe('ends_during_fair');
  const best = paper('2027-10-29');
  const dossier = await add(seller, mine, best);
  const line = dossier.lines.find((each) => each.kindId === kindId);
  expect(line?.state).toBe('good');
  expect(line?.items[0]).toEqual({
    id: best.id,
    number: '12/ATTP',
    issuer: null,
    issuedOn: null,
    expiresOn: '2027-10-29',
    fileBytes: null,
  });
  await remove(seller, mine, best.id);
  await remove(seller, mine, best.id);
  expect((await lineOf(boss, mine, kindId))?.state).toBe('ends_during_fair');
  expect(await audited('dossier_item_removed')).toBe(1);
});

it('asks by what an exhibitor is and sells, and no longer once it is left out', async () => {
  const [byKind, byClass, ofNobody] = [newId(), newId(), newId()];
  await source.getRepository(Exhibitor).update({ fairId, id: theirs }, { kind: 'tradePromotion' });
  const sold = fair.products.find(({ exhibitorId }) => exhibitorId === mine)?.classCode ?? '';
  await keepKind(byKind, { isForAll: false, exhibitorKinds: ['tradePromotion'] });
  await keepKind(byClass, { isForAll: false, classCodes: [sold] });
  await keepKind(ofNobody, { isForAll: false });
  const states = async (exhibitorId: string) =>
    Promise.all(
      [byKind, byClass, ofNobody].map(
        async (kindId) => (await lineOf(boss, exhibitorId, kindId))?.state,
      ),
    );
  expect((await states(theirs))[0]).toBe('missing');
  expect(await states(mine)).toEqual(['optional', 'missing', 'optional']);
  await add(boss, mine, { id: newId(), kindId: byClass });
  expect((await states(mine))[1]).toBe('good');
  await retire(byKind);
  await retire(byKind);
  await retire(byClass);
  expect(await audited('dossier_kind_retired')).toBe(2);
  expect(await states(theirs)).toEqual([undefined, 'optional', 'optional']);
  expect((await states(mine))[1]).toBe('good');
  expect(await codeOf(add(boss, mine, { id: newId(), kindId: byKind }))).toBe(
    'dossier_kind_not_found',
  );
});

it('keeps the scan of a paper by its bytes, for its own exhibitor and the organizers, until it is taken out', async () => {
  const kindId = newId();
  await keepKind(kindId);
  const itemId = newId();
  await add(seller, mine, { id: itemId, kindId });
  const stranger = await makeCaller(source, {
    grants: [{ fairId, role: 'exhibitor', exhibitorId: theirs }],
  });
  const scan = jpegOf(2_000, 3_000);
  const pdf = Buffer.from('%PDF-1.7\n%%EOF');
  expect(await codeOf(readFile(seller, mine, itemId))).toBe('dossier_file_not_found');
  const attempts: [string, Promise<unknown>, string][] = [
    ['another’s', keepFile(stranger, mine, itemId, scan), 'exhibitor_not_found'],
    ['heavy', keepFile(seller, mine, itemId, Buffer.alloc(5_242_881)), 'dossier_file_too_large'],
    ['webp', keepFile(seller, mine, itemId, webpOf('VP8 ', 9, 9)), 'dossier_file_type_unknown'],
    ['elsewhere', keepFile(boss, theirs, itemId, scan), 'dossier_item_not_found'],
    ['no id', keepFile(boss, mine, 'x', scan), 'dossier_item_not_found'],
  ];
  for (const [what, attempt, expected] of attempts) {
    expect([what, await codeOf(attempt)]).toEqual([what, expected]);
  }
  await keepFile(seller, mine, itemId, scan);
  await keepFile(seller, mine, itemId, scan);
  expect(await audited('dossier_file_kept')).toBe(1);
  const kept = await keepFile(boss, mine, itemId, pdf);
  const line = kept.lines.find((each) => each.kindId === kindId);
  expect(line?.items[0]?.fileBytes).toBe(pdf.length);
  expect(await readFile(seller, mine, itemId)).toMatchObject({
    mediaType: 'application/pdf',
    bytes: pdf,
  });
  expect(await codeOf(readFile(stranger, mine, itemId))).toBe('exhibitor_not_found');
  await remove(seller, mine, itemId);
  expect(await source.getRepository(DossierFile).existsBy({ fairId, itemId })).toBe(false);
  expect(await codeOf(readFile(boss, mine, itemId))).toBe('dossier_item_not_found');
});

it('refuses what is no paper and no kind of one, in a fixed order', async () => {
  const kindId = newId();
  await keepKind(kindId);
  const taken = newId();
  await add(boss, mine, { id: taken, kindId });
  const wish = (more: Partial<AddDossierItemDto> = {}) => ({ id: newId(), kindId, ...more });
  const attempts: [Promise<unknown>, string][] = [
    [keepKind('x'), 'dossier_kind_not_found'],
    [keepKind(newId(), { nameVi: ' ' }), 'dossier_kind_name_missing'],
    [keepKind(newId(), { nameEn: 'x'.repeat(121) }), 'dossier_kind_name_missing'],
    [keepKind(newId(), { classCodes: ['I', 'không có'] }), 'dossier_class_unknown'],
    [retire(newId()), 'dossier_kind_not_found'],
    [add(seller, theirs, wish({ expiresOn: 'x' })), 'exhibitor_not_found'],
    [add(seller, mine, wish({ kindId: newId(), expiresOn: 'x' })), 'dossier_day_unknown'],
    [add(seller, mine, wish({ issuedOn: '2025-10-21' })), 'dossier_not_issued_yet'],
    [add(seller, mine, wish({ kindId: newId() })), 'dossier_kind_not_found'],
    [add(seller, mine, wish({ id: taken, number: '2' })), 'dossier_item_id_taken'],
    [remove(seller, mine, newId()), 'dossier_item_not_found'],
    [remove(seller, theirs, taken), 'exhibitor_not_found'],
  ];
  for (const [at, [attempt, expected]] of attempts.entries()) {
    expect([at, await codeOf(attempt)]).toEqual([at, expected]);
  }
  const { fairId: elsewhere } = await makeFair(source.manager, { booths: 0 });
  for (let at = 0; at < 30; at += 1) await keepKind(newId(), {}, elsewhere);
  expect(await codeOf(keepKind(newId(), {}, elsewhere))).toBe('dossier_kinds_full');
  for (let at = 0; at < 30; at += 1) await codeOf(add(boss, theirs, wish()));
  expect(await codeOf(add(boss, theirs, wish()))).toBe('dossier_full');
});

it('refuses in the database what the rules would refuse', async () => {
  const kindId = newId();
  await keepKind(kindId);
  const itemId = newId();
  await add(boss, mine, { id: itemId, kindId });
  const insert = (table: string, values: Record<string, unknown>) => {
    const names = Object.keys(values);
    return source
      .query(
        `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
        Object.values(values),
      )
      .then(() => 'inserted', brokenConstraint);
  };
  const kind = (more: object) =>
    insert('dossier_kind', {
      fair_id: fairId,
      id: newId(),
      name_vi: 'x',
      name_en: 'x',
      is_for_all: true,
      exhibitor_kinds: [],
      class_codes: [],
      warn_days: 0,
      ...more,
    });
  const item = (more: object) =>
    insert('dossier_item', {
      fair_id: fairId,
      id: newId(),
      exhibitor_id: mine,
      kind_id: kindId,
      added_by: boss.accountId,
      added_at: new Date(),
      ...more,
    });
  const bytes = Buffer.from('x');
  const file = (more: object) =>
    insert('dossier_file', {
      fair_id: fairId,
      item_id: itemId,
      media_type: 'application/pdf',
      bytes,
      sha256: Buffer.from(
        '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
        'hex',
      ),
      added_at: new Date(),
      ...more,
    });
  const attempts: [Promise<unknown>, string][] = [
    [kind({ name_vi: ' ' }), 'dossier_kind_named'],
    [kind({ exhibitor_kinds: ['ai'] }), 'dossier_kind_exhibitor_kinds_known'],
    [kind({ warn_days: 366 }), 'dossier_kind_warn_days_range'],
    [kind({ fair_id: newId() }), 'dossier_kind_fair_id_fkey'],
    [item({ number: '' }), 'dossier_item_number_length'],
    [item({ issuer: 'x'.repeat(201) }), 'dossier_item_issuer_length'],
    [item({ issued_on: '2025-02-02', expires_on: '2025-02-01' }), 'dossier_item_days_in_order'],
    [item({ removed_at: new Date() }), 'dossier_item_removed_by_someone'],
    [item({ exhibitor_id: newId() }), 'dossier_item_fair_id_exhibitor_id_fkey'],
    [item({ kind_id: newId() }), 'dossier_item_fair_id_kind_id_fkey'],
    [item({ added_by: newId() }), 'dossier_item_added_by_fkey'],
    [item({ removed_by: newId(), removed_at: new Date() }), 'dossier_item_removed_by_fkey'],
    [file({ media_type: 'text/html' }), 'dossier_file_type_known'],
    [file({ bytes: Buffer.alloc(0) }), 'dossier_file_bounded'],
    [file({ bytes: Buffer.from('y') }), 'dossier_file_hash_of_bytes'],
    [file({ item_id: newId() }), 'dossier_file_fair_id_item_id_fkey'],
    [file({}), 'inserted'],
  ];
  for (const [at, [attempt, expected]] of attempts.entries()) {
    expect([at, await attempt]).toEqual([at, expected]);
  }
});
