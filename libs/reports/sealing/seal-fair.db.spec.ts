import { newId, type Refusal } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { AcceptSetAside, ListSetAside, ProposeSetAside } from '@phien/sales';
import { brokenConstraint } from '@phien/store';
import { CloseDay } from '../closing/close-day';
import { FindDueDays } from '../closing/find-due-days';
import {
  DAY,
  EVENING,
  FairToClose,
  NOON,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import { ProposeSeal } from './propose-seal';
import { ReadSealing } from './read-sealing';
import { SealFair } from './seal-fair';
import { WithdrawSeal } from './withdraw-seal';

const OVER = new Date('2025-10-31T03:00:00Z');

let database: ReportsDatabase;
let work: FairToClose;
let first: string;
let second: string;

beforeAll(async () => {
  database = await openReportsDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 2 });
  first = work.organizer.accountId;
  second = newId();
  await database.dataSource.query(
    `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, $2, 'Hoa', '', now())`,
    [second, `hoa-${second}`],
  );
});

const propose = (by = first) =>
  new ProposeSeal(database.dataSource, work.clock).run(by, work.fairId);
const seal = (by = second) => new SealFair(database.dataSource, work.clock).run(by, work.fairId);
const withdraw = (by = second) => new WithdrawSeal(database.dataSource).run(by, work.fairId);
const read = (by = first) => new ReadSealing(database.dataSource, work.clock).run(by, work.fairId);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refusal: Refusal) => refusal.code,
  );
const close = (reason?: string) =>
  new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: first,
    reason,
  });
const stateOf = async () =>
  (await database.dataSource.manager.findOneByOrFail(Fair, { id: work.fairId })).state;

/** Sold, closed, and over. */
async function closed(): Promise<void> {
  work.till(0).openShift();
  work.till(0).sell(50_000);
  work.till(0).closeShift(550_000);
  await work.deliver(0);
  work.setClock(EVENING);
  await close();
  work.setClock(OVER);
}

