import type { TestDatabase } from '@phien/store';
import { Account } from '../account/account.entity';
import { WrongLinks } from '../link/wrong-links';
import { newLinkToken } from '../link/one-time-link.rules';
import { Sessions } from '../session/sessions';
import { openIdentityDatabase, PASSWORD } from '../testing/identity-database';
import { codeOf } from '../testing/people-of-fair';
import { IssueSetupLink } from './issue-setup-link';
import { ReadSetup } from './read-setup';
import { SetUp } from './set-up';
import { SetupLink } from './setup-link.entity';

let database: TestDatabase;
let issueSetupLink: IssueSetupLink;

beforeEach(async () => {
  database = await openIdentityDatabase();
  issueSetupLink = new IssueSetupLink(database.dataSource);
});
afterEach(() => database.close());

const replica = () =>
  new SetUp(database.dataSource, new Sessions(database.dataSource), new WrongLinks());

const setUp = (token: string, person: { login?: string; password?: string } = {}) =>
  replica().run(
    { token, login: 'Lan ', name: 'Phạm Thị Lan', password: PASSWORD, ...person },
    'a browser',
    'here',
  );

it('makes the first organizer by the latest link, on whichever api it is opened', async () => {
  const old = await issueSetupLink.run();
  const token = await issueSetupLink.run();
  expect(await new ReadSetup(database.dataSource).run()).toEqual({ isNeeded: true });
  expect(await codeOf(setUp(old ?? ''))).toBe('setup_link_unknown');

  const { caller } = await setUp(token ?? '');
  expect(caller).toMatchObject({ login: 'lan', name: 'Phạm Thị Lan', mayOpenFairs: true });
  expect(await new ReadSetup(database.dataSource).run()).toEqual({ isNeeded: false });
  expect(await issueSetupLink.run()).toBeNull();
  expect(await codeOf(setUp(token ?? ''))).toBe('already_set_up');
  expect(await database.dataSource.getRepository(SetupLink).count()).toBe(0);
});

it('refuses in one order: the link, then the login, then the password', async () => {
  const token = (await issueSetupLink.run()) ?? '';
  const attempts = [
    [newLinkToken(), { login: ' ', password: 'short' }, 'setup_link_unknown'],
    [token, { login: ' ', password: 'short' }, 'login_missing'],
    [token, { password: 'short' }, 'password_length_wrong'],
    [token, {}, 'done'],
    [token, { login: ' ', password: 'short' }, 'already_set_up'],
  ] as const;
  for (const [given, person, expected] of attempts) {
    expect(await codeOf(setUp(given, person))).toBe(expected);
  }
});

it('makes one account when the link is opened twenty times at once', async () => {
  const token = (await issueSetupLink.run()) ?? '';
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => codeOf(setUp(token, { login: `lan-${n}` }))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'already_set_up')).toHaveLength(19);
  expect(await database.dataSource.getRepository(Account).count()).toBe(1);
});

it('takes no link after a day', async () => {
  const token = (await issueSetupLink.run()) ?? '';
  await database.dataSource.query(`UPDATE setup_link SET expires_at = now()`);
  expect(await codeOf(setUp(token))).toBe('setup_link_unknown');
});

it('says stop after sixty wrong links in a minute, to that network alone, and takes the right one', async () => {
  const token = (await issueSetupLink.run()) ?? '';
  const verb = replica();
  const guess = (secret: string, from: string) =>
    codeOf(verb.run({ token: secret, login: 'lan', name: '', password: PASSWORD }, '', from));
  for (let n = 0; n < 60; n += 1) {
    expect(await guess(newLinkToken(), 'there')).toBe('setup_link_unknown');
  }
  expect(await guess(newLinkToken(), 'there')).toBe('too_many_wrong_links');
  expect(await guess(newLinkToken(), 'here')).toBe('setup_link_unknown');
  expect(await guess(token, 'there')).toBe('done');
});

it('keeps no secret in the database', async () => {
  const token = (await issueSetupLink.run()) ?? '';
  const [row] = await database.dataSource.query<{ row: string }[]>(
    `SELECT setup_link::text AS row FROM setup_link`,
  );
  expect(row?.row).not.toContain(token);
  await expect(
    database.dataSource.query(`UPDATE setup_link SET token_hash = 'short'`),
  ).rejects.toThrow('setup_link_token_hashed');
});
