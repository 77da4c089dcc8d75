import { Clock, newId } from '@phien/kernel';
import { makeFair, sealFair, type SmallFair } from '@phien/planning';
import type { TestDatabase } from '@phien/store';
import type { TillStatus } from '@phien/till';
import { EpochKeys } from '../document/epoch-keys';
import { deliveryDoor } from '../testing/deliver-to';
import { openSalesDatabase } from '../testing/sales-database';
import { TestTill } from '../testing/test-till';
import { ReadTills } from './read-tills';
import { ReceiveStatus } from './receive-status';
import type { SayStatusDto } from './status.dto';

const MORNING = new Date('2025-10-28T01:30:00Z');
const NOON = new Date('2025-10-28T05:00:00Z');
const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000);

class StandingClock extends Clock {
  constructor(public instant: Date) {
    super();
  }
  override now(): Date {
    return this.instant;
  }
}

let database: TestDatabase;
let fair: SmallFair;
let till: TestTill;
let clock: StandingClock;
let door: ReturnType<typeof deliveryDoor>;
let receive: ReceiveStatus;

beforeAll(async () => {
  database = await openSalesDatabase();
});

beforeEach(async () => {
  fair = await makeFair(database.dataSource.manager);
  clock = new StandingClock(NOON);
  door = deliveryDoor(database.dataSource, NOON);
  receive = new ReceiveStatus(new EpochKeys(database.dataSource), database.dataSource, clock);
  till = await enrol(0);
});

afterAll(() => database.close());

const placeOf = (at: number) => {
  const exhibitor = fair.exhibitors[at];
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has no such exhibitor');
  return {
    fairId: fair.fairId,
    exhibitorId: exhibitor.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneId: booth.zoneId,
  };
};
const enrol = (at: number, options: object = {}) =>
  TestTill.enrol(database.dataSource.manager, placeOf(at), { at: MORNING, ...options });
const post = (from: TestTill, said: SayStatusDto) =>
  receive.run({ fairId: fair.fairId, registerId: from.registerId }, said);
const say = async (from: TestTill, number: number, change?: Partial<TillStatus>) =>
  post(from, await from.status(number, change));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'heard',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
const tills = async (build: string | null = null) =>
  (await new ReadTills(database.dataSource, clock, { current: () => build }).run(fair.fairId))
    .tills;
const tillOf = async (from: TestTill, build?: string) =>
  (await tills(build)).find(
    ({ registerId, epoch }) => registerId === from.registerId && epoch === from.epoch,
  );

it('tells the organizer what a phone holds, as it said, and what became of it', async () => {
  till.openShift();
  till.sell(10_000);
  await door.deliver(till);
  till.sell(20_000);
  till.sell(30_000);
  await say(till, 1, { shiftOpenedAt: MORNING.toISOString(), isCartEmpty: false });
  expect(await tillOf(till)).toMatchObject({
    state: 'holding',
    unsentCount: 2,
    since: NOON,
    linkedSequence: 2,
    issuedSequence: 4,
    isOnline: true,
    isCartEmpty: false,
    cashier: 'Thu ngân kiểm thử',
    alarms: [],
  });
  clock.instant = minutes(20);
  expect(await tillOf(till)).toMatchObject({
    state: 'silent',
    since: NOON,
    unsentCount: 2,
    shiftOpenedAt: MORNING,
    isOnline: false,
    alarms: ['silent_open_shift'],
  });
  door.setClock(minutes(20));
  await door.deliver(till);
  expect(await tillOf(till)).toMatchObject({
    state: 'all_sent',
    unsentCount: 0,
    lastSeenAt: minutes(20),
    saidAt: NOON,
  });
});

it('tells the phone how far the ledger holds its chain, and when the fair is sealed', async () => {
  const { head, isSealed } = await say(till, 1);
  expect({ head, isSealed }).toEqual({
    head: { epoch: till.epoch, sequence: 0, hash: till.head.hash },
    isSealed: false,
  });
  till.openShift();
  till.sell(10_000);
  const held = till.head;
  await door.deliver(till);
  till.sell(20_000);
  await sealFair(database.dataSource.manager, fair.fairId);
  expect(await say(till, 2)).toMatchObject({
    head: { epoch: till.epoch, sequence: held.sequence, hash: held.hash },
    isSealed: true,
  });
});

it('judges a phone that never says anything by its documents alone', async () => {
  till.openShift();
  await door.deliver(till);
  clock.instant = minutes(16);
  expect(await tillOf(till)).toMatchObject({ state: 'silent', since: NOON, saidAt: null });
  till.closeShift(500_000);
  door.setClock(minutes(16));
  await door.deliver(till);
  expect(await tillOf(till)).toMatchObject({ state: 'closed_and_empty', alarms: [] });
});

