import { AuditEntry } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { makeFair, type SmallFair } from '@phien/planning';
import type { TestDatabase } from '@phien/store';
import type { TillDocument } from '@phien/till';
import { ListRegisters } from '../register/list-registers';
import { deliveryDoor } from '../testing/deliver-to';
import { makeOrganizer, openSalesDatabase } from '../testing/sales-database';
import { TestTill } from '../testing/test-till';
import { AcceptSetAside } from './accept-set-aside';
import { BookOrphans } from './book-orphans';
import { ListSetAside } from './list-set-aside';
import { RefuseSetAside } from './refuse-set-aside';
import { SetAsideDecision } from './set-aside-decision.entity';

const MORNING = new Date('2025-10-28T01:30:00Z');
const NOON = new Date('2025-10-28T05:00:00Z');

class StandingClock extends Clock {
  override now(): Date {
    return NOON;
  }
}

let database: TestDatabase;
let fair: SmallFair;
let till: TestTill;
let door: ReturnType<typeof deliveryDoor>;
let accountId: string;
let otherId: string;
let rings: number;
const bell = { ring: () => void rings++ };

beforeAll(async () => {
  database = await openSalesDatabase();
  accountId = await makeOrganizer(database.dataSource, { login: 'ban-to-chuc', name: 'Lan' });
  otherId = await makeOrganizer(database.dataSource, { login: 'pho-ban', name: 'Hoa' });
});

beforeEach(async () => {
  rings = 0;
  fair = await makeFair(database.dataSource.manager);
  till = await enrol(0);
  door = deliveryDoor(database.dataSource, NOON);
});

afterAll(() => database.close());

function enrol(at: number): Promise<TestTill> {
  const exhibitor = fair.exhibitors[at];
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has no such exhibitor');
  const place = {
    fairId: fair.fairId,
    exhibitorId: exhibitor.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneId: booth.zoneId,
  };
  return TestTill.enrol(database.dataSource.manager, place, { at: MORNING });
}

const asked = (
  { id }: Pick<TillDocument, 'id'>,
  reason = 'Đã xem sổ tay của quầy',
  by = accountId,
) => ({
  fairId: fair.fairId,
  documentId: id,
  accountId: by,
  reason,
});
const clock = new StandingClock();
const accept = (...of: Parameters<typeof asked>) =>
  new AcceptSetAside(database.dataSource, clock, bell).run(asked(...of));
const refuse = (...of: Parameters<typeof asked>) =>
  new RefuseSetAside(database.dataSource, clock).run(asked(...of));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'decided',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
const booked = async () => {
  const [row]: { n: number; vnd: number }[] = await database.dataSource.query(
    `SELECT count(*) AS n, coalesce(sum(total_vnd), 0)::bigint AS vnd FROM document WHERE fair_id = $1`,
    [fair.fairId],
  );
  return row!;
};
const list = (query: Parameters<ListSetAside['run']>[2] = {}) =>
  new ListSetAside(database.dataSource).run(otherId, fair.fairId, query);
const revoke = () =>
  database.dataSource.query(`UPDATE register_epoch SET revoked_at = $2 WHERE fair_id = $1`, [
    fair.fairId,
    NOON,
  ]);
/** A sale that a revoked phone sent. */
const late = async (amountVnd = 20_000) => {
  await revoke();
  const sale = till.sell(amountVnd);
  await door.deliver(till);
  return sale;
};

it('books what an organizer accepts, on its own day, with its lines, payments and news for the board', async () => {
  const sale = await late();
  expect(await booked()).toEqual({ n: 0, vnd: 0 });
  expect(await accept(sale)).toEqual({
    documentId: sale.id,
    verdict: 'accepted',
    reason: 'Đã xem sổ tay của quầy',
    decidedByName: 'Lan',
    decidedAt: NOON,
  });
  expect(await booked()).toEqual({ n: 1, vnd: 20_000 });
  const [parts]: object[] = await database.dataSource.query(
    `SELECT d.fair_day AS day, (SELECT sum(amount_vnd)::bigint FROM document_line WHERE document_id = $1) AS lines,
       (SELECT sum(amount_vnd)::bigint FROM document_payment WHERE document_id = $1) AS payments,
       (SELECT count(*) FROM outbox WHERE subject_id = $1 AND reader = 'fold') AS news,
       (SELECT count(*) FROM set_aside WHERE document_id = $1) AS aside
     FROM document d WHERE d.id = $1`,
    [sale.id],
  );
  expect(parts).toEqual({ day: '2025-10-28', lines: 20_000, payments: 20_000, news: 1, aside: 1 });
  expect(rings).toBe(1);
});

