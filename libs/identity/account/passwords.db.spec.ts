import type { TestDatabase } from '@phien/store';
import { newLinkToken } from '../link/one-time-link.rules';
import { WrongLinks } from '../link/wrong-links';
import { GrantRole } from '../role/grant-role';
import { sessionTokenHash } from '../session/session.rules';
import { Sessions } from '../session/sessions';
import { SignIn } from '../session/sign-in';
import { makeFair, openIdentityDatabase, PASSWORD } from '../testing/identity-database';
import { codeOf, makePerson } from '../testing/people-of-fair';
import { ChangePassword } from './change-password';
import { EndOtherSessions } from './end-other-sessions';
import { EndOwnSession } from './end-own-session';
import { IssueResetLink } from './issue-reset-link';
import { IssueServerResetLink } from './issue-server-reset-link';
import { ListOwnSessions } from './list-own-sessions';
import { ReadResetting } from './read-resetting';
import { ResetLink } from './reset-link.entity';
import { ResetPassword } from './reset-password';

const OTHER = 'một mật khẩu khác';
let database: TestDatabase;
let sessions: Sessions;
let resetPassword: ResetPassword;

beforeAll(async () => {
  database = await openIdentityDatabase();
  sessions = new Sessions(database.dataSource);
  resetPassword = new ResetPassword(database.dataSource, sessions, new WrongLinks());
});
afterAll(() => database.close());

const signIn = (login: string, password: string) =>
  new SignIn(database.dataSource, sessions).run({ login, password, userAgent: 'a laptop' });
const isOpen = async (token: string) => (await sessions.readToken(token)) !== null;
const reset = (token: string, password = OTHER) =>
  codeOf(resetPassword.run({ token, password }, 'a phone', 'here'));

it('changes a password by the old one, and keeps only the session that asked', async () => {
  const { caller, token, login } = await makePerson(database.dataSource);
  const { token: elsewhere } = await signIn(login, PASSWORD);
  const change = (oldPassword: string, newPassword: string) =>
    codeOf(
      new ChangePassword(database.dataSource).run(caller, sessionTokenHash(token), {
        oldPassword,
        newPassword,
      }),
    );
  expect(await change(OTHER, 'short')).toBe('old_password_wrong');
  expect(await change(PASSWORD, 'short')).toBe('password_length_wrong');
  expect([await isOpen(token), await isOpen(elsewhere)]).toEqual([true, true]);
  expect(await change(PASSWORD, OTHER)).toBe('done');
  expect([await isOpen(token), await isOpen(elsewhere)]).toEqual([true, false]);
  expect(await codeOf(signIn(login, PASSWORD))).toBe('sign_in_failed');
  expect(await codeOf(signIn(login, OTHER))).toBe('done');
});

it('lets a stolen session guess the old password ten times, not a thousand', async () => {
  const { caller, token } = await makePerson(database.dataSource);
  const verb = new ChangePassword(database.dataSource);
  const guesses = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      codeOf(
        verb.run(caller, sessionTokenHash(token), {
          oldPassword: `guess number ${n}`,
          newPassword: OTHER,
        }),
      ),
    ),
  );
  expect(guesses.filter((code) => code === 'old_password_wrong')).toHaveLength(10);
  expect(guesses.filter((code) => code === 'too_many_sign_in_tries')).toHaveLength(30);
});

it('resets a password once, by the latest link, and ends what was open', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const { caller: boss } = await makePerson(dataSource, { fairId, role: 'organizer' });
  const { caller: lan, token, login } = await makePerson(dataSource, { fairId, role: 'gate' });
  const issue = () => new IssueResetLink(dataSource).run(boss, fairId, lan.accountId);
  const old = await issue();
  const link = await issue();
  expect(link).toMatchObject({ login, name: 'Lan' });
  expect(await new ReadResetting(dataSource, new WrongLinks()).run(link.token, 'here')).toEqual({
    login,
    name: 'Lan',
  });
  const attempts = [
    [newLinkToken(), 'short', 'reset_link_unknown'],
    [old.token, 'short', 'reset_link_unknown'],
    [link.token, 'short', 'password_length_wrong'],
    [link.token, OTHER, 'done'],
    [link.token, OTHER, 'reset_link_unknown'],
  ] as const;
  for (const [secret, password, expected] of attempts) {
    expect(await reset(secret, password)).toBe(expected);
  }
  expect(await isOpen(token)).toBe(false);
  expect(await codeOf(signIn(login, OTHER))).toBe('done');
});

it('takes a reset once when it is sent twenty times at once', async () => {
  const { dataSource } = database;
  const { login } = await makePerson(dataSource);
  const link = await new IssueServerResetLink(dataSource).run(login.toUpperCase());
  const answers = await Promise.all(Array.from({ length: 20 }, () => reset(link?.token ?? '')));
  expect(answers.filter((code) => code === 'done')).toHaveLength(1);
  expect(answers.filter((code) => code === 'reset_link_unknown')).toHaveLength(19);
});

it('takes no reset after an hour, of a closed account, or once the person has another role', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const { caller: boss } = await makePerson(dataSource, { fairId, role: 'organizer' });
  const linkFor = async () => {
    const { caller } = await makePerson(dataSource, { fairId, role: 'gate' });
    const { token } = await new IssueResetLink(dataSource).run(boss, fairId, caller.accountId);
    return { token, accountId: caller.accountId };
  };
  const [late, closed, risen] = [await linkFor(), await linkFor(), await linkFor()];
  await dataSource
    .getRepository(ResetLink)
    .update({ accountId: late.accountId }, { expiresAt: new Date(Date.now() - 1) });
  await dataSource.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [
    closed.accountId,
  ]);
  await new GrantRole().run(dataSource.manager, {
    fairId,
    accountId: risen.accountId,
    role: 'organizer',
  });
  for (const { token } of [late, closed, risen]) {
    expect(await reset(token)).toBe('reset_link_unknown');
  }
});

it('helps whoever runs the server with any login, and says when there is none', async () => {
  expect(await new IssueServerResetLink(database.dataSource).run('nobody')).toBeNull();
});

it('shows where one is signed in, and signs out there', async () => {
  const { dataSource } = database;
  const { caller, token, login } = await makePerson(dataSource);
  const { token: laptop } = await signIn(login, PASSWORD);
  const { token: third } = await signIn(login, PASSWORD);
  const list = () => new ListOwnSessions(dataSource).run(caller, sessionTokenHash(token));
  const listed = await list();
  expect(listed.map(({ userAgent, isThis }) => [userAgent, isThis])).toEqual([
    ['a laptop', false],
    ['a laptop', false],
    ['a phone', true],
  ]);
  expect(JSON.stringify(listed)).not.toContain(sessionTokenHash(laptop).toString('hex'));

  const { caller: other } = await makePerson(dataSource);
  const end = new EndOwnSession(dataSource);
  expect(await codeOf(end.run(other, listed[0]?.id ?? ''))).toBe('session_not_found');
  expect(await codeOf(end.run(caller, listed[0]?.id ?? ''))).toBe('done');
  expect(await codeOf(end.run(caller, listed[0]?.id ?? ''))).toBe('session_not_found');
  expect([await isOpen(laptop), await isOpen(third)]).toEqual([true, false]);

  await new EndOtherSessions(dataSource).run(caller, sessionTokenHash(token));
  expect([await isOpen(token), await isOpen(laptop)]).toEqual([true, false]);
});
