import { dashboardEntities, ReconcileFair, ReconciliationChecks } from '@phien/dashboard';
import { identityEntities } from '@phien/identity';
import { Clock, Refusal } from '@phien/kernel';
import { Parcel, readLedgers, rewriteParcel, type LedgerSum } from '@phien/parcel';
import { makeFair, planningEntities, type SmallFair } from '@phien/planning';
import { CheckClosings, CloseDay, reportsEntities } from '@phien/reports';
import { declaringDoor, deliveryDoor, salesEntities, TestTill } from '@phien/sales';
import {
  makeTestDatabase,
  openPostgres,
  openTestDatabase,
  OutboxRow,
  type TestDatabase,
} from '@phien/store';
import { openGate, visitorsEntities } from '@phien/visitors';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { restoreBackup } from '../restore/restore-backup';
import { BACKUP, type BackupManifest } from './backup.rules';
import { writeBackup } from './write-backup';

const ENTITIES = [
  OutboxRow,
  ...identityEntities,
  ...planningEntities,
  ...salesEntities,
  ...visitorsEntities,
  ...dashboardEntities,
  ...reportsEntities,
];
const DAY = '2025-10-28';
const NOON = new Date('2025-10-28T05:00:00Z');
const MADE_AT = new Date('2025-10-28T14:00:00Z');

class Noon extends Clock {
  override now(): Date {
    return NOON;
  }
}

let database: TestDatabase;
let fair: SmallFair;
let tills: TestTill[];
let folder: string;
let file: string;

const ledgersOf = (source: DataSource) => readLedgers(asConnection(source));

/* A data source answers rows alone. */
const asConnection = (source: DataSource) =>
  ({ query: async (sql: string) => ({ rows: await source.query<object[]>(sql) }) }) as never;

/** A fair with all there is to lose: sales, a refund, one set aside, a declaration, a closed day. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phien-drill-'));
  file = join(folder, 'evening.zip');
  database = await openTestDatabase(ENTITIES);
  const { dataSource } = database;
  fair = await makeFair(dataSource.manager, { booths: 2 });
  tills = [];
  for (const { id, boothId } of fair.exhibitors) {
    const booth = fair.booths.find((each) => each.id === boothId)!;
    tills.push(
      await TestTill.enrol(dataSource.manager, {
        fairId: fair.fairId,
        exhibitorId: id,
        boothId,
        boothCode: booth.code,
        zoneId: booth.zoneId,
      }),
    );
  }
  await openGate(dataSource.manager, fair.fairId);
  const door = deliveryDoor(dataSource, NOON);
  for (const till of tills) {
    till.setClock(NOON).openShift();
    const sale = till.sell(250_000, { line: { name: 'Chả mực "loại 1", Hạ Long\\N\n' } });
    till.refund(sale, 1000);
    till.refund(sale, 1000);
    for (let at = 1; at <= 10; at += 1) till.sell(at * 5_000);
    await door.deliver(till);
  }
  const [first] = fair.exhibitors;
  await declaringDoor(dataSource, NOON).declare(
    { fairId: fair.fairId, boothId: first!.boothId, exhibitorId: first!.id },
    1_200_000,
  );
  const orders = { place: () => undefined } as never;
  await new CloseDay(dataSource, new Noon(), orders).run({
    fairId: fair.fairId,
    day: DAY,
    accountId: null,
  });
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function manifestOf(path: string): Promise<BackupManifest> {
  const parcel = await Parcel.open(path, BACKUP);
  parcel.close();
  return parcel.manifest as unknown as BackupManifest;
}

const only = (ledgers: readonly LedgerSum[]): LedgerSum => {
  const [ledger] = ledgers;
  if (ledger === undefined || ledgers.length > 1) throw new Error('one fair');
  return ledger;
};

it('goes back to one moment of a fair that sold on, is filled again by the tills, and sells', async () => {
  const before = only(await ledgersOf(database.dataSource));
  const selling = tills[0]!;
  const door = deliveryDoor(database.dataSource, NOON);
  let isSaved = false;
  const saving = writeBackup(database.url, file, MADE_AT).finally(() => (isSaved = true));
  while (!isSaved) {
    selling.sell(10_000);
    await door.deliver(selling);
  }
  const { manifest } = await saving;
  selling.sell(99_000);
  await door.deliver(selling);
  const after = only(await ledgersOf(database.dataSource));
  const saved = only(manifest.ledgers);
  expect(saved.documentCount).toBeGreaterThanOrEqual(before.documentCount);
  expect(saved.documentCount).toBeLessThan(after.documentCount);
  expect(saved.totalVnd - before.totalVnd).toBe(
    10_000 * (saved.documentCount - before.documentCount),
  );
  expect(statSync(file).mode & 0o077).toBe(0);

  const target = await makeTestDatabase();
  const restored = await restoreBackup({ url: target.url, file, mayReplace: true });
  expect(restored.ledgers).toEqual([saved]);

  /* Table by table the restored database is the saved one, to the byte. */
  const again = join(folder, 'again.zip');
  await writeBackup(target.url, again, MADE_AT);
  const [one, other] = [await manifestOf(file), await manifestOf(again)];
  expect(other.parts).toEqual(one.parts);
  expect(other.sequences).toEqual(one.sequences);

  const source = await openPostgres(target.url, ENTITIES);
  try {
    const restoredDoor = deliveryDoor(source, NOON);
    const [head] = await source.query<{ sequence: number }[]>(
      `SELECT max(sequence) AS sequence FROM link WHERE register_id = $1`,
      [selling.registerId],
    );
    const kept = await database.dataSource.query<{ text: string }[]>(
      `SELECT convert_from(canonical, 'UTF8') AS text FROM link
        WHERE register_id = $1 AND sequence > $2 ORDER BY sequence`,
      [selling.registerId, head?.sequence],
    );
    const texts = kept.map(({ text }) => text);
    await restoredDoor.post(selling, await selling.sign(texts));
    expect(await ledgersOf(source)).toEqual([after]);

    for (let at = 0; at < 100; at += 1) selling.sell(7_000);
    const { results } = await restoredDoor.deliver(selling);
    expect(results.map(({ booking }) => booking)).toEqual(Array(100).fill('booked'));
    const sold = only(await ledgersOf(source));
    expect(sold.documentCount).toBe(after.documentCount + 100);
    expect(sold.totalVnd).toBe(after.totalVnd + 700_000);

    const checks = new ReconciliationChecks();
    new CheckClosings(checks).onModuleInit();
    const { differences } = await new ReconcileFair(source, new Noon(), checks).run(fair.fairId);
    expect(differences).toEqual([]);
  } finally {
    await source.destroy();
    await target.drop();
  }
});

