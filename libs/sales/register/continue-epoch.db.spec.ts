import { Clock, newId } from '@phien/kernel';
import { makeFair } from '@phien/planning';
import type { TestDatabase } from '@phien/store';
import { newTillKey, reissueDraft, type TillDocument, type TillKey } from '@phien/till';
import { EpochKeys } from '../document/epoch-keys';
import { deliveryDoor } from '../testing/deliver-to';
import { makeOrganizer, openSalesDatabase } from '../testing/sales-database';
import { TestTill } from '../testing/test-till';
import { ContinueEpoch } from './continue-epoch';
import { ListRegisters } from './list-registers';
import { RevokeEpoch } from './revoke-epoch';

const MORNING = new Date('2025-10-28T01:30:00Z');
const NOON = new Date('2025-10-28T05:00:00Z');
const NEXT_DAY = new Date('2025-10-29T03:00:00Z');

class StandingClock extends Clock {
  override now(): Date {
    return NEXT_DAY;
  }
}

let database: TestDatabase;
let door: ReturnType<typeof deliveryDoor>;
let verb: ContinueEpoch;
/** The phone, and the same phone put back to an earlier day: one key, two chains. */
let phone: TestTill;
let copy: TestTill;
let accountId: string;

beforeAll(async () => {
  database = await openSalesDatabase();
  accountId = await makeOrganizer(database.dataSource);
});

beforeEach(async () => {
  const { dataSource } = database;
  const fair = await makeFair(dataSource.manager);
  const [exhibitor] = fair.exhibitors;
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has an exhibitor at a booth');
  const place = { fairId: fair.fairId, exhibitorId: exhibitor.id, boothId: booth.id };
  phone = await TestTill.enrol(
    dataSource.manager,
    { ...place, boothCode: booth.code, zoneId: booth.zoneId },
    { at: MORNING },
  );
  door = deliveryDoor(dataSource, NOON);
  verb = new ContinueEpoch(new EpochKeys(dataSource), dataSource, new StandingClock());
  phone.sell(10_000);
  await door.deliver(phone);
  copy = phone.copy();
  phone.sell(20_000);
  await door.deliver(phone);
});

afterAll(() => database.close());

const address = () => ({ fairId: phone.place.fairId, registerId: phone.registerId });
const ask = async (till: TestTill, key?: TillKey) =>
  verb.run(address(), await till.wishToContinue(key ?? (await newTillKey())));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'continued',
    (error: unknown) => (error as { code?: string }).code,
  );
const register = async () => {
  const registers = await new ListRegisters(database.dataSource).run({
    ...address(),
    exhibitorIds: null,
  });
  return registers[0]!;
};
/* What the copy sold clashes with what the phone sold under the same number. */
async function clash(amountVnd = 30_000): Promise<TillDocument> {
  const sale = copy.sell(amountVnd);
  const { results } = await door.deliver(copy);
  expect(results).toEqual([{ id: sale.id, link: 'conflict', booking: null, code: 'number_taken' }]);
  return sale;
}

it('lets a phone whose chain was taken go on, and counts its sales on their own day', async () => {
  const sale = await clash();
  const key = await newTillKey();
  const continued = await ask(copy, key);
  expect(continued).toMatchObject({ epoch: 2 });
  copy = copy.continuedIn(continued, key);
  copy.append(reissueDraft(sale));
  door.setClock(NEXT_DAY);
  const { results } = await door.deliver(copy);
  expect(results).toEqual([{ id: sale.id, link: 'stored', booking: 'booked', code: null }]);
  const booked = await database.dataSource.query(
    `SELECT epoch, sequence, total_vnd AS "totalVnd", fair_day AS day FROM document
     WHERE fair_id = $1 ORDER BY epoch, sequence`,
    [phone.place.fairId],
  );
  expect(booked).toEqual([
    { epoch: 1, sequence: 1, totalVnd: 10_000, day: '2025-10-28' },
    { epoch: 1, sequence: 2, totalVnd: 20_000, day: '2025-10-28' },
    { epoch: 2, sequence: 1, totalVnd: 30_000, day: '2025-10-28' },
  ]);
});

