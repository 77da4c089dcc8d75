import { newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { Account } from '../account/account.entity';
import { warmPasswordCheck } from '../account/password';
import { GrantRole } from '../role/grant-role';
import { RoleGrant } from '../role/role-grant.entity';
import {
  makeAccount,
  makeFair,
  openIdentityDatabase,
  PASSWORD,
} from '../testing/identity-database';
import { sessionCookie } from './session-cookie';
import { Session } from './session.entity';
import { sessionTokenHash } from './session.rules';
import { KEPT_MS, Sessions } from './sessions';
import { SignInTry } from './sign-in-try.entity';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

let database: TestDatabase;
let sessions: Sessions;
let signIn: SignIn;
let signOut: SignOut;

beforeAll(async () => {
  database = await openIdentityDatabase();
  sessions = new Sessions(database.dataSource);
  signIn = new SignIn(database.dataSource, sessions);
  signOut = new SignOut(database.dataSource, sessions);
});
afterAll(() => database.close());

const open = (login: string, password = PASSWORD) =>
  signIn.run({ login, password, userAgent: 'a phone' });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed_in',
    (error: { code: string }) => error.code,
  );
const cookieOf = (token: string) => sessionCookie(token, false).split(';')[0];

it('lets a person in, knows them by their cookie, and forgets them at once when they leave', async () => {
  const { id, login } = await makeAccount(database.dataSource);
  const { token, caller } = await open(` ${login.toUpperCase()} `);
  expect(caller).toMatchObject({ accountId: id, login, name: 'Lan', grants: [] });
  expect(await sessions.read(cookieOf(token))).toEqual(caller);

  await signOut.run(cookieOf(token), false);
  expect(await sessions.read(cookieOf(token))).toBeNull();
});

it('keeps no token in the database', async () => {
  const { login } = await makeAccount(database.dataSource);
  const { token } = await open(login);
  const [row] = await database.dataSource.query<{ text: string }[]>(
    `SELECT string_agg(s::text, ' ') AS text FROM session s`,
  );
  expect(row?.text).toContain(sessionTokenHash(token).toString('hex'));
  expect(row?.text).not.toContain(Buffer.from(token).toString('hex'));
  expect(row?.text).not.toContain(token);
});

describe('a person is refused in a fixed order', () => {
  const failTenTimes = async (login: string) => {
    await database.dataSource.getRepository(SignInTry).insert(
      Array.from({ length: 10 }, () => ({
        id: newId(),
        login,
        at: new Date(),
        succeeded: false,
      })),
    );
  };
  const disable = (id: string) =>
    database.dataSource.getRepository(Account).update({ id }, { disabledAt: new Date() });

  it.each<[string, { fails?: true; disabled?: true; unknown?: true; password: string }, string]>([
    ['all is well', { password: PASSWORD }, 'signed_in'],
    ['wrong password', { password: 'wrong' }, 'sign_in_failed'],
    ['unknown login', { unknown: true, password: PASSWORD }, 'sign_in_failed'],
    ['closed account, right password', { disabled: true, password: PASSWORD }, 'sign_in_failed'],
    [
      'too many tries, right password',
      { fails: true, password: PASSWORD },
      'too_many_sign_in_tries',
    ],
    ['too many tries, wrong password', { fails: true, password: 'x' }, 'too_many_sign_in_tries'],
    [
      'too many tries, closed account',
      { fails: true, disabled: true, password: PASSWORD },
      'too_many_sign_in_tries',
    ],
    [
      'too many tries, unknown login',
      { fails: true, unknown: true, password: 'x' },
      'too_many_sign_in_tries',
    ],
  ])('%s', async (_, attempt, expected) => {
    const { id, login } = await makeAccount(database.dataSource);
    const typed = attempt.unknown ? `nobody-${newId()}` : login;
    if (attempt.fails) await failTenTimes(typed);
    if (attempt.disabled) await disable(id);
    expect(await codeOf(open(typed, attempt.password))).toBe(expected);
  });
});

