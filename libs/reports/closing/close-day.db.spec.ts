import { createHash } from 'node:crypto';
import { ReconciliationChecks } from '@phien/dashboard';
import { AcceptSetAside, RefuseSetAside } from '@phien/sales';
import { fairDayPlus, fairInstant, Refusal } from '@phien/kernel';
import { brokenConstraint } from '@phien/store';
import {
  DAY,
  EVENING,
  FairToClose,
  listDaysOn,
  NOON,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import { CheckClosings } from './check-closings';
import { CloseDay } from './close-day';
import { ClosingDocument } from './closing-document.entity';
import { Closing } from './closing.entity';
import { closingHash } from './closing.rules';
import { ListClosings } from './list-closings';
import { PreviewClosing } from './preview-closing';
import { readClosings } from './read-closings';

let database: ReportsDatabase;
let work: FairToClose;
let orders: RememberedOrders;
let closeDay: CloseDay;

beforeAll(async () => {
  database = await openReportsDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 4, exhibitors: 3 });
  orders = new RememberedOrders();
  closeDay = new CloseDay(database.dataSource, work.clock, orders);
});

const close = (reason?: string) =>
  closeDay.run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
    reason,
  });

const closeAgain = () => close('máy báo muộn');

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

const differences = () =>
  database.dataSource.transaction('REPEATABLE READ', (em) =>
    new CheckClosings(new ReconciliationChecks()).run(em, work.fairId),
  );

/** What the ledger itself says of the day. */
async function ledger() {
  const [row] = await database.dataSource.query<[{ count: number; vnd: number }]>(
    `SELECT count(*) AS count, coalesce(sum(total_vnd), 0)::bigint AS vnd
       FROM document WHERE fair_id = $1 AND fair_day = $2`,
    [work.fairId, DAY],
  );
  return row;
}

/** A day of two tills: three sales, a refund, a void; the first till closes its shift. */
async function sellADay(): Promise<void> {
  const [first, second] = [work.till(0), work.till(1)];
  first.openShift();
  first.sell(120_000);
  const returned = first.sell(80_000, { method: 'vietqr' });
  first.refund(returned, 500);
  first.closeShift(620_000);
  second.openShift();
  const voided = second.sell(45_000, { method: 'card', line: { classCode: null, star: null } });
  second.void(voided);
  second.sell(200_000, { line: { classCode: 'II.1.b', star: 5 } });
  await work.deliver(0, 1);
  await work.count(30, 12);
}

