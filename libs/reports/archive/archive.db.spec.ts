import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TellFiles } from '@phien/dashboard';
import { Refusal } from '@phien/kernel';
import { ARCHIVE, Parcel } from '@phien/parcel';
import { sealFair } from '@phien/planning';
import { CloseDay } from '../closing/close-day';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  orderPaperOn,
  RememberedOrders,
  type ReportsDatabase,
  UnheardBus,
  writePaperFileOn,
} from '../testing/fair-to-close';
import { VerifyDocument } from '../verify/verify-document';
import { ArchiveProgress } from './archive-progress';
import { FindMissingArchives } from './find-missing-archives';
import { MakeArchive } from './make-archive';
import { OpenArchive } from './open-archive';
import { OrderArchive } from './order-archive';
import { ReadArchives } from './read-archives';

let database: ReportsDatabase;
let work: FairToClose;
let progress: ArchiveProgress;
let statementId: string;
const orders = new RememberedOrders();
const folder = mkdtempSync(join(tmpdir(), 'phien-archive-'));

const sql = <Row>(text: string, values: unknown[] = []) =>
  database.dataSource.query<Row[]>(text, values);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure: unknown) => (failure instanceof Refusal ? failure.code : String(failure)),
  );
const read = () => new ReadArchives(database.dataSource).run(work.fairId);
const order = () =>
  new OrderArchive(
    database.dataSource,
    progress,
    new ReadArchives(database.dataSource),
    orders,
  ).run(work.organizer.accountId, work.fairId);
const missing = () => new FindMissingArchives(database.dataSource).run();
const make = () => new MakeArchive(database.dataSource, work.clock, progress).run(work.fairId);