it('lets a replayed or a late word change nothing, not even when the phone was last seen', async () => {
  till.sell(10_000);
  const early = await till.status(1, { unsentCount: 1 });
  const { number } = await post(till, await till.status(5, { unsentCount: 0 }));
  expect(number).toBe(5);
  clock.instant = minutes(3);
  for (const late of [early, await till.status(5, { unsentCount: 1 })]) {
    expect(await post(till, late)).toMatchObject({ number: 5, serverTime: minutes(3) });
  }
  expect(await tillOf(till)).toMatchObject({ unsentCount: 0, saidAt: NOON, lastSeenAt: NOON });
  await say(till, 6, { unsentCount: 1 });
  expect(await tillOf(till)).toMatchObject({ unsentCount: 1, saidAt: minutes(3) });
});

it('keeps the newest of many that come at once', async () => {
  const words = await Promise.all(
    Array.from({ length: 30 }, (_, at) => till.status(at + 1, { clockOffsetMs: at + 1 })),
  );
  words.sort((a, b) => (a.signature < b.signature ? -1 : 1));
  await Promise.all(words.map((word) => post(till, word)));
  expect(await tillOf(till)).toMatchObject({ clockOffsetMs: 30 });
});

it('hears a phone by its own key alone, and no other thing that it signed', async () => {
  const other = await enrol(1);
  const word = await till.status(1);
  const theirs = await other.status(1);
  expect(await codeOf(post(other, word))).toBe('status_of_other_register');
  expect(await codeOf(post(till, { ...word, signature: theirs.signature }))).toBe(
    'signature_invalid',
  );
  const { signature } = await till.sign([]);
  expect(await codeOf(post(till, { ...word, signature }))).toBe('signature_invalid');
  expect(await codeOf(post(till, { ...word, status: '{}' }))).toBe('status_unreadable');
  expect(await codeOf(say(till, 1, { epoch: 7 }))).toBe('register_unknown');
  const nobody = newId();
  const unknown = await till.status(1, { registerId: nobody });
  const asked = { fairId: fair.fairId, registerId: nobody };
  expect(await codeOf(receive.run(asked, unknown))).toBe('register_unknown');
  expect(await tillOf(till)).toMatchObject({ saidAt: null });
});

it('hears a phone that was replaced or revoked, since it may still hold sales', async () => {
  till.sell(10_000);
  await database.dataSource.query(
    `UPDATE register_epoch SET superseded_at = $2, revoked_at = NULL WHERE register_id = $1`,
    [till.registerId, NOON],
  );
  const next = await enrol(0, { registerId: till.registerId, epoch: 2 });
  expect(await tillOf(till)).toBeUndefined();
  await say(till, 1);
  expect(await tillOf(till)).toMatchObject({
    state: 'closed_holding',
    isReplaced: true,
    unsentCount: 1,
  });
  expect(await tillOf(next)).toMatchObject({ state: 'never_used', isReplaced: false });
  await say(till, 2, { unsentCount: 0 });
  expect(await tillOf(till)).toBeUndefined();
  await database.dataSource.query(
    `UPDATE register_epoch SET revoked_at = $2 WHERE register_id = $1 AND epoch = 2`,
    [till.registerId, NOON],
  );
  await say(next, 1);
  expect(await tillOf(next)).toMatchObject({ state: 'revoked', since: NOON, saidAt: NOON });
});

it('rings for a clock, a storage and a till that are not as they should be', async () => {
  await say(till, 1, { clockOffsetMs: 360_000, isStorageKept: false });
  expect(await tillOf(till, 'till-new')).toMatchObject({
    alarms: ['storage_not_kept', 'clock_off', 'old_version'],
  });
  await say(till, 2);
  expect(await tillOf(till, 'till-test')).toMatchObject({ alarms: [] });
});

it('sees bytes that clash though the phone says nothing of it', async () => {
  const sale = till.sell(10_000);
  await door.deliver(till);
  expect(await tillOf(till)).toMatchObject({ clashCount: 0 });
  door.setClock(minutes(1));
  clock.instant = minutes(1);
  await database.dataSource.query(
    `INSERT INTO conflicting_document SELECT fair_id, register_id, epoch, sequence, hash, document_id, canonical, $2
     FROM link WHERE document_id = $1`,
    [sale.id, minutes(1)],
  );
  expect(await tillOf(till)).toMatchObject({ state: 'clashing', alarms: ['clash'] });
  const next = await enrol(0, { registerId: till.registerId, epoch: 2 });
  await database.dataSource.query(
    `UPDATE register_epoch SET phone_epoch = 1, superseded_at = CASE epoch WHEN 1 THEN enrolled_at END WHERE register_id = $1`,
    [till.registerId],
  );
  expect(await tillOf(till)).toBeUndefined();
  expect(await tillOf(next)).toMatchObject({ state: 'never_used', alarms: [] });
});

it('lists every register of the fair and of no other, the worst first', async () => {
  const silent = await enrol(1);
  silent.openShift();
  await door.deliver(silent);
  const other = await makeFair(database.dataSource.manager);
  clock.instant = minutes(30);
  const list = await tills();
  expect(list.map(({ state }) => state)).toEqual(['silent', 'never_used']);
  expect(list[0]).toMatchObject({
    registerId: silent.registerId,
    boothCode: silent.place.boothCode,
  });
  const elsewhere = await new ReadTills(database.dataSource, clock).run(other.fairId);
  expect(elsewhere.tills).toEqual([]);
});
