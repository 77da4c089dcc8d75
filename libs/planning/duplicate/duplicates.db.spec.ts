import { AuditEntry, identityEntities, RoleGrant, type Caller } from '@phien/identity';
import { newId, systemClock, type Refusal } from '@phien/kernel';
import { brokenConstraint, openTestDatabase, type TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { AddDossierItem } from '../dossier/add-dossier-item';
import { DossierItem } from '../dossier/dossier-item.entity';
import { KeepDossierKind } from '../dossier/keep-dossier-kind';
import { PrepareDraw } from '../draw/prepare-draw';
import type { AddExhibitorDto } from '../exhibitor/exhibitor.dto';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { PaymentAccount } from '../exhibitor/payment-account.entity';
import { planningEntities } from '../planning.entities';
import { AddProduct } from '../product/add-product';
import { Product } from '../product/product.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { delegationVerbs, KeptWords, makeCaller, planVerbs } from '../testing/planning-database';
import { ExhibitorMerge } from './exhibitor-merge.entity';
import { ListDuplicates } from './list-duplicates';
import { MergeExhibitors } from './merge-exhibitors';
import { TellApart } from './tell-apart';
import { HOLDERS } from './what-holds';

let database: TestDatabase;
let source: DataSource;
let fair: SmallFair;
let fairId: string;
let boss: Caller;
/* What whoever has the plan open hears. */
const words: object[] = [];
const bell = new PlanBell(new KeptWords(words));

beforeAll(async () => {
  database = await openTestDatabase([...planningEntities, ...identityEntities]);
  source = database.dataSource;
  fair = await makeFair(source.manager, { booths: 2 });
  ({ fairId } = fair);
  boss = await makeCaller(source, { grants: [{ fairId, role: 'organizer' }] });
});
afterAll(() => database.close());

const added = (name: string, more: Partial<AddExhibitorDto> = {}, inFair = fairId) =>
  delegationVerbs(source).addExhibitor.run(boss, inFair, {
    name,
    kind: 'cooperative',
    paysVat: true,
    placeSet: '34',
    placeCode: '22',
    ...more,
  });
const product = (exhibitorId: string, name: string, more: Partial<Product> = {}) => {
  const id = newId();
  return source
    .getRepository(Product)
    .insert({
      fairId,
      id,
      exhibitorId,
      name,
      priceVnd: 50_000,
      unit: 'hộp',
      vatRatePercent: 8,
      isDemo: false,
      ...more,
    })
    .then(() => id);
};
const merge = (exhibitorId: string, mergedId: string) =>
  new MergeExhibitors(source, systemClock, bell).run(boss, { fairId, exhibitorId }, { mergedId });
const apart = (exhibitorId: string, otherId: string) =>
  new TellApart(source, systemClock).run(boss, { fairId, exhibitorId }, { otherId });
const list = () => new ListDuplicates(source).run(fairId);
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (refused: Refusal) => refused,
  );
const codeOf = (attempt: Promise<unknown>) => refusal(attempt).then((refused) => refused?.code);
const audited = (action: string) => source.getRepository(AuditEntry).findBy({ fairId, action });