describe('closing a day', () => {
  it('makes revision 1 that equals the ledger, part by part', async () => {
    await sellADay();
    work.setClock(EVENING);
    const closing = await close();
    const inLedger = await ledger();
    expect(closing).toMatchObject({
      fairId: work.fairId,
      day: DAY,
      revision: 1,
      closedAt: EVENING.toISOString(),
      closedByName: 'Ban tổ chức thử',
      reason: 'không ghi lý do',
      isComplete: false,
      documentCount: inLedger.count,
      totalVnd: inLedger.vnd,
      salesCount: 4,
      entries: 30,
      boothsHeard: 2,
      boothsAllocated: 3,
      unclosedRegisterCount: 1,
      headCount: 2,
      signedHeadCount: 2,
      difference: null,
    });
    expect(closing.totalVnd).toBe(120_000 + 80_000 - 40_000 + 45_000 - 45_000 + 200_000);

    const [sealed] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
    if (!sealed) throw new Error('a closing');
    const { figures } = sealed;
    expect(figures.totals).toMatchObject({
      salesVnd: 445_000,
      refundVnd: -40_000,
      voidVnd: -45_000,
      averageVnd: 111_250,
      isDeclaredCollected: true,
      declaredVnd: 0,
    });
    expect(figures.methods.map((part) => [part.method, part.revenueVnd])).toEqual([
      ['cash', 280_000],
      ['vietqr', 80_000],
      ['card', 0],
      ['wallet', 0],
      ['other', 0],
    ]);
    expect(figures.stars.map((part) => [part.star, part.revenueVnd])).toEqual([
      ['5', 200_000],
      ['4', 160_000],
      ['3', 0],
      ['none', 0],
    ]);
    expect(figures.origins.map((part) => part.revenueVnd)).toEqual([160_000, 200_000, 0]);
    expect(figures.coverage.unclosedRegisters).toHaveLength(1);
    expect(figures.visits).toMatchObject({ entries: 30, exits: 12 });
    expect(closingHash(sealed)).toBe(closing.hash);
    expect(await differences()).toEqual([]);
    expect(orders.placed).toEqual([{ fairId: work.fairId, day: DAY, revision: 1 }]);
  });

  it('freezes visits calibrated by the hand counts known then, and changes nothing it froze', async () => {
    const at = (time: string) => new Date(`${DAY}T${time}:00+07:00`);
    const countByHand = (time: string, entries: number) =>
      database.dataSource.query(
        `INSERT INTO hand_count (fair_id, id, gate_id, method, fair_day, from_minute, entries,
                                 counted_by, started_at, received_at)
         SELECT $1, gen_random_uuid(), id, 'clicker', $2, $3, $4, $5, $6, now()
           FROM gate WHERE fair_id = $1`,
        [
          work.fairId,
          DAY,
          Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
          entries,
          work.organizer.accountId,
          at(time),
        ],
      );
    for (const time of ['13:00', '14:00', '15:00', '16:00']) {
      work.setClock(at(time));
      await work.count(100, 0);
    }
    await countByHand('13:00', 110);
    await countByHand('14:00', 120);
    work.setClock(EVENING);
    await close();
    await countByHand('15:00', 100);
    work.till(0).sell(10_000);
    await work.deliver(0);
    const preview = await new PreviewClosing(database.dataSource).run(work.fairId, DAY);
    const told = { calibratedEntries: 440, error: 40, leastCounts: 3 };
    const methods = [{ method: 'clicker', entries: 400, countsUsed: 3, factor: 1.1, spread: 0.1 }];
    expect(preview.calibration).toEqual({ ...told, methods });
    expect((await closeAgain()).calibration).toEqual({ ...told, methods });
    const frozen = (await readClosings(database.dataSource.manager, { fairId: work.fairId })).map(
      ({ figures, hash, ...rest }) => {
        expect(closingHash({ figures, ...rest })).toBe(hash);
        return figures.visits;
      },
    );
    expect(frozen.map(({ entries, calibration }) => [entries, calibration])).toEqual([
      [
        400,
        {
          entries: null,
          error: null,
          methods: [
            {
              method: 'clicker',
              entries: 400,
              countsUsed: 2,
              factorMillionths: null,
              spreadMillionths: null,
            },
          ],
        },
      ],
      [
        400,
        {
          entries: 440,
          error: 40,
          methods: [
            {
              method: 'clicker',
              entries: 400,
              countsUsed: 3,
              factorMillionths: 1_100_000,
              spreadMillionths: 100_000,
            },
          ],
        },
      ],
    ]);
    expect(await differences()).toEqual([]);
  });

  it('hashes the documents by the written recipe and freezes every head', async () => {
    await sellADay();
    await close();
    const [sealed] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
    const links = await database.dataSource.query<{ hash: Buffer }[]>(
      `SELECT hash FROM link WHERE fair_id = $1 ORDER BY register_id, epoch, sequence`,
      [work.fairId],
    );
    const byRecipe = createHash('sha256');
    for (const { hash } of links) byRecipe.update(hash);
    expect(sealed?.documentsHash).toBe(byRecipe.digest('hex'));
    const heads = [work.till(0), work.till(1)]
      .map((till) => ({
        registerId: till.registerId,
        epoch: 1,
        sequence: till.chain.head.sequence,
        hash: till.chain.head.hash,
        signedSequence: till.chain.head.sequence,
      }))
      .sort((a, b) => (a.registerId < b.registerId ? -1 : 1));
    expect(sealed?.heads).toEqual(heads);
  });

  it('is complete once every till that sold has closed its last shift', async () => {
    await sellADay();
    work.till(1).closeShift(700_000);
    await work.deliver(1);
    expect((await close()).isComplete).toBe(true);
  });

  it('counts a late sale in revision 2, by booth, and leaves revision 1 as it was', async () => {
    await sellADay();
    work.setClock(EVENING);
    const first = await close();
    const before = await database.dataSource.getRepository(Closing).findBy({ fairId: work.fairId });

    work.till(2).sell(99_000);
    work.till(1).setClock(NOON);
    work.till(1).sell(1_000);
    work.setClock(new Date('2025-10-29T02:00:00Z'));
    await work.deliver(1, 2);
    await work.count(0, 18);
    const listDays = listDaysOn(database.dataSource, work.clock);
    const [waiting] = await listDays.run(work.fairId);
    expect(waiting).toMatchObject({
      day: DAY,
      state: 'provisional',
      revision: 1,
      totalVnd: first.totalVnd,
      waitingDocumentCount: 2,
      waitingVnd: 100_000,
    });
    expect(await differences()).toEqual([]);

    const second = await closeAgain();
    expect(second).toMatchObject({
      revision: 2,
      reason: 'máy báo muộn',
      documentCount: first.documentCount + 2,
      totalVnd: first.totalVnd + 100_000,
      difference: { revision: 1, documentCount: 2, totalVnd: 100_000, entries: 0 },
    });
    expect(
      second.difference?.booths.map((booth) => [
        booth.boothCode,
        booth.documentCount,
        booth.totalVnd,
      ]),
    ).toEqual([
      [work.till(1).place.boothCode, 1, 1_000],
      [work.till(2).place.boothCode, 1, 99_000],
    ]);
    const listed = await new ListClosings(database.dataSource).run(
      work.organizer,
      work.fairId,
      DAY,
    );
    expect(listed).toEqual([first, second]);
    const after = await database.dataSource
      .getRepository(Closing)
      .findBy({ fairId: work.fairId, revision: 1 });
    expect(after).toEqual(before);
    const [done] = await listDays.run(work.fairId);
    expect(done).toMatchObject({ revision: 2, waitingDocumentCount: 0, waitingVnd: 0 });
    expect(await differences()).toEqual([]);
  });

  it('makes a revision when only the visits changed, and none when nothing did', async () => {
    await sellADay();
    await close();
    expect(await codeOf(closeAgain())).toBe('nothing_new_to_close');
    await work.count(5, 0);
    const second = await close('đếm lại ở cổng');
    expect(second).toMatchObject({
      revision: 2,
      entries: 35,
      reason: 'đếm lại ở cổng',
      difference: { documentCount: 0, totalVnd: 0, entries: 5, booths: [] },
    });
    expect(await codeOf(closeAgain())).toBe('nothing_new_to_close');
  });

  it('pressed twice at once makes one revision', async () => {
    await sellADay();
    const answers = await Promise.all([1, 2, 3, 4].map(() => codeOf(close())));
    expect(answers.sort()).toEqual([
      'done',
      'nothing_new_to_close',
      'nothing_new_to_close',
      'nothing_new_to_close',
    ]);
    expect(await database.dataSource.getRepository(Closing).countBy({ fairId: work.fairId })).toBe(
      1,
    );
  });

  it('under sales that go on loses none and counts none twice', async () => {
    await sellADay();
    await close();
    const selling = (async () => {
      for (let n = 0; n < 12; n++) {
        work.till(n % 3).sell(10_000 + n);
        await work.deliver(n % 3);
      }
    })();
    for (let n = 0; n < 10; n++) await codeOf(closeAgain());
    await selling;
    await codeOf(closeAgain());
    const [latest] = await database.dataSource
      .getRepository(Closing)
      .find({ where: { fairId: work.fairId }, order: { revision: 'DESC' }, take: 1 });
    const inLedger = await ledger();
    expect([latest?.documentCount, latest?.totalVnd]).toEqual([inLedger.count, inLedger.vnd]);
    expect(await differences()).toEqual([]);
  });

  it('refuses in order: where, then when, then what', async () => {
    const { accountId } = work.organizer;
    const attempt = (day: string) => codeOf(closeDay.run({ fairId: work.fairId, day, accountId }));
    expect([
      await attempt('28/10/2025'),
      await attempt('2025-02-30'),
      await attempt('2025-11-09'),
      await attempt('2025-10-30'),
      await attempt(DAY),
      await attempt(DAY),
    ]).toEqual([
      'fair_day_not_found',
      'fair_day_not_found',
      'fair_day_not_found',
      'fair_day_not_begun',
      'done',
      'nothing_new_to_close',
    ]);
  });

  it('counts what an organizer accepts in the revision after, and nothing that was refused', async () => {
    await sellADay();
    await database.dataSource.query(
      `UPDATE register_epoch SET revoked_at = $2 WHERE register_id = $1`,
      [work.till(0).registerId, NOON],
    );
    const [taken, left] = [work.till(0).sell(33_000), work.till(0).sell(44_000)];
    await work.deliver(0);
    work.setClock(EVENING);
    const first = await close();
    expect(first.setAsideCount).toBe(2);
    const asked = (documentId: string) => ({
      fairId: work.fairId,
      documentId,
      accountId: work.organizer.accountId,
      reason: 'Đã đối chiếu với sổ tay',
    });
    const { dataSource, bell } = database;
    await new RefuseSetAside(dataSource, work.clock).run(asked(left.id));
    expect(await codeOf(closeAgain())).toBe('nothing_new_to_close');
    await new AcceptSetAside(dataSource, work.clock, bell).run(asked(taken.id));
    expect(await differences()).toEqual([]);
    const second = await closeAgain();
    expect(second).toMatchObject({
      revision: 2,
      setAsideCount: 0,
      documentCount: first.documentCount + 1,
      totalVnd: first.totalVnd + 33_000,
    });
    expect(await differences()).toEqual([]);
  });

  it('asks a person for the reason of a later revision', async () => {
    await sellADay();
    await close();
    work.till(2).sell(99_000);
    await work.deliver(2);
    expect([await codeOf(close()), await codeOf(close('  ')), await codeOf(closeAgain())]).toEqual([
      'revision_reason_missing',
      'revision_reason_missing',
      'done',
    ]);
  });

  it('shows before it freezes what would be frozen and what is missing', async () => {
    await sellADay();
    const preview = () => new PreviewClosing(database.dataSource).run(work.fairId, DAY);
    const before = await preview();
    const closing = await close();
    expect(before).toMatchObject({
      revision: 1,
      isNew: true,
      isComplete: false,
      newDocumentCount: closing.documentCount,
      documentCount: closing.documentCount,
      totalVnd: closing.totalVnd,
      salesCount: closing.salesCount,
      entries: 30,
      newEntries: 30,
      boothsHeard: 2,
      boothsAllocated: 3,
      silentBooths: closing.silentBooths,
      unclosedRegisters: closing.unclosedRegisters,
    });
    expect(before.silentBooths).toHaveLength(1);
    expect(before.unclosedRegisters).toHaveLength(1);
    expect(await preview()).toMatchObject({ revision: 2, isNew: false, newDocumentCount: 0 });
    work.till(2).sell(99_000);
    await work.deliver(2);
    expect(await preview()).toMatchObject({ revision: 2, isNew: true, newDocumentCount: 1 });
    expect(await codeOf(new PreviewClosing(database.dataSource).run(work.fairId, 'x'))).toBe(
      'fair_day_not_found',
    );
  });

  it('lists a day before it is closed with its figures of now, and when it closes itself', async () => {
    const listDays = listDaysOn(database.dataSource, work.clock);
    const first = async () => (await listDays.run(work.fairId))[0];
    expect(await first()).toMatchObject({
      state: 'open',
      figures: { totalVnd: 0, boothsHeard: 0, boothsAllocated: 3 },
      closesByItselfAt: '2025-10-28T16:00:00.000Z',
    });
    await sellADay();
    expect(await first()).toMatchObject({
      figures: { totalVnd: 360_000, salesCount: 4, entries: 30, boothsHeard: 2 },
    });
    await close();
    expect(await first()).toMatchObject({
      state: 'provisional',
      figures: { totalVnd: 360_000, salesCount: 4, entries: 30, unclosedRegisterCount: 1 },
      closesByItselfAt: null,
    });
    work.setClock(new Date('2025-10-30T20:00:00Z'));
    const [, empty] = await listDays.run(work.fairId);
    expect([empty?.state, empty?.figures, empty?.closesByItselfAt]).toEqual(['open', null, null]);
  });

  it('keeps the money of single booths from officials when the fair says so', async () => {
    await sellADay();
    await close();
    work.till(2).sell(99_000);
    await work.deliver(2);
    await closeAgain();
    const official = {
      ...work.organizer,
      grants: [{ fairId: work.fairId, role: 'official' as const, exhibitorId: null }],
    };
    const list = new ListClosings(database.dataSource);
    const [, seen] = await list.run(official, work.fairId, DAY);
    expect(seen?.difference).toMatchObject({ totalVnd: null, booths: [{ totalVnd: null }] });

    work.till(0).sell(7_000);
    work.till(1).sell(5_000);
    await work.deliver(0, 1);
    await closeAgain();
    const [, , two] = await list.run(official, work.fairId, DAY);
    expect(two?.difference?.totalVnd).toBe(12_000);
    expect(two?.difference?.booths.map((booth) => booth.totalVnd)).toEqual([null, null]);
  });

  it("closes a sale made after midnight of the last day, on a day outside the fair's", async () => {
    const listDays = listDaysOn(database.dataSource, work.clock);
    const days = (await listDays.run(work.fairId)).map(({ day, isOutside }) => [day, isOutside]);
    expect(days.every(([, isOutside]) => isOutside === false)).toBe(true);
    const after = fairDayPlus(String(days.at(-1)?.[0]), 1);
    const attempt = () =>
      codeOf(
        closeDay.run({ fairId: work.fairId, day: after, accountId: work.organizer.accountId }),
      );
    const midnight = fairInstant(after, 0, 'Asia/Ho_Chi_Minh');
    const tenPast = new Date(midnight.getTime() + 10 * 60_000);
    work.setClock(tenPast);
    expect(await attempt()).toBe('fair_day_not_found');

    work.till(0).setClock(tenPast).sell(64_000);
    await work.deliver(0);
    const outside = async () => (await listDays.run(work.fairId)).at(-1);
    expect(await outside()).toMatchObject({
      day: after,
      isOutside: true,
      isOpen: false,
      opensAt: null,
      closesAt: null,
      state: 'open',
      waitingDocumentCount: 1,
      waitingVnd: 64_000,
    });
    expect(await attempt()).toBe('done');
    expect(await outside()).toMatchObject({
      day: after,
      state: 'provisional',
      revision: 1,
      totalVnd: 64_000,
      waitingVnd: 0,
    });
    const [closing] = await new ListClosings(database.dataSource).run(
      work.organizer,
      work.fairId,
      after,
    );
    expect(closing).toMatchObject({ day: after, revision: 1, totalVnd: 64_000 });
    const [sealed] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
    expect(sealed?.figures.hours).toBeNull();
    expect(await attempt()).toBe('nothing_new_to_close');
    expect(await differences()).toEqual([]);
  });
});