it('is sealed by two people, both named, and by no one alone', async () => {
  await closed();
  expect(await codeOf(seal())).toBe('seal_not_proposed');
  await propose();
  await propose(second);
  expect(await codeOf(seal(first))).toBe('second_person_needed');
  expect(await stateOf()).toBe('running');
  await seal();
  expect(await stateOf()).toBe('sealed');
  expect(await read()).toEqual({
    isSealed: true,
    proposedByName: 'Ban tổ chức thử',
    proposedAt: OVER,
    isOwnProposal: true,
    sealedByName: 'Hoa',
    sealedAt: OVER,
    obstacles: [],
    provisionalDays: [],
  });
  for (const attempt of [propose(), seal(), withdraw()]) {
    expect(await codeOf(attempt)).toBe('fair_sealed');
  }
  const deeds = await database.dataSource.query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE fair_id = $1 AND action LIKE '%seal%' ORDER BY at, id`,
    [work.fairId],
  );
  expect(deeds.map(({ action }) => action)).toEqual(['seal_proposed', 'fair_sealed']);
});

it('waits until the fair is over, closed, and nothing is left to decide', async () => {
  work.till(0).sell(50_000);
  await work.deliver(0);
  const codes = async () => (await read()).obstacles.map(({ code, day }) => `${day} ${code}`);
  expect(await codes()).toEqual([
    '2025-10-28 fair_not_over',
    '2025-10-29 fair_not_over',
    '2025-10-30 fair_not_over',
  ]);
  expect(await codeOf(propose())).toBe('fair_not_ready_to_seal');
  work.setClock(OVER);
  expect(await codes()).toEqual(['2025-10-28 day_not_closed']);
  await close();
  const sale = work.till(1).setClock(NOON).sell(10_000);
  work.till(1).refund(sale, 1_000);
  work.till(1).refund(sale, 1_000);
  await work.deliver(1);
  expect(await codes()).toEqual(['2025-10-28 day_waits_for_revision', 'null set_aside_waits']);
  expect((await read()).provisionalDays).toEqual([DAY]);
});

it('asks again what stands in the way when it is sealed, and lets a proposal be taken back', async () => {
  await closed();
  await propose();
  work.till(1).setClock(NOON).sell(20_000);
  await work.deliver(1);
  expect(await codeOf(seal())).toBe('fair_not_ready_to_seal');
  await withdraw();
  await withdraw();
  expect(await read()).toMatchObject({ isSealed: false, proposedByName: null });
  await close('máy báo muộn');
  await propose(second);
  expect((await read()).isOwnProposal).toBe(false);
  await seal(first);
  expect(await stateOf()).toBe('sealed');
});

it('sets aside what comes later; two people make it count, and its day gets a revision', async () => {
  await closed();
  await propose();
  await seal();
  work.till(1).setClock(NOON);
  const late = work.till(1).sell(70_000);
  await work.deliver(1);
  const list = (by: string) => new ListSetAside(database.dataSource).run(by, work.fairId, {});
  expect(await list(first)).toMatchObject({
    isFairSealed: true,
    documents: [{ documentId: late.id, code: 'fair_sealed', proposal: null }],
  });
  const asked = (accountId: string) => ({
    fairId: work.fairId,
    documentId: late.id,
    accountId,
    reason: 'Máy hết pin hôm đó',
  });
  const bell = { ring: () => undefined };
  const accept = (by: string) =>
    new AcceptSetAside(database.dataSource, work.clock, bell).run(asked(by));
  const proposeIt = (by: string) =>
    new ProposeSetAside(database.dataSource, work.clock).run(asked(by));
  expect(await codeOf(accept(first))).toBe('set_aside_needs_another');
  await proposeIt(first);
  await proposeIt(second);
  expect(await codeOf(accept(first))).toBe('set_aside_needs_another');
  expect((await list(second)).documents[0]?.proposal).toMatchObject({
    reason: 'Máy hết pin hôm đó',
    proposedByName: 'Ban tổ chức thử',
    isOwn: false,
  });
  expect(await accept(second)).toMatchObject({ verdict: 'accepted', decidedByName: 'Hoa' });
  expect(await codeOf(proposeIt(first))).toBe('set_aside_already_accepted');
  work.setClock(new Date(OVER.getTime() + 120_000));
  const due = await new FindDueDays(database.dataSource, work.clock).run();
  expect(due.filter(({ fairId }) => fairId === work.fairId)).toEqual([
    { fairId: work.fairId, day: DAY, revision: 2 },
  ]);
  expect(await close('máy báo muộn')).toMatchObject({ revision: 2 });
});

it('closes no revision of a sealed fair for visits alone', async () => {
  await closed();
  await propose();
  await seal();
  await work.count(5, 0);
  const due = await new FindDueDays(database.dataSource, work.clock).run();
  expect(due.filter(({ fairId }) => fairId === work.fairId)).toEqual([]);
  expect(await codeOf(close('đếm lại'))).toBe('fair_sealed');
});

describe('without the verbs', () => {
  const refused = async (...statements: string[]) => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      for (const text of statements) await runner.query(text);
      await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
      return 'nothing';
    } catch (error) {
      return brokenConstraint(error) ?? String(error);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const insert = (sealedBy: string, sealedAt: string) =>
    `INSERT INTO fair_seal VALUES ('${work.fairId}', '${first}', now(), ${sealedBy}, ${sealedAt})`;
  const toSealed = () => `UPDATE fair SET state = 'sealed' WHERE id = '${work.fairId}'`;

  it('no fair is sealed by one, or by nobody', async () => {
    const other = `'${second}'`;
    expect(await refused(toSealed())).toBe('fair_sealed_by_two');
    expect(await refused(insert('NULL', 'NULL'), toSealed())).toBe('fair_sealed_by_two');
    expect(await refused(insert(`'${first}'`, 'now()'))).toBe('fair_seal_by_two');
    expect(await refused(insert(other, 'NULL'))).toBe('fair_seal_whole');
    expect(await refused(insert(`'${newId()}'`, 'now()'))).toBe('fair_seal_sealed_by_fkey');
    expect(await refused(insert(other, 'now()'), insert(other, 'now()'))).toBe('fair_seal_pkey');
    expect(await refused(toSealed(), insert(other, 'now()'))).toBe('nothing');
  });

  it('nothing of a seal is changed or broken', async () => {
    await closed();
    await propose();
    await seal();
    const of = `WHERE fair_id = '${work.fairId}'`;
    for (const text of [
      `UPDATE fair_seal SET sealed_at = now() ${of}`,
      `DELETE FROM fair_seal ${of}`,
      `TRUNCATE fair_seal`,
      `UPDATE fair SET state = 'running' WHERE id = '${work.fairId}'`,
    ]) {
      expect(await refused(text)).toBe('append_only');
    }
  });
});