it('shows who is there twice, moves what hangs from the one that goes, and does it once', async () => {
  const kept = await added('HTX Chè Đông Triều', { placeCode: '24' });
  const gone = await added('htx che dong trieu', {
    taxCode: '5700100256',
    representative: 'Đặng Thị Lan',
    contactPhone: '0203 111 222',
  });
  const tea = await product(kept.id, 'Chè xanh');
  const doubled = await product(gone.id, 'CHÈ XANH');
  const moved = await product(gone.id, 'Chè hoa vàng');
  const seller = await makeCaller(source, {
    grants: [{ fairId, role: 'exhibitor', exhibitorId: gone.id }],
  });
  await source.getRepository(RoleGrant).insert({
    fairId,
    accountId: seller.accountId,
    role: 'exhibitor',
    exhibitorId: gone.id,
    delegationId: null,
    grantedAt: new Date(),
  });
  await source.getRepository(PaymentAccount).insert({
    fairId,
    exhibitorId: gone.id,
    bankBin: '970436',
    accountNumber: '0011001234567',
    holderName: 'HTX CHE DONG TRIEU',
    changedAt: new Date(),
  });
  const { id: kindId } = await new KeepDossierKind(source).run(
    boss,
    { fairId, kindId: newId() },
    {
      nameVi: 'Giấy ATTP',
      nameEn: 'Food safety',
      isForAll: true,
      exhibitorKinds: [],
      classCodes: [],
      warnDays: 30,
    },
  );
  const paperId = newId();
  await new AddDossierItem(source, systemClock).run(
    boss,
    { fairId, exhibitorId: gone.id },
    { id: paperId, kindId },
  );
  const { pairs, merges } = await list();
  expect(merges).toEqual([]);
  const pair = pairs.find(({ first, second }) =>
    [first, second].some(({ exhibitor }) => exhibitor.id === kept.id),
  );
  expect(pair?.reasons).toEqual(['name']);
  expect([pair?.first, pair?.second]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ productCount: 1, holders: [] }),
      {
        exhibitor: expect.objectContaining({ id: gone.id, taxCode: '5700100256' }),
        productCount: 2,
        holders: [],
      },
    ]),
  );

  const [once, again] = await Promise.all([merge(kept.id, gone.id), merge(kept.id, gone.id)]);
  expect(again).toEqual(once);
  expect(words).toEqual([expect.objectContaining({ fairId })]);
  expect(once).toMatchObject({
    keptName: 'HTX Chè Đông Triều',
    mergedName: 'htx che dong trieu',
    mergedTaxCode: '5700100256',
    products: 2,
    productsSoldTwice: 1,
    people: 1,
    mergedByName: boss.name,
  });
  const sold = await source.getRepository(Product).findBy({ fairId, exhibitorId: kept.id });
  expect(
    sold
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([tea, moved].sort());
  expect(sold.map(({ id }) => id)).toContain(doubled);
  expect(
    await source.getRepository(RoleGrant).findOneBy({ fairId, accountId: seller.accountId }),
  ).toMatchObject({ exhibitorId: kept.id });
  expect(
    await source.getRepository(PaymentAccount).findOneBy({ fairId, exhibitorId: kept.id }),
  ).toMatchObject({ accountNumber: '0011001234567' });
  expect(await source.getRepository(DossierItem).findOneBy({ fairId, id: paperId })).toMatchObject({
    exhibitorId: kept.id,
  });
  /* Of the row what it did not say itself; never where it comes from. */
  expect(await source.getRepository(Exhibitor).findOneBy({ fairId, id: kept.id })).toMatchObject({
    name: 'HTX Chè Đông Triều',
    placeCode: '24',
    taxCode: '5700100256',
    representative: 'Đặng Thị Lan',
    contactPhone: '0203 111 222',
  });
  expect(await source.getRepository(Exhibitor).existsBy({ fairId, id: gone.id })).toBe(false);
  const log = await audited('exhibitors_merged');
  expect(log).toMatchObject([{ subjectId: kept.id, detail: { merged: { id: gone.id } } }]);
  expect(
    JSON.stringify([log, await source.getRepository(ExhibitorMerge).findBy({ fairId })]),
  ).not.toMatch(/Đặng Thị Lan|0203 111/);
  const after = await list();
  expect(after.merges).toEqual([once]);
  expect(JSON.stringify(after.pairs)).not.toContain(kept.id);
});

it('refuses in a fixed order, and says in words what holds the one that should go', async () => {
  const [standing] = fair.exhibitors;
  const held = standing?.id ?? '';
  const free = await added('Hộ Nguyễn Thị Hoa');
  const noVat = await added('Hộ Nguyễn Thị Hoa', { paysVat: false });
  await product(noVat.id, 'Mật ong', { vatRatePercent: null });
  const full = await added('Hộ Nguyễn Thị Hoa 2');
  const more = await added('Hộ Nguyễn Thị Hoa 3');
  for (let at = 0; at < 500; at += 1) await product(full.id, `Món ${at}`);
  await product(more.id, 'Món nữa');
  const attempts: [string, string, string | undefined][] = [
    [free.id, free.id, 'merged_with_itself'],
    ['x', free.id, 'exhibitor_not_found'],
    [free.id, newId(), 'exhibitor_not_found'],
    [newId(), free.id, 'exhibitor_not_found'],
    [free.id, held, 'exhibitor_held'],
    [free.id, noVat.id, 'merged_vat_differs'],
    [full.id, more.id, 'catalogue_full'],
  ];
  for (const [kept, gone, expected] of attempts) {
    expect([kept, gone, await codeOf(merge(kept, gone))]).toEqual([kept, gone, expected]);
  }
  const said = await refusal(merge(free.id, held));
  expect(said?.sentence.vi).toContain('1 gian đã phân');
  expect(said?.sentence.en).toContain('Keep this one');
  expect(await codeOf(merge(held, free.id))).toBeUndefined();
});

it('holds whoever stands in the list of a draw, and whoever something unknown points at', async () => {
  const one = await added('HTX Bốc thăm');
  const two = await added('HTX Bốc Thăm');
  const other = await added('HTX Không trùng');
  await new PrepareDraw(source, systemClock).run(boss, fairId, {
    id: newId(),
    title: 'Thứ tự chọn gian',
    kind: 'order',
    exhibitorIds: [two.id, other.id],
    boothIds: [],
  });
  const refused = await refusal(merge(one.id, two.id));
  expect(refused?.sentence.vi).toContain('1 lượt bốc thăm đã công bố');
  await source.query(
    `CREATE TABLE unknown_thing (fair_id uuid, exhibitor_id uuid,
       FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id))`,
  );
  await source.query(`INSERT INTO unknown_thing VALUES ($1, $2)`, [fairId, one.id]);
  expect(await codeOf(merge(two.id, one.id))).toBe('exhibitor_held');
  await source.query(`DROP TABLE unknown_thing`);
  expect(await codeOf(merge(two.id, one.id))).toBeUndefined();
});

