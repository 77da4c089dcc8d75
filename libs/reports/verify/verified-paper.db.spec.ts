import { createHash } from 'node:crypto';
import { Refusal } from '@phien/kernel';
import { Exhibitor } from '@phien/planning';
import { CloseDay } from '../closing/close-day';
import type { OrderPaperDto, PaperDto } from '../paper/paper.dto';
import { ListPapers } from '../paper/list-papers';
import { ReadPaperFile } from '../paper/read-paper-file';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  orderPaperOn,
  RememberedOrders,
  type ReportsDatabase,
  writePaperFileOn,
} from '../testing/fair-to-close';
import { pdfText } from '../testing/pdf-text';
import { VerifyDocument } from './verify-document';

const ADDRESS = 'https://hoicho.example.vn';

let database: ReportsDatabase;
let work: FairToClose;
let verify: VerifyDocument;
const orders = new RememberedOrders();

/* Shared by the tests below, which go through its day in order. */
beforeAll(async () => {
  process.env.PHIEN_URL = `${ADDRESS}/`;
  database = await openReportsDatabase();
  verify = new VerifyDocument(database.dataSource);
  work = await FairToClose.open(database, { booths: 2 });
  for (const at of [0, 1]) work.till(at).openShift();
  work.till(0).sell(300_000);
  work.till(1).sell(777_000);
  await work.deliver(0, 1);
  work.setClock(EVENING);
});
afterAll(async () => {
  delete process.env.PHIEN_URL;
  await database.close();
});

const exhibitor = (at: number) => work.till(at).place.exhibitorId;
const order = (wanted: Partial<OrderPaperDto> = {}): Promise<PaperDto> =>
  orderPaperOn(database.dataSource, work.clock, orders).run(work.organizer, work.fairId, {
    kind: 'statement',
    exhibitorId: exhibitor(0),
    day: DAY,
    language: 'vi',
    ...wanted,
  });
const close = (reason?: string) =>
  new CloseDay(database.dataSource, work.clock, orders).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
    reason,
  });

async function bytesOf({ id }: PaperDto, format: 'pdf' | 'csv'): Promise<Buffer> {
  const { fairId } = work;
  const name = { fairId, paperId: id, language: 'vi', format } as const;
  await writePaperFileOn(database.dataSource, work.clock).run(name);
  const read = new ReadPaperFile(database.dataSource, new ListPapers(database.dataSource));
  return (await read.run(work.organizer, { fairId, paperId: id, file: `vi.${format}` })).bytes;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const paperOf = async (hash: string) => (await verify.run(hash, 'a')).paper;
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

let first: PaperDto;

it('tells from a file, or from the code printed in it, what the paper is and what stands on it', async () => {
  first = await order();
  const pdf = await bytesOf(first, 'pdf');
  const { name } = await database.dataSource
    .getRepository(Exhibitor)
    .findOneByOrFail({ id: exhibitor(0) });
  const told = {
    kind: 'statement',
    exhibitorName: name,
    day: DAY,
    edition: 1,
    isProvisional: true,
    asOf: EVENING.toISOString(),
    days: [{ day: DAY, revision: null, latestRevision: null }],
    figures: [
      { measure: 'revenue_vnd', value: 300_000 },
      { measure: 'sales', value: 1 },
      { measure: 'documents', value: 2 },
    ],
    newer: null,
  };
  const file = { language: 'vi', format: 'pdf', madeAt: EVENING.toISOString() };
  expect(await paperOf(first.contentHash.toUpperCase())).toMatchObject({ ...told, file: null });
  expect(await paperOf(hashOf(pdf))).toMatchObject({ ...told, file });
  const changed = Buffer.from(pdf);
  changed.writeUInt8((changed.at(-20) ?? 0) ^ 1, changed.length - 20);
  expect(await codeOf(verify.run(hashOf(changed), 'a'))).toBe('document_unknown');

  const text = (await pdfText(pdf)).join(' ');
  expect(text).toContain(first.contentHash);
  expect(text).toContain(`vào trang ${ADDRESS}/verify, để biết`);
});

it('tells of a newer edition that it exists, and nothing that it says', async () => {
  work.till(0).sell(45_000);
  await work.deliver(0);
  await close();
  const second = await order();
  expect(second).toMatchObject({ edition: 2, isProvisional: false });
  const old = await paperOf(first.contentHash);
  expect(old).toMatchObject({
    figures: [{ measure: 'revenue_vnd', value: 300_000 }, {}, {}],
    days: [{ day: DAY, revision: null, latestRevision: 1 }],
    newer: { edition: 2, isProvisional: false, asOf: EVENING.toISOString() },
  });
  const words = JSON.stringify(old);
  for (const hidden of [work.fairId, exhibitor(0), first.id, second.contentHash, '345000']) {
    expect(words).not.toContain(hidden);
  }

  /* A day that was closed again since is said, though nobody has asked for a newer edition. */
  work.till(0).sell(10_000);
  await work.deliver(0);
  await close('máy gửi muộn');
  expect(await paperOf(second.contentHash)).toMatchObject({
    days: [{ day: DAY, revision: 1, latestRevision: 2 }],
    newer: null,
  });
});

it('names nobody by a table without rows, whose bytes anybody can make', async () => {
  const silent = await order({ kind: 'sales_export', day: '2025-10-29' });
  const csv = await bytesOf(silent, 'csv');
  expect(await codeOf(verify.run(hashOf(csv), 'a'))).toBe('document_empty');
  expect(await paperOf(silent.contentHash)).toMatchObject({ kind: 'sales_export' });
  const sold = await order({ kind: 'sales_export' });
  expect(await paperOf(hashOf(await bytesOf(sold, 'csv')))).toMatchObject({
    kind: 'sales_export',
    file: { format: 'csv' },
    figures: [
      { measure: 'revenue_vnd', value: 355_000 },
      { measure: 'documents', value: 3 },
      { measure: 'lines', value: 3 },
    ],
  });
});