describe('a restore refuses', () => {
  let target: { url: string; drop(): Promise<void> };

  beforeAll(async () => {
    await writeBackup(database.url, file, MADE_AT);
    target = await makeTestDatabase();
    await onTarget(
      `INSERT INTO past_source VALUES (gen_random_uuid(), (SELECT min(code) FROM past_fair), 'kept', 'title')`,
    );
  });

  /* Whatever was refused, what the database held is there. */
  afterEach(async () => {
    const [row] = await onTarget(
      `SELECT count(*)::int AS kept FROM past_source WHERE publisher = 'kept'`,
    );
    expect(row).toEqual({ kept: 1 });
  });
  afterAll(() => target.drop());

  async function onTarget(sql: string): Promise<object[]> {
    const client = new Client({ connectionString: target.url });
    await client.connect();
    try {
      return (await client.query<object>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async function refusalOf(path: string, mayReplace = true): Promise<Refusal> {
    try {
      await restoreBackup({ url: target.url, file: path, mayReplace });
    } catch (failure) {
      if (failure instanceof Refusal) return failure;
      throw failure;
    }
    throw new Error('it was taken');
  }

  /** The backup written anew by somebody who knows how: all its checksums are right. */
  async function forged(
    change: (name: string, text: string) => string,
    about: Partial<BackupManifest> = {},
  ): Promise<string> {
    const to = join(folder, 'forged.zip');
    const changed = (name: string, bytes: Buffer) => change(name, bytes.toString('utf8'));
    await rewriteParcel(BACKUP, { from: file, to }, changed, () => about);
    return to;
  }

  const same = (_: string, text: string) => text;
  const inTable =
    (table: string, change: (text: string) => string) => (name: string, text: string) =>
      name === `tables/${table}.csv` ? change(text) : text;

  it('to fill a database that holds something, unless it is told to', async () => {
    expect((await refusalOf(file, false)).code).toBe('database_not_empty');
  });

  it('to replace a database while a fair is open on it', async () => {
    const open = await openPostgres(target.url);
    try {
      expect((await refusalOf(file)).code).toBe('fair_is_open');
    } finally {
      await open.destroy();
    }
  });

  it('a file of which one byte changed, and names the table', async () => {
    const bytes = readFileSync(file);
    const at = bytes.indexOf('tables/document_line.csv') + 'tables/document_line.csv'.length + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const path = join(folder, 'changed.zip');
    writeFileSync(path, bytes);
    const { code, details } = await refusalOf(path);
    expect(code).toBe('parcel_changed');
    expect(details?.where).toEqual(['tables/document_line.csv']);
  });

  it('a file of a later Phiên', async () => {
    const { migrations } = await manifestOf(file);
    const path = await forged(same, { migrations: [...migrations, 'Tomorrow1990000000000'] });
    const { code, details } = await refusalOf(path);
    expect([code, details?.unknown]).toEqual(['made_by_later_version', ['Tomorrow1990000000000']]);
  });

  it('a file that lacks a table', async () => {
    const { tables } = await manifestOf(file);
    const path = await forged(same, { tables: tables.filter(({ name }) => name !== 'set_aside') });
    expect((await refusalOf(path)).details?.tables).toEqual(['set_aside']);
  });

  it.each([
    ['money that is not in the lines', 'document', ',5000,', ',9000,', /document_balanced|differ/],
    ['bytes that are not what was hashed', 'link', '\\x7b22', '\\x7b23', /link_hash_of_bytes/],
    ['a booth without its code', 'booth', ',A01,', ',,', /booth/],
  ])('sums and chains written anew: %s', async (_, table, from, to, why) => {
    const path = await forged(inTable(table, (text) => text.replace(from, to)));
    const { code, details, sentence } = await refusalOf(path);
    expect([code, details?.table]).toEqual(['rows_refused', table]);
    expect(sentence.en).toMatch(why);
  });

  it('a ledger that is not the one the file speaks of', async () => {
    const ledgers = (await manifestOf(file)).ledgers.map((ledger) => ({ ...ledger, totalVnd: 1 }));
    expect((await refusalOf(await forged(same, { ledgers }))).code).toBe('ledger_differs');
  });

  it('a database that is not ours', async () => {
    const other = await makeTestDatabase();
    const client = new Client({ connectionString: other.url });
    await client.connect();
    try {
      await client.query(`ALTER TABLE migration RENAME TO customers`);
      await expect(restoreBackup({ url: other.url, file, mayReplace: true })).rejects.toThrow(
        'database_of_another',
      );
    } finally {
      await client.end();
      await other.drop();
    }
  });
});