it('answers the same key the same when the first answer was lost', async () => {
  await clash();
  const key = await newTillKey();
  const answers = await Promise.all([ask(copy, key), ask(copy, key), ask(copy, key)]);
  expect(new Set(answers.map(({ epoch }) => epoch))).toEqual(new Set([2]));
  expect((await register()).epochs).toHaveLength(2);
});

it('takes the wish of the old key alone, and only after a clash', async () => {
  expect(await codeOf(ask(copy))).toBe('epoch_has_no_conflict');
  await clash();
  const wish = await copy.wishToContinue(await newTillKey());
  const other = await copy.wishToContinue(await newTillKey());
  const attempts: [object, string][] = [
    [{ ...wish, publicKey: 'AAAA' }, 'public_key_invalid'],
    [{ ...wish, epoch: 7 }, 'register_unknown'],
    [{ ...wish, signature: other.signature }, 'signature_invalid'],
    [{ ...wish, publicKey: other.publicKey }, 'signature_invalid'],
    [wish, 'continued'],
  ];
  for (const [changes, expected] of attempts) {
    expect(await codeOf(verb.run(address(), { ...wish, ...changes }))).toBe(expected);
  }
});

it('leaves a phone as it stood: superseded by another stays so, and so does revoked', async () => {
  const sale = await clash();
  await TestTill.enrol(database.dataSource.manager, phone.place, {
    at: NOON,
    registerId: phone.registerId,
    epoch: 2,
  });
  await database.dataSource.query(
    `UPDATE register_epoch SET superseded_at = $2 WHERE register_id = $1 AND epoch = 1`,
    [phone.registerId, NOON],
  );
  const key = await newTillKey();
  const continued = await ask(copy, key);
  const standing = (await register()).epochs.map(({ epoch, supersededAt }) => [
    epoch,
    supersededAt !== null,
  ]);
  expect(standing).toEqual([
    [1, true],
    [2, false],
    [3, true],
  ]);
  copy = copy.continuedIn(continued, key);
  copy.append(reissueDraft(sale));
  expect((await door.deliver(copy)).results).toMatchObject([{ booking: 'booked' }]);

  const revoke = new RevokeEpoch(
    database.dataSource,
    new StandingClock(),
    new ListRegisters(database.dataSource),
  );
  await revoke.run({ ...address(), exhibitorIds: null, accountId }, 3);
  const revoked = (await register()).epochs.map(({ revokedAt }) => revokedAt !== null);
  expect(revoked).toEqual([true, false, true]);
  copy.sell(5_000);
  phone.sell(6_000);
  for (const till of [copy, phone]) {
    expect((await door.deliver(till)).results).toMatchObject([
      { link: 'stored', booking: 'set_aside', code: 'register_revoked' },
    ]);
  }
});

it('sets aside what stands for a document whose id has other bytes: one sale is not two', async () => {
  const sale = await clash();
  const key = await newTillKey();
  copy = copy.continuedIn(await ask(copy, key), key);
  const [first] = await database.dataSource.query(
    `SELECT document_id AS id FROM link WHERE fair_id = $1 AND sequence = 2`,
    [phone.place.fairId],
  );
  const again = (id: string) => ({
    ...reissueDraft(sale),
    reissueOf: { id, epoch: 1, sequence: 2 },
  });
  const twin = copy.append({ ...again(first.id), id: newId() });
  const alone = copy.append({ ...again(newId()), id: newId() });
  expect((await door.deliver(copy)).results).toEqual([
    { id: twin.id, link: 'stored', booking: 'set_aside', code: 'twin_in_ledger' },
    { id: alone.id, link: 'stored', booking: 'booked', code: null },
  ]);
});
