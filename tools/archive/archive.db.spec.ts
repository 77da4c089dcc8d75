import { Account, identityEntities } from '@phien/identity';
import { Clock, newId, Refusal } from '@phien/kernel';
import {
  dashboardEntities,
  RebuildRollups,
  ReconcileFair,
  ReconciliationChecks,
} from '@phien/dashboard';
import { ARCHIVE, KEPT, LEFT_OUT, rewriteParcel } from '@phien/parcel';
import { makeFair, planningEntities, sealFair, type SmallFair } from '@phien/planning';
import { CheckClosings, CloseDay, reportsEntities } from '@phien/reports';
import { declaringDoor, deliveryDoor, salesEntities, TestTill } from '@phien/sales';
import { openTestDatabase, OutboxRow, PostgresBus, type TestDatabase } from '@phien/store';
import { canonicalText } from '@phien/till';
import { openGate, visitorsEntities } from '@phien/visitors';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILLED, importArchive } from '../import/import-archive';
import { verifyArchive } from '../verify/verify-archive';
import { archiveFile } from './archive-file';

const ENTITIES = [
  OutboxRow,
  ...identityEntities,
  ...planningEntities,
  ...salesEntities,
  ...visitorsEntities,
  ...dashboardEntities,
  ...reportsEntities,
];
const NOON = new Date('2025-10-28T05:00:00Z');
const PAPER_ID = '0199a000-0000-7000-8000-000000000985';
const MADE_AT = new Date('2025-11-05T02:00:00Z');

class Noon extends Clock {
  override now(): Date {
    return NOON;
  }
}

let database: TestDatabase;
let fresh: TestDatabase;
let fair: SmallFair;
let folder: string;
let file: string;

const archive = (isDraft = false) =>
  archiveFile(database.url, { code: fair.code, file, isDraft, madeAt: MADE_AT });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure: unknown) => (failure instanceof Refusal ? failure.code : String(failure)),
  );

/** A fair with everything that a verifier looks at; its last sale came after the last signature. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phien-archive-'));
  file = join(folder, 'fair.zip');
  database = await openTestDatabase(ENTITIES);
  fresh = await openTestDatabase(ENTITIES);
  const { dataSource } = database;
  fair = await makeFair(dataSource.manager, { booths: 2 });
  /* A neighbour, so that whatever is taken along too many is seen. */
  await makeFair(dataSource.manager, { booths: 2 });
  const door = deliveryDoor(dataSource, NOON);
  for (const { id, boothId } of fair.exhibitors) {
    const booth = fair.booths.find((each) => each.id === boothId)!;
    const till = await TestTill.enrol(dataSource.manager, {
      fairId: fair.fairId,
      exhibitorId: id,
      boothId,
      boothCode: booth.code,
      zoneId: booth.zoneId,
    });
    till.setClock(NOON).openShift();
    const sale = till.sell(250_000, { line: { name: 'Chả mực "loại 1"\n\\N' } });
    till.refund(sale, 1000);
    till.refund(sale, 1000);
    till.sell(79_000, { method: 'vietqr' });
    till.closeShift(500_000);
    await door.deliver(till);
  }
  await openGate(dataSource.manager, fair.fairId);
  const [exhibitor] = fair.exhibitors;
  const place = { fairId: fair.fairId, boothId: exhibitor!.boothId, exhibitorId: exhibitor!.id };
  const declaring = declaringDoor(dataSource, NOON);
  await declaring.declare(place, 1_200_000);
  await declaring.declare(place, 1_300_000);
  const orders = { place: () => undefined } as never;
  const { hash } = await new CloseDay(dataSource, new Noon(), orders).run({
    fairId: fair.fairId,
    day: '2025-10-28',
    accountId: null,
  });
  await dataSource.query(
    `INSERT INTO report (fair_id, day, revision, kind, language, format, bytes, sha256, made_at)
     VALUES ($1, '2025-10-28', 1, 'end_of_day', 'vi', 'pdf', '\\x255044462d312e34', sha256('\\x255044462d312e34'), $2)`,
    [fair.fairId, NOON],
  );
  await keepStatement(hash);
  await planAndCharge();
});