async function bytesOf(edition: number): Promise<Buffer[]> {
  const { pieces } = await new OpenArchive(database.dataSource).run(work.fairId, String(edition));
  const found: Buffer[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

/** A report that no packing makes smaller, so that an archive of it has several pieces. */
const keepReport = (language: string, bytes: Buffer) =>
  sql(
    `INSERT INTO report (fair_id, day, revision, kind, language, format, bytes, sha256, made_at)
     VALUES ($1, $2, 1, 'end_of_day', $3, 'pdf', $4::bytea, sha256($4::bytea), now())`,
    [work.fairId, DAY, language, bytes],
  );

/* Shared by the tests below, which go through its end in order. */
beforeAll(async () => {
  database = await openReportsDatabase();
  progress = new ArchiveProgress(new TellFiles(database.dataSource, new UnheardBus()));
  work = await FairToClose.open(database, { booths: 1 });
  work.till(0).openShift();
  work.till(0).sell(250_000);
  work.till(0).closeShift(750_000);
  await work.deliver(0);
  work.setClock(EVENING);
  await new CloseDay(database.dataSource, work.clock, orders).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
  });
  await keepReport('vi', randomBytes(2_500_000));
  const statement = await orderPaperOn(database.dataSource, work.clock, orders).run(
    work.organizer,
    work.fairId,
    {
      kind: 'statement',
      exhibitorId: work.till(0).place.exhibitorId,
      day: DAY,
      language: 'vi',
    },
  );
  statementId = statement.id;
  await writePaperFileOn(database.dataSource, work.clock).run({
    fairId: work.fairId,
    paperId: statementId,
    language: 'vi',
    format: 'csv',
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

it('makes none of a fair that is not sealed, whoever asks', async () => {
  expect(await codeOf(order())).toBe('fair_not_sealed');
  await progress.want(work.fairId, work.organizer.accountId);
  expect(await codeOf(make())).toBe('fair_not_sealed');
  await progress.fail(work.fairId, 'fair_not_sealed');
  expect((await read()).wanted).toEqual({
    state: 'failed',
    percent: null,
    failedCode: 'fair_not_sealed',
  });
  expect(await missing()).toEqual([]);
});

it('makes the archive of a sealed fair as one file, once, and says its sum', async () => {
  await sealFair(database.dataSource.manager, work.fairId);
  expect((await order()).wanted).toEqual({ state: 'waiting', percent: null, failedCode: null });
  expect(orders.archives).toEqual([{ archiveOf: work.fairId }]);
  expect(await missing()).toEqual([{ archiveOf: work.fairId }]);
  await make();
  await make();
  const { wanted, archives } = await read();
  const pieces = await bytesOf(1);
  const file = Buffer.concat(pieces);
  const sha256 = createHash('sha256').update(file).digest('hex');
  expect(pieces.length).toBeGreaterThan(2);
  expect(wanted).toBeNull();
  expect(archives).toEqual([
    {
      edition: 1,
      madeAt: EVENING.toISOString(),
      askedByName: work.organizer.name,
      sizeBytes: file.length,
      sha256,
    },
  ]);

  const path = join(folder, 'fair.zip');
  writeFileSync(path, file);
  const parcel = await Parcel.open(path, ARCHIVE);
  expect(await parcel.changedParts()).toEqual([]);
  expect(parcel.manifest).toMatchObject({ fair: { id: work.fairId, state: 'sealed' } });
  expect(parcel.manifest.parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      `reports/${DAY}-r1-end_of_day-vi.pdf`,
      `papers/statement-${DAY}-e1-${statementId}-vi.csv`,
    ]),
  );
  parcel.close();

  expect((await new VerifyDocument(database.dataSource).run(sha256, 'a')).archive).toMatchObject({
    edition: 1,
    sizeBytes: file.length,
    newerEdition: null,
  });
  expect(await codeOf(new OpenArchive(database.dataSource).run(work.fairId, '2'))).toBe(
    'archive_not_found',
  );
});

it('is the same while nothing is new; later facts make another, and the first one stays', async () => {
  const [first] = (await read()).archives;
  await order();
  await make();
  expect((await read()).archives).toEqual([first]);
  await keepReport('en', Buffer.from('%PDF-1.4'));
  await order();
  await make();
  const { archives } = await read();
  expect(archives.map(({ edition }) => edition)).toEqual([2, 1]);
  expect(archives[1]).toEqual(first);
  const verify = new VerifyDocument(database.dataSource);
  expect((await verify.run(first!.sha256, 'a')).archive).toMatchObject({ newerEdition: 2 });
});

it('keeps archives whole, of sealed fairs alone, and for ever', async () => {
  const other = await FairToClose.open(database, { booths: 1 });
  const archive = (more: { fairId?: string; edition?: number; size?: number; hash?: string }) =>
    sql(
      `INSERT INTO fair_archive (fair_id, edition, asked_by, made_at, size_bytes, piece_count, sha256,
                                 contents_hash)
       VALUES ($1, $2, $3, now(), $4, 1, $5::bytea, sha256(convert_to(random()::text, 'UTF8')))`,
      [
        more.fairId ?? work.fairId,
        more.edition ?? 9,
        work.organizer.accountId,
        more.size ?? 1,
        Buffer.alloc(more.hash === undefined ? 32 : 1),
      ],
    );
  const piece = (pieceNo: number, bytes: Buffer) =>
    sql(`INSERT INTO fair_archive_piece VALUES ($1, 1, $2, $3)`, [work.fairId, pieceNo, bytes]);
  await expect(archive({ fairId: other.fairId })).rejects.toThrow('only a sealed fair');
  await expect(archive({})).rejects.toThrow('the pieces of an archive are its bytes');
  await expect(archive({ edition: 0 })).rejects.toThrow('fair_archive_edition_positive');
  await expect(archive({ hash: '' })).rejects.toThrow('fair_archive_hash_length');
  await expect(piece(99, Buffer.from('x'))).rejects.toThrow('an archive has all its pieces');
  await expect(piece(0, Buffer.from('x'))).rejects.toThrow('fair_archive_piece_no_positive');
  await expect(piece(99, Buffer.alloc(0))).rejects.toThrow('fair_archive_piece_small');
  await expect(
    sql(`INSERT INTO fair_archive_piece VALUES ($1, 7, 1, 'x')`, [work.fairId]),
  ).rejects.toThrow('fair_archive_piece_fair_id_edition_fkey');
  await expect(
    sql(
      `INSERT INTO fair_archive SELECT fair_id, 8, asked_by, made_at, size_bytes, piece_count, sha256,
              contents_hash FROM fair_archive WHERE fair_id = $1 AND edition = 1`,
      [work.fairId],
    ),
  ).rejects.toThrow('fair_archive_fair_id_contents_hash_key');
  await expect(
    sql(`INSERT INTO wanted_archive VALUES ($1, $2, 101)`, [
      other.fairId,
      work.organizer.accountId,
    ]),
  ).rejects.toThrow('wanted_archive_percent');
  for (const table of ['fair_archive', 'fair_archive_piece']) {
    for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET fair_id = fair_id`]) {
      await expect(sql(change)).rejects.toThrow('append-only');
    }
  }
});