it('looks at ten wrong passwords of one account in 15 minutes, even when 60 come at once', async () => {
  const { login } = await makeAccount(database.dataSource);
  const neighbour = await makeAccount(database.dataSource);
  const guesses = await Promise.all(
    Array.from({ length: 60 }, (_, guess) => codeOf(open(login, `guess ${guess}`))),
  );
  expect(guesses.filter((code) => code === 'sign_in_failed')).toHaveLength(10);
  expect(guesses.filter((code) => code === 'too_many_sign_in_tries')).toHaveLength(50);
  expect(await codeOf(open(login))).toBe('too_many_sign_in_tries');
  expect(await codeOf(open(neighbour.login))).toBe('signed_in');

  await database.dataSource
    .getRepository(SignInTry)
    .update({ login }, { at: new Date(Date.now() - 16 * 60_000) });
  expect(await codeOf(open(login))).toBe('signed_in');
});

it('does not count the tries that succeeded', async () => {
  const { login } = await makeAccount(database.dataSource);
  for (let time = 0; time < 12; time++) expect(await codeOf(open(login))).toBe('signed_in');
});

it('works as hard for a login nobody has', async () => {
  await warmPasswordCheck();
  const { login } = await makeAccount(database.dataSource);
  const spentMs = async (typed: string) => {
    const startedAt = performance.now();
    await codeOf(open(typed, 'wrong'));
    return performance.now() - startedAt;
  };
  const times: { known: number; unknown: number }[] = [];
  for (let time = 0; time < 7; time++) {
    times.push({ known: await spentMs(login), unknown: await spentMs(`nobody-${newId()}`) });
  }
  /* The least of each: what others do on the machine only adds to it. */
  const least = (of: 'known' | 'unknown') => Math.min(...times.map((pair) => pair[of]));
  const [known, unknown] = [least('known'), least('unknown')];
  expect(unknown / known).toBeGreaterThan(0.4);
  expect(unknown / known).toBeLessThan(2.5);
});

it('ends a session after 30 days', async () => {
  const { login } = await makeAccount(database.dataSource);
  const { token } = await open(login);
  const tokenHash = sessionTokenHash(token);
  const lasts = await database.dataSource.getRepository(Session).findOneByOrFail({ tokenHash });
  expect(lasts.expiresAt.getTime() - lasts.createdAt.getTime()).toBe(30 * 86_400_000);

  await database.dataSource
    .getRepository(Session)
    .update({ tokenHash }, { expiresAt: new Date(Date.now() - 1) });
  expect(await new Sessions(database.dataSource).read(cookieOf(token))).toBeNull();
});

describe('what is taken away bites within 5 seconds on every process', () => {
  it('a role, a session ended elsewhere, a closed account', async () => {
    const elsewhere = new SignOut(database.dataSource, new Sessions(database.dataSource));
    const fairId = await makeFair(database.dataSource);
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(async () => {
        const { id, login } = await makeAccount(database.dataSource);
        await new GrantRole().run(database.dataSource.manager, {
          fairId,
          accountId: id,
          role: 'organizer',
        });
        const { token } = await open(login);
        return { id, cookie: cookieOf(token) };
      }),
    );
    if (!first || !second || !third) throw new Error('three accounts were made');
    for (const { cookie } of [first, second, third]) {
      expect((await sessions.read(cookie))?.grants).toHaveLength(1);
    }

    await database.dataSource.getRepository(RoleGrant).delete({ accountId: first.id });
    await elsewhere.run(second.cookie, false);
    await database.dataSource
      .getRepository(Account)
      .update({ id: third.id }, { disabledAt: new Date() });
    expect(KEPT_MS).toBeLessThan(5_000);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + KEPT_MS);
    try {
      expect((await sessions.read(first.cookie))?.grants).toEqual([]);
      expect(await sessions.read(second.cookie)).toBeNull();
      expect(await sessions.read(third.cookie)).toBeNull();
    } finally {
      later.mockRestore();
    }
  });
});

it('takes no cookie that it did not make', async () => {
  const forged = [
    'phien=',
    `phien=${'A'.repeat(43)}`,
    `phien=${'x'.repeat(5_000)}`,
    `phien=' OR 1=1`,
  ];
  for (const cookie of forged) expect(await sessions.read(cookie)).toBeNull();
});