/* What was agreed before the first day: a delegation that pays, a hold that ran out, fees, a merge. */
async function planAndCharge(): Promise<void> {
  const { dataSource } = database;
  const { fairId, allocations, booths, exhibitors } = fair;
  const [given] = allocations;
  const accountId = await makePerson('Ông Nguyễn Văn Bình');
  const ids = ['delegation', 'rate', 'relief', 'payer', 'reckoning', 'payment'].map(() => newId());
  const [delegationId, rateId, reliefId, payerId, reckoningId, paymentId] = ids;
  const keep = (sql: string, ...values: unknown[]) => dataSource.query(sql, [fairId, ...values]);
  await keep(
    `INSERT INTO delegation (fair_id, id, name_vi, name_en, quota, contact_person)
     VALUES ($1, $2, 'Đoàn xã Tiên Yên', 'Tien Yen', 2, 'Bà Hoa')`,
    delegationId,
  );
  await keep(`INSERT INTO delegation_booth VALUES ($1, $2, $3)`, booths[1]?.id, delegationId);
  await keep(
    `INSERT INTO allocation (fair_id, id, booth_id, exhibitor_id, sharer_id, during, sixths, state,
                             held_until, freed_at)
     SELECT fair_id, $2, booth_id, exhibitor_id, sharer_id, during, sixths, 'offered', $3, $3
       FROM allocation WHERE fair_id = $1 AND id = $4`,
    newId(),
    NOON,
    given?.id,
  );
  await keep(
    `INSERT INTO exhibitor_points (fair_id, id, exhibitor_id, revision, points, reason, set_by, set_at)
     VALUES ($1, $2, $3, 1, 5, 'Tham gia đủ năm kỳ', $4, $5)`,
    newId(),
    exhibitors[0]?.id,
    accountId,
    NOON,
  );
  await keep(
    `INSERT INTO exhibitor_merge VALUES ($1, $2, $3, 'HTX', 'H.T.X', '{}', '{}', $4, $5)`,
    newId(),
    exhibitors[0]?.id,
    accountId,
    NOON,
  );
  await keep(
    `INSERT INTO suggestion (fair_id, id, asked_by, asked_at, choice, instance, instance_hash, claimants,
                             exhibitor_count, booth_count, engine, state, started_at, ended_at, plan)
     SELECT $1, $2, $3, $4, '{"seed": 7}', b, sha256(b), '[]', 2, 2, '1', 'found', $4, $4,
            '{"plan": {"a": ["A01"]}, "objective": 290.53333333333336, "bound": 1e-7}'
       FROM convert_to('{"name": "hội chợ"}' || chr(10), 'UTF8') b`,
    ...[newId(), accountId, NOON],
  );
  await keep(
    `INSERT INTO fee_rate (fair_id, id, per, price_vnd, added_by, added_at)
     VALUES ($1, $2, 'booth', 8000000, $3, $4)`,
    rateId,
    accountId,
    NOON,
  );
  await keep(
    `INSERT INTO fee_relief (fair_id, id, ground, delegation_id, reason, given_by, given_at)
     VALUES ($1, $2, 'delegation', $3, 'Công văn 12/UBND', $4, $5)`,
    reliefId,
    delegationId,
    accountId,
    NOON,
  );
  await keep(
    `INSERT INTO fee_payer (fair_id, id, delegation_id, reference) VALUES ($1, $2, $3, 'PH234567')`,
    payerId,
    delegationId,
  );
  await keep(
    `INSERT INTO fee_reckoning VALUES ($1, $2, repeat('0', 64), '2025-10-20', $3, $4)`,
    reckoningId,
    accountId,
    NOON,
  );
  for (const turn of [1, 2, 3]) {
    await keep(
      `INSERT INTO fee_charge (fair_id, allocation_id, turn, previous_turn, reckoning_id, payer_id, exhibitor_id,
         booth_code, zone_code, sixths, given_on, rate_id, per, unit_price_vnd, quantity_milli, price_vnd,
         relief_id, waived_vnd, amount_vnd, vat_vnd, due_on)
       SELECT $1, $2, $3::int, nullif($3 - 1, 0), $4, $5, $6, 'A01', 'A', 6, '2025-10-01', $7, 'booth', 8000000,
              1000, p, $8, 0, p, 0, '2025-10-20'
         FROM (SELECT CASE WHEN $3 % 2 = 1 THEN 8000000 ELSE -8000000 END AS p) price`,
      ...[given?.id, turn, reckoningId, payerId, given?.exhibitorId, rateId, reliefId],
    );
  }
  await keep(
    `INSERT INTO fee_payment VALUES ($1, $2, $3, '2025-10-19', 8000000, 'transfer',
       'TRAN THI LAN CK PH234567', 'Bà Lan gọi điện', $4, $5)`,
    ...[paymentId, payerId, accountId, NOON],
  );
  await keep(
    `INSERT INTO fee_payment_struck VALUES ($1, $2, 'Ghi nhầm', $3, $4)`,
    ...[paymentId, accountId, NOON],
  );
}

async function makePerson(name: string): Promise<string> {
  const id = newId();
  await database.dataSource.manager.insert(Account, {
    ...{ id, name, login: `archive-${id}`, passwordHash: 'none', createdAt: NOON },
  });
  return id;
}

