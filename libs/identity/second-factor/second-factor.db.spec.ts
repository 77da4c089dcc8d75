import { newId } from '@phien/kernel';
import { brokenConstraint, inTransaction, type TestDatabase } from '@phien/store';
import { IssueResetLink } from '../account/issue-reset-link';
import { ListPeople } from '../people/list-people';
import { makeFair, openIdentityDatabase, PASSWORD } from '../testing/identity-database';
import { codeOf, makePerson } from '../testing/people-of-fair';
import { TestPhone } from '../testing/test-phone';
import { ConfirmSecondFactor } from './confirm-second-factor';
import { OfferSecondFactor } from './offer-second-factor';
import { ReadSecondFactor } from './read-second-factor';
import { ResetSecondFactor } from './reset-second-factor';
import { ResetServerSecondFactor } from './reset-server-second-factor';
import { SecondFactorCodes } from './second-factor-codes';

let database: TestDatabase;
let codes: SecondFactorCodes;
let offer: OfferSecondFactor;
let confirm: ConfirmSecondFactor;
let reset: ResetSecondFactor;
let fairId: string;
let an: Person;
let binh: Person;

type Person = Awaited<ReturnType<typeof makePerson>>['caller'];

beforeAll(async () => {
  database = await openIdentityDatabase();
  const { dataSource } = database;
  codes = new SecondFactorCodes(dataSource);
  offer = new OfferSecondFactor(dataSource);
  confirm = new ConfirmSecondFactor(dataSource, codes);
  reset = new ResetSecondFactor(dataSource);
  fairId = await makeFair(dataSource);
  an = (await makePerson(dataSource, { fairId, role: 'organizer' })).caller;
  binh = (await makePerson(dataSource, { fairId, role: 'organizer' })).caller;
});
afterAll(() => database.close());

const official = async () =>
  (await makePerson(database.dataSource, { fairId, role: 'official' })).caller;

/** What taking a code comes to. */
const take = ({ accountId }: Person, code: string) =>
  codeOf(
    codes
      .count(accountId)
      .then((tryId) =>
        inTransaction(database.dataSource, (em) => codes.use(em, { accountId, code, tryId })),
      ),
  );

const read = (person: Person) => new ReadSecondFactor(database.dataSource).run(person);