it('knows of every table that names an exhibitor: its rows move along, go with it, or hold it', async () => {
  const move = ['dossier_item', 'invitation', 'payment_account', 'product', 'role_grant'];
  const go = ['exhibitors_apart'];
  const naming = await source.query<{ name: string }[]>(
    `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'exhibitor'::regclass ORDER BY 1`,
  );
  expect(naming.map(({ name }) => name)).toEqual([...move, ...go, ...Object.keys(HOLDERS)].sort());
});

it('shows no pair again of which somebody said that they are two', async () => {
  const one = await added('Hộ Trần Văn Bình');
  const two = await added('Hộ Trần Văn Bình');
  const isShown = async () =>
    (await list()).pairs.some(({ first, second }) =>
      [first, second].every(({ exhibitor }) => [one.id, two.id].includes(exhibitor.id)),
    );
  expect(await isShown()).toBe(true);
  await apart(two.id, one.id);
  await apart(one.id, two.id);
  expect(await isShown()).toBe(false);
  expect(await audited('exhibitors_told_apart')).toHaveLength(1);
  expect(await codeOf(apart(one.id, one.id))).toBe('merged_with_itself');
  expect(await codeOf(apart(one.id, newId()))).toBe('exhibitor_not_found');
  /* Who says otherwise later may still merge them. */
  expect(await merge(one.id, two.id)).toMatchObject({ mergedId: two.id });
});

it('lets whoever gives a booth or a product to the one that goes wait, and then find it gone', async () => {
  const own = await makeFair(source.manager, {
    booths: 2,
    exhibitors: 1,
    days: [2, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)),
  });
  const [kept] = own.exhibitors;
  const gone = await added('Hộ Vũ Thị Mơ', {}, own.fairId);
  const going = source.createQueryRunner();
  await going.startTransaction();
  await going.query(`DELETE FROM exhibitor WHERE fair_id = $1 AND id = $2`, [own.fairId, gone.id]);
  const caller = await makeCaller(source, {
    grants: [{ fairId: own.fairId, role: 'organizer' }],
  });
  const attempts = Promise.all([
    codeOf(
      planVerbs(source).allocateBooth.run(caller, own.fairId, {
        id: newId(),
        boothId: own.booths.find(({ id }) => id !== kept?.boothId)?.id ?? '',
        exhibitorId: gone.id,
        share: 'whole',
      }),
    ),
    codeOf(
      new AddProduct(source, systemClock).run(caller, own.fairId, {
        id: newId(),
        exhibitorId: gone.id,
        name: 'Mơ ngâm',
        priceVnd: 50_000,
        unit: 'lọ',
        vatRatePercent: 8,
      }),
    ),
  ]);
  await untilTwoWait();
  await going.commitTransaction();
  await going.release();
  expect(await attempts).toEqual(['exhibitor_not_found', 'exhibitor_not_found']);
});

async function untilTwoWait(): Promise<void> {
  for (;;) {
    const [row] = await source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE NOT l.granted AND a.datname = current_database()`,
    );
    if ((row?.count ?? 0) >= 2) return;
  }
}

it('refuses in the database a merge of one, a pair out of order, and any change of what was merged', async () => {
  const row = { fair_id: fairId, merged_id: newId(), kept_id: newId(), merged_by: boss.accountId };
  const insert = (table: string, values: Record<string, unknown>) => {
    const names = Object.keys(values);
    return source
      .query(
        `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
        Object.values(values),
      )
      .then(() => 'inserted', brokenConstraint);
  };
  const merged = (more: object) =>
    insert('exhibitor_merge', {
      ...row,
      kept_name: 'x',
      merged_name: 'y',
      merged: '{}',
      moved: '{}',
      merged_at: new Date(),
      ...more,
    });
  expect(await merged({ kept_id: row.merged_id })).toBe('exhibitor_merge_of_two');
  expect(await merged({ fair_id: newId() })).toBe('exhibitor_merge_fair_id_fkey');
  expect(await merged({ merged_by: newId() })).toBe('exhibitor_merge_merged_by_fkey');
  const [low, high] = (await Promise.all([added('Hộ A'), added('Hộ B')]))
    .map(({ id }) => id)
    .sort();
  const two = (more: object) =>
    insert('exhibitors_apart', {
      fair_id: fairId,
      low_id: low,
      high_id: high,
      said_by: boss.accountId,
      said_at: new Date(),
      ...more,
    });
  expect(await two({ low_id: high, high_id: low })).toBe('exhibitors_apart_in_order');
  expect(await two({ high_id: 'ffffffff-ffff-4fff-bfff-ffffffffffff' })).toBe(
    'exhibitors_apart_fair_id_high_id_fkey',
  );
  expect(await two({ low_id: '00000000-0000-4000-8000-000000000000' })).toBe(
    'exhibitors_apart_fair_id_low_id_fkey',
  );
  expect(await two({ said_by: newId() })).toBe('exhibitors_apart_said_by_fkey');
  for (const change of [
    'UPDATE exhibitor_merge SET kept_name = $1',
    'DELETE FROM exhibitor_merge',
  ]) {
    const values = change.startsWith('UPDATE') ? ['z'] : [];
    await expect(source.query(change, values)).rejects.toThrow(/exhibitor_merge/);
  }
});