/* A paper as far as an archive asks: what it says, its hash, and the closing that it stands on. */
async function keepStatement(closingHash: string): Promise<void> {
  const { dataSource } = database;
  const [exhibitor] = fair.exhibitors;
  const accountId = await makePerson('Bà Trần Thị Lan');
  const content = canonicalText({
    asOf: NOON.toISOString(),
    isProvisional: false,
    days: [{ day: '2025-10-28', revision: 1, closingHash }],
    totals: { revenueVnd: 79_000 },
  });
  await dataSource.query(
    `INSERT INTO paper (fair_id, id, kind, exhibitor_id, day, subject, edition, is_provisional, as_of,
                        content, content_hash, basis_hash, ordered_by)
     SELECT $1::uuid, $2, 'statement', $3::uuid, '2025-10-28', 'statement:' || $3 || ':2025-10-28', 1, false,
            $4, $5::jsonb, $6::bytea, $6::bytea, $7`,
    [
      fair.fairId,
      PAPER_ID,
      exhibitor!.id,
      NOON,
      content,
      createHash('sha256').update(content, 'utf8').digest(),
      accountId,
    ],
  );
  await dataSource.query(
    `INSERT INTO paper_file (fair_id, paper_id, language, format, bytes, sha256, made_at)
     SELECT $1, $2, 'vi', 'csv', b, sha256(b), $3 FROM convert_to('Số,Tiền', 'UTF8') b`,
    [fair.fairId, PAPER_ID, NOON],
  );
}

afterAll(async () => {
  await database.close();
  await fresh.close();
  rmSync(folder, { recursive: true });
});

it('knows of every table that hangs from a fair whether it goes into an archive', async () => {
  const tables = await database.dataSource.query<{ name: string }[]>(
    `SELECT c.relname::text AS name FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'fair_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const decided = [...KEPT.map(({ name }) => name), ...Object.keys(LEFT_OUT)];
  expect(tables.map(({ name }) => name)).toEqual(decided.filter((name) => name !== 'fair').sort());
});

it('fills in whatever is withheld and the database insists on', async () => {
  const insisted = await database.dataSource.query<{ name: string; column: string }[]>(
    `SELECT table_name AS name, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL`,
  );
  const withheld = KEPT.flatMap((table) => table.withheld.map((column) => [table.name, column]));
  const empty = withheld.filter(
    ([name, column]) =>
      column !== 'bytes' &&
      FILLED[name!]?.[column!] === undefined &&
      insisted.some((each) => each.name === name && each.column === column),
  );
  expect(empty).toEqual([]);
});

it('writes no fair that is not sealed, but for a draft, which nobody imports', async () => {
  expect(await codeOf(archive())).toBe('fair_not_sealed');
  await archive(true);
  expect((await verifyArchive(file)).faults).toEqual([]);
  expect(await codeOf(importArchive(fresh.url, file))).toBe('fair_not_sealed');
});

it('goes into a fresh Phiên with the same sums and hashes, and from there again', async () => {
  await sealFair(database.dataSource.manager, fair.fairId);
  const { manifest } = await archive();
  const { faults, checked, uncovered } = await verifyArchive(file);
  expect(faults).toEqual([]);
  expect(uncovered).toEqual([]);
  expect(checked).toMatchObject({
    chains: 2,
    links: 12,
    signatures: 2,
    documents: 10,
    totalVnd: 158_000,
    setAside: 2,
    closings: 1,
    declared: 2,
    reports: 1,
    papers: 1,
  });
  /* What no archive may hold. */
  expect(manifest.tables.find(({ name }) => name === 'account')?.withheld).toContain(
    'password_hash',
  );
  const sample = process.env.PHIEN_SAMPLE_ARCHIVE;
  if (sample) copyFileSync(file, sample);

  await importArchive(fresh.url, file);
  expect(await codeOf(importArchive(fresh.url, file))).toBe('fair_is_here');
  const bus = new PostgresBus(fresh.url);
  try {
    await new RebuildRollups(fresh.dataSource, new Noon(), bus).run(fair.fairId);
  } finally {
    await bus.close();
  }
  const checks = new ReconciliationChecks();
  new CheckClosings(checks).onModuleInit();
  const { differences } = await new ReconcileFair(fresh.dataSource, new Noon(), checks).run(
    fair.fairId,
  );
  expect(differences).toEqual([]);
  const again = join(folder, 'again.zip');
  const second = await archiveFile(fresh.url, {
    code: fair.code,
    file: again,
    isDraft: false,
    madeAt: MADE_AT,
  });
  expect(second.manifest).toEqual(manifest);
  expect((await verifyArchive(again)).faults).toEqual([]);
});

it('takes nothing of an archive that somebody wrote anew', async () => {
  const to = join(folder, 'forged.zip');
  await rewriteParcel(ARCHIVE, { from: file, to }, (name, bytes) =>
    name === 'facts/document.jsonl' ? bytes.toString().replace('79000', '97000') : bytes,
  );
  expect(await codeOf(importArchive(fresh.url, to))).toBe('archive_unsound');
});