const deedsOf = async ({ accountId }: Person) =>
  (
    await database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entry WHERE fair_id = $1 AND subject_id = $2 AND action LIKE 'second%' ORDER BY at`,
      [fairId, accountId],
    )
  ).map(({ action }) => action);

it('sets a phone up with the password and a first code, and takes each code once', async () => {
  const lan = await official();
  expect(await read(lan)).toEqual({ isOn: false, since: null });
  expect(await codeOf(offer.run(lan, 'một mật khẩu khác'))).toBe('password_wrong');
  expect(await codeOf(confirm.run(lan, '123456'))).toBe('second_factor_not_offered');
  await offer.run(lan, PASSWORD);
  const { uri } = await offer.run(lan, PASSWORD);
  const phone = TestPhone.scan(uri);
  expect(await take(lan, phone.code())).toBe('second_factor_missing');
  expect(await codeOf(confirm.run(lan, phone.wrongCode()))).toBe('code_wrong');
  const first = phone.code();
  await confirm.run(lan, first);
  expect((await read(lan)).isOn).toBe(true);
  expect(await codeOf(confirm.run(lan, first))).toBe('second_factor_there');
  expect(await codeOf(offer.run(lan, PASSWORD))).toBe('second_factor_there');

  expect(await take(lan, first)).toBe('code_used');
  const next = phone.code(1);
  expect((await Promise.all([take(lan, next), take(lan, next)])).sort()).toEqual([
    'code_used',
    'done',
  ]);
  expect(await deedsOf(lan)).toEqual(['second_factor_set_up']);
});

it('stops whoever guesses codes, and lets wrong passwords of strangers stop nobody', async () => {
  const lan = await official();
  const phone = await TestPhone.of(database.dataSource.manager, lan.accountId);
  for (let tried = 0; tried < 10; tried += 1) {
    expect(await take(lan, phone.wrongCode())).toBe('code_wrong');
  }
  expect(await take(lan, phone.code())).toBe('too_many_wrong_codes');

  const minh = await official();
  const his = await TestPhone.of(database.dataSource.manager, minh.accountId);
  for (let tried = 0; tried < 10; tried += 1) await codeOf(offer.run(minh, 'đoán mò'));
  expect(await codeOf(offer.run(minh, PASSWORD))).toBe('too_many_sign_in_tries');
  expect(await take(minh, his.code())).toBe('done');
});

it('takes a lost phone away by an organizer, never by its owner, and keeps what it proved', async () => {
  const lan = await official();
  const phone = await TestPhone.of(database.dataSource.manager, lan.accountId);
  expect(await take(lan, phone.code())).toBe('done');
  const people = await new ListPeople(database.dataSource).run(an, fairId);
  expect(people.find(({ accountId }) => accountId === lan.accountId)?.hasSecondFactor).toBe(true);

  const [both] = [
    (
      await makePerson(
        database.dataSource,
        { fairId, role: 'organizer' },
        { fairId, role: 'official' },
      )
    ).caller,
  ];
  await TestPhone.of(database.dataSource.manager, both.accountId);
  expect(await codeOf(reset.run(both, fairId, both.accountId))).toBe('own_account');
  expect(await codeOf(reset.run(an, fairId, both.accountId))).toBe('person_not_in_your_hands');
  expect(await new ResetServerSecondFactor(database.dataSource).run(both.login)).toMatchObject({
    wasOn: true,
  });
  expect((await read(both)).isOn).toBe(false);

  await reset.run(an, fairId, lan.accountId);
  await reset.run(an, fairId, lan.accountId);
  expect(await take(lan, phone.code(1))).toBe('second_factor_missing');
  expect(await deedsOf(lan)).toEqual(['second_factor_reset']);
  const [kept] = await database.dataSource.query<{ secret: unknown; by: string; uses: number }[]>(
    `SELECT secret, retired_by AS by,
            (SELECT count(*) FROM second_factor_use u WHERE u.second_factor_id = f.id) AS uses
       FROM second_factor f WHERE account_id = $1`,
    [lan.accountId],
  );
  expect(kept).toEqual({ secret: null, by: an.accountId, uses: 1 });
  const again = TestPhone.scan((await offer.run(lan, PASSWORD)).uri);
  await confirm.run(lan, again.code());
  expect((await read(lan)).isOn).toBe(true);
});

it('never puts the password and the phone of one person into one hand', async () => {
  const issue = new IssueResetLink(database.dataSource);
  const lan = await official();
  await TestPhone.of(database.dataSource.manager, lan.accountId);
  await issue.run(an, fairId, lan.accountId);
  expect(await codeOf(reset.run(an, fairId, lan.accountId))).toBe('takes_another_organizer');
  expect(await codeOf(reset.run(binh, fairId, lan.accountId))).toBe('done');
  expect(await codeOf(issue.run(binh, fairId, lan.accountId))).toBe('takes_another_organizer');
  expect(await codeOf(issue.run(an, fairId, lan.accountId))).toBe('done');
});

const SECRET = `decode('${'ab'.repeat(20)}', 'hex')`;

it.each([
  ['a short secret', `$1, $2, '\\x00', now(), now(), NULL, NULL`, 'second_factor_secret_length'],
  ['none while in use', `$1, $2, NULL, now(), now(), NULL, NULL`, 'second_factor_secret_kept'],
  [
    'one kept once retired',
    `$1, $2, ${SECRET}, now(), now(), now(), NULL`,
    'second_factor_secret_kept',
  ],
  [
    'one retired that was never confirmed',
    `$1, $2, NULL, now(), NULL, now(), NULL`,
    'second_factor_retired_once_confirmed',
  ],
  [
    'one retired by its owner',
    `$1, $2, NULL, now(), now(), now(), $2`,
    'second_factor_retired_by_another',
  ],
  [
    'a second one in use',
    `$1, $2, ${SECRET}, now(), NULL, NULL, NULL`,
    'second_factor_of_account_idx',
  ],
])('keeps no second factor with %s', async (_, values, constraint) => {
  await TestPhone.of(database.dataSource.manager, binh.accountId).catch(() => undefined);
  const attempt = database.dataSource.query(`INSERT INTO second_factor VALUES (${values})`, [
    newId(),
    binh.accountId,
  ]);
  expect(await attempt.then(() => 'kept', brokenConstraint)).toBe(constraint);
});

it('never forgets a code that was taken', async () => {
  const attempt = database.dataSource.query(`DELETE FROM second_factor_use`);
  expect(await attempt.then(() => 'gone', brokenConstraint)).toBe('append_only');
});
