import { AuditEntry, type Caller } from '@phien/identity';
import { newId, Refusal, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { KeepPaymentAccount } from './keep-payment-account';
import { ReadPaymentAccount } from './read-payment-account';
import { RemovePaymentAccount } from './remove-payment-account';

const account = { bankBin: '970436', accountNumber: '0011 2233 4455', holderName: 'HTX Chả Mực' };
const kept = { bankBin: '970436', accountNumber: '001122334455', holderName: 'HTX Chả Mực' };

let database: TestDatabase;
let source: DataSource;
let keep: KeepPaymentAccount;
let read: ReadPaymentAccount;
let remove: RemovePaymentAccount;

beforeAll(async () => {
  database = await openPlanningDatabase();
  source = database.dataSource;
  keep = new KeepPaymentAccount(source, systemClock);
  read = new ReadPaymentAccount(source);
  remove = new RemovePaymentAccount(source);
});

afterAll(() => database.close());

async function openFair() {
  const { fairId, exhibitors } = await makeFair(source.manager, { booths: 2 });
  const [mine = '', theirs = ''] = exhibitors.map(({ id }) => id);
  const caller = (role: 'organizer' | 'official' | 'exhibitor', exhibitorId?: string) =>
    makeCaller(source, { grants: [{ fairId, role, exhibitorId }] });
  return {
    fairId,
    mine,
    theirs,
    organizer: await caller('organizer'),
    official: await caller('official'),
    seller: await caller('exhibitor', mine),
  };
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

it('keeps an account, changes it, and forgets it, with four digits in the log', async () => {
  const { fairId, mine, seller, organizer } = await openFair();
  expect(await read.run(seller, fairId, mine)).toEqual({ account: null });
  expect(await keep.run(seller, fairId, mine, account)).toEqual({ account: kept });
  await keep.run(seller, fairId, mine, account);
  expect(await read.run(organizer, fairId, mine)).toEqual({ account: kept });
  await keep.run(organizer, fairId, mine, { ...account, accountNumber: '99998888' });
  await remove.run(seller, fairId, mine);
  await remove.run(seller, fairId, mine);
  expect(await read.run(seller, fairId, mine)).toEqual({ account: null });

  const deeds = await source
    .getRepository(AuditEntry)
    .find({ where: { fairId, subjectId: mine }, order: { id: 'ASC' } });
  expect(deeds.map(({ action, detail }) => [action, detail.lastDigits])).toEqual([
    ['payment_account_kept', '4455'],
    ['payment_account_kept', '8888'],
    ['payment_account_removed', '8888'],
  ]);
  expect(JSON.stringify(deeds)).not.toContain('001122334455');
});

it('refuses for the first reason that holds', async () => {
  const { fairId, mine, theirs, seller, organizer, official } = await openFair();
  const attempts: [Caller, string, Partial<typeof account>, string][] = [
    [seller, theirs, {}, 'exhibitor_not_found'],
    [official, mine, {}, 'exhibitor_not_found'],
    [organizer, newId(), {}, 'exhibitor_not_found'],
    [organizer, 'x', {}, 'exhibitor_not_found'],
    [seller, mine, { bankBin: '123456', accountNumber: '' }, 'bank_unknown'],
    [seller, mine, { accountNumber: 'số của tôi' }, 'account_number_refused'],
    [seller, mine, { holderName: '' }, 'holder_name_refused'],
    [seller, mine, {}, 'done'],
    [organizer, theirs, {}, 'done'],
  ];
  for (const [who, exhibitorId, more, expected] of attempts) {
    expect(await codeOf(keep.run(who, fairId, exhibitorId, { ...account, ...more }))).toBe(
      expected,
    );
  }
  expect(await codeOf(read.run(seller, fairId, theirs))).toBe('exhibitor_not_found');
  expect(await codeOf(remove.run(seller, fairId, theirs))).toBe('exhibitor_not_found');
});

it('is held by the database as well', async () => {
  const { fairId, mine } = await openFair();
  const insert = (bin: string, number: string) =>
    source.query(`INSERT INTO payment_account VALUES ($1, $2, $3, $4, 'A', now())`, [
      fairId,
      mine,
      bin,
      number,
    ]);
  await expect(insert('97', '1234')).rejects.toThrow(/payment_account_bank_shape/);
  await expect(insert('970436', 'số 1')).rejects.toThrow(/payment_account_number_shape/);
});