it('finds out a document that is counted on no day', async () => {
  await sellADay();
  await close();
  const runner = database.dataSource.createQueryRunner();
  await runner.query(`SET session_replication_role = replica`);
  await runner.query(
    `UPDATE document SET fair_day = '2025-12-24' WHERE fair_id = $1 AND total_vnd = 120000`,
    [work.fairId],
  );
  await runner.query(`SET session_replication_role = DEFAULT`);
  await runner.release();
  expect(await differences()).toEqual(
    expect.arrayContaining([
      {
        what: 'money of a day, closed or waiting',
        key: '2025-12-24',
        unit: 'vnd',
        expected: 120_000,
        found: 0,
      },
    ]),
  );
});

describe('what is closed', () => {
  beforeEach(async () => {
    await sellADay();
    await close();
  });

  it.each(['closing', 'closing_head', 'closing_document'])(
    'in %s can neither be changed nor deleted',
    async (table) => {
      for (const attempt of [
        `UPDATE ${table} SET revision = revision + 1`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        const refused = await database.dataSource.query(attempt).then(
          () => 'done',
          (error: unknown) => brokenConstraint(error),
        );
        expect([attempt, refused]).toEqual([attempt, 'append_only']);
      }
    },
  );

  it('is found out by the check when the database is edited behind the back of the house', async () => {
    const edit = async (sql: string) => {
      const runner = database.dataSource.createQueryRunner();
      await runner.query(`SET session_replication_role = replica`);
      await runner.query(sql, [work.fairId]);
      await runner.query(`SET session_replication_role = DEFAULT`);
      await runner.release();
      return (await differences()).map(({ what, key }) => `${what} ${key}`);
    };
    expect(await edit(`UPDATE closing SET total_vnd = total_vnd + 1 WHERE fair_id = $1`)).toEqual([
      `money of a day, closed or waiting ${DAY}`,
      `total of a closing ${DAY} r1`,
      `hash of a closing, 1 when it agrees ${DAY} r1`,
    ]);
    await edit(`UPDATE closing SET total_vnd = total_vnd - 1 WHERE fair_id = $1`);
    expect(await differences()).toEqual([]);
    const [last] = await database.dataSource
      .getRepository(ClosingDocument)
      .find({ where: { fairId: work.fairId }, take: 1 });
    expect(
      await edit(
        `DELETE FROM closing_document WHERE fair_id = $1 AND document_id = '${last?.documentId ?? ''}'`,
      ),
    ).toEqual(
      expect.arrayContaining([
        `documents of a closing ${DAY} r1`,
        `hash of the documents of a closing, 1 when it agrees ${DAY} r1`,
      ]),
    );
  });
});