it('answers the second call with the first decision, whoever asks and whatever the reason', async () => {
  const sale = await late();
  const first = await accept(sale);
  expect(await accept(sale, 'Một lý do khác', otherId)).toEqual(first);
  expect(await booked()).toEqual({ n: 1, vnd: 20_000 });
  const other = till.sell(5_000);
  await door.deliver(till);
  const refused = await refuse(other);
  expect(await refuse(other, 'Một lý do khác', otherId)).toEqual(refused);
});

it('keeps a decision: accepted stays accepted, refused stays refused', async () => {
  const [taken, left] = [await late(), till.sell(7_000)];
  await door.deliver(till);
  await accept(taken);
  await refuse(left);
  expect(await codeOf(refuse(taken))).toBe('set_aside_already_accepted');
  expect(await codeOf(accept(left))).toBe('set_aside_already_refused');
  expect(await booked()).toEqual({ n: 1, vnd: 20_000 });
});

it('lets one of two organizers decide', async () => {
  for (let round = 0; round < 5; round++) {
    const sale = await late(1_000);
    const ends = await Promise.all([
      codeOf(accept(sale)),
      codeOf(refuse(sale, 'Khách nói không mua', otherId)),
    ]);
    const [decision] = await database.dataSource.manager.findBy(SetAsideDecision, {
      documentId: sale.id,
    });
    expect(ends.filter((end) => end === 'decided')).toHaveLength(1);
    expect(decision!.verdict).toBe(ends[0] === 'decided' ? 'accepted' : 'refused');
    expect(ends.find((end) => end !== 'decided')).toBe(`set_aside_already_${decision!.verdict}`);
  }
  const sale = await late(1_000);
  const both = await Promise.all([accept(sale), accept(sale, 'Cũng vậy', otherId)]);
  expect(both[0]).toEqual(both[1]);
});

it('says why the ledger cannot hold a document, and writes nothing', async () => {
  const sale = till.sell(50_000);
  till.void(sale);
  const again = till.void(sale);
  await door.deliver(till);
  const before = await booked();
  const refusal: unknown = await accept(again).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'set_aside_unbookable',
    kind: 'conflict',
    details: { because: 'void_already_booked' },
    sentence: { vi: expect.stringContaining('đơn gốc đã được hủy') as string },
  });
  expect(await booked()).toEqual(before);
  expect((await list()).waitingCount).toBe(1);
});

it.each([
  [
    'a refund of more than the sale',
    async () => {
      const sale = till.sell(10_000);
      till.refund(sale, 1_000);
      const over = till.refund(sale, 500);
      return over;
    },
    'refund_over_original',
  ],
  [
    'a refund whose sale is not there',
    async () => {
      const elsewhere = await enrol(0);
      return till.refund(elsewhere.sell(10_000), 1_000);
    },
    'original_missing',
  ],
] as [string, () => Promise<TillDocument>, string][])(
  'cannot book %s',
  async (_, make, because) => {
    const document = await make();
    await door.deliver(till);
    await expect(accept(document)).rejects.toMatchObject({ details: { because } });
    await refuse(document);
    expect((await list()).waitingCount).toBe(0);
  },
);

it('never books an orphan that was refused, though its sale comes', async () => {
  const elsewhere = await enrol(0);
  const sale = elsewhere.sell(10_000);
  const [left, waits] = [till.refund(sale, 200), till.refund(sale, 300)];
  await door.deliver(till);
  await refuse(left);
  await door.deliver(elsewhere);
  expect(await new BookOrphans(database.dataSource, bell).run()).toBe(1);
  expect(await booked()).toEqual({ n: 2, vnd: 7_000 });
  expect(await codeOf(accept(waits))).toBe('set_aside_already_booked');
  expect(await codeOf(refuse(waits))).toBe('set_aside_already_booked');
});

it('tells a phone that sends a decided document again what became of it', async () => {
  const [taken, left] = [await late(), till.sell(7_000)];
  await door.deliver(till);
  await accept(taken);
  await refuse(left);
  const texts: { canonical: Buffer; hash: Buffer }[] = await database.dataSource.query(
    `SELECT canonical, hash FROM link WHERE fair_id = $1 ORDER BY sequence`,
    [fair.fairId],
  );
  const request = await till.sign(texts.map(({ canonical }) => canonical.toString('utf8')));
  const { results } = await door.post(till, request);
  expect(results).toMatchObject([
    { link: 'duplicate', booking: 'booked', code: null },
    { link: 'duplicate', booking: 'refused', code: 'register_revoked' },
  ]);
});

it('lists what waits, phone by phone, and what was decided and why', async () => {
  const first = await late(120_000);
  const second = till.sell(7_000);
  await door.deliver(till);
  const other = await enrol(1);
  await revoke();
  other.sell(5_000);
  await door.deliver(other);
  const waiting = await list();
  expect(waiting).toMatchObject({ waitingCount: 3, hasMore: false });
  expect(waiting.documents.find(({ documentId }) => documentId === first.id)).toMatchObject({
    sequence: 1,
    boothCode: till.place.boothCode,
    code: 'register_revoked',
    whyVi: 'máy đã bị thu hồi khi chứng từ gửi về',
    isReadable: true,
    kind: 'sale',
    totalVnd: 120_000,
    cashier: 'Thu ngân kiểm thử',
    goods: ['Chả mực Hạ Long'],
    lineCount: 1,
    decision: null,
  });
  const own = await list({ registerId: till.registerId });
  expect(own.documents.map(({ documentId }) => documentId)).toEqual([first.id, second.id]);
  expect(own.waitingCount).toBe(2);
  const after = await list({ registerId: till.registerId, after: first.id });
  expect(after.documents.map(({ documentId }) => documentId)).toEqual([second.id]);
  await refuse(second, 'Bán sau khi máy bị mất');
  expect((await list()).waitingCount).toBe(2);
  expect((await list({ state: 'decided' })).documents).toMatchObject([
    {
      documentId: second.id,
      decision: { verdict: 'refused', reason: 'Bán sau khi máy bị mất', decidedByName: 'Lan' },
    },
  ]);
  const registers = await new ListRegisters(database.dataSource).run({
    fairId: fair.fairId,
    exhibitorIds: null,
    registerId: till.registerId,
  });
  expect(registers[0]!.epochs[0]).toMatchObject({
    linkedCount: 2,
    setAsideCount: 1,
    refusedCount: 1,
  });
});

it('writes who decided what and why into the log', async () => {
  const sale = await late();
  await refuse(sale, '  Máy bị lấy cắp  ', otherId);
  const entries = await database.dataSource.manager.findBy(AuditEntry, { subjectId: sale.id });
  expect(entries).toMatchObject([
    {
      fairId: fair.fairId,
      accountId: otherId,
      action: 'set_aside_refused',
      detail: { reason: 'Máy bị lấy cắp', code: 'register_revoked', sequence: 1, totalVnd: 20_000 },
    },
  ]);
});

it('knows no other fair’s documents, no booked one and none that is not there', async () => {
  const sale = await late();
  const elsewhere = await makeFair(database.dataSource.manager);
  const verb = new AcceptSetAside(database.dataSource, clock, bell);
  const foreign = verb.run({ ...asked(sale), fairId: elsewhere.fairId });
  expect(await codeOf(foreign)).toBe('set_aside_not_found');
  for (const id of [newId(), 'x']) expect(await codeOf(accept({ id }))).toBe('set_aside_not_found');
  const other = await enrol(1);
  const plain = other.sell(1_000);
  await door.deliver(other);
  expect(await codeOf(refuse(plain))).toBe('set_aside_not_found');
});

describe('without the verbs', () => {
  const write = (verdict: string, documentId: string, bookedId: string | null) =>
    database.dataSource
      .query(`INSERT INTO set_aside_decision VALUES ($1, $2, $3, 'vì thế', $4, $5, $6)`, [
        fair.fairId,
        documentId,
        verdict,
        accountId,
        NOON,
        bookedId,
      ])
      .then(
        () => 'written',
        (error: unknown) =>
          (error as { driverError: { constraint: string } }).driverError.constraint,
      );

  it('the database books no refused document, and refuses no booked one', async () => {
    const sale = till.sell(10_000);
    const voids = [till.void(sale), till.void(sale)];
    await door.deliver(till);
    expect(await write('refused', voids[1]!.id, null)).toBe('written');
    const copy = database.dataSource.query(
      `INSERT INTO document SELECT (jsonb_populate_record(d, jsonb_build_object('id', $1::uuid, 'kind', 'shift_open',
         'total_vnd', 0, 'original_id', NULL, 'float_vnd', 0))).* FROM document d WHERE d.id = $2`,
      [voids[1]!.id, sale.id],
    );
    await expect(copy).rejects.toMatchObject({
      driverError: { constraint: 'document_not_refused' },
    });
    const elsewhere = await enrol(0);
    const orphan = till.refund(elsewhere.sell(10_000), 200);
    await door.deliver(till);
    await door.deliver(elsewhere);
    await new BookOrphans(database.dataSource, bell).run();
    expect(await write('refused', orphan.id, null)).toBe('set_aside_decision_refused_is_unbooked');
  });
});
