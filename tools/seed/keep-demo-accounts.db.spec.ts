import {
  Account,
  AuditEntry,
  CreateAccount,
  GrantRole,
  RoleGrant,
  Session,
  Sessions,
  SetPassword,
  SignIn,
  SignInTry,
} from '@phien/identity';
import { makeFair, planningEntities } from '@phien/planning';
import { openTestDatabase, type TestDatabase } from '@phien/store';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptPassword } from './demo-accounts.rules';
import { KeepDemoAccounts, type DemoFairs } from './keep-demo-accounts';

const entities = [...planningEntities, Account, AuditEntry, RoleGrant, Session, SignInTry];
let database: TestDatabase;
let folder: string;
let fairs: DemoFairs;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phien-seed-'));
  database = await openTestDatabase(entities);
  const { manager } = database.dataSource;
  fairs = {
    demoFairId: (await makeFair(manager)).fairId,
    publishedFairId: (await makeFair(manager)).fairId,
  };
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function keep(file: string) {
  const { dataSource } = database;
  const keeper = new KeepDemoAccounts(
    dataSource,
    new CreateAccount(dataSource),
    new SetPassword(dataSource),
    new GrantRole(),
  );
  return keeper.run(file, fairs);
}

const passwordsIn = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { accounts: KeptPassword[] }).accounts;

async function whoSignsIn(accounts: readonly KeptPassword[]): Promise<string[]> {
  const { dataSource } = database;
  const signIn = new SignIn(dataSource, new Sessions(dataSource));
  const callers = await Promise.all(
    accounts.map(({ login, password }) => signIn.run({ login, password, userAgent: '' })),
  );
  return callers.map(({ caller }) => caller.login);
}

it('keeps passwords over restarts in a file for its owner, and makes new ones when it is lost', async () => {
  const file = join(folder, 'data', 'demo-accounts.json');
  await keep(file);
  const first = passwordsIn(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(first.map(({ role, login }) => [role, login])).toEqual([
    ['organizer', 'organizer@demo'],
    ['official', 'official@demo'],
    ['exhibitor', 'exhibitor@demo'],
    ['gate', 'gate@demo'],
  ]);
  expect(await whoSignsIn(first)).toHaveLength(4);

  await keep(file);
  expect(passwordsIn(file)).toEqual(first);

  rmSync(file);
  await keep(file);
  const second = passwordsIn(file);
  expect(second.map(({ accountId }) => accountId)).toEqual(first.map(({ accountId }) => accountId));
  expect(second.some(({ password }, at) => password === first[at]?.password)).toBe(false);
  expect(await whoSignsIn(second)).toHaveLength(4);
  await expect(whoSignsIn(first)).rejects.toMatchObject({ code: 'sign_in_failed' });
});

it('gives each their role, the gate none in the published fair, and only the organizer new fairs', async () => {
  await keep(join(folder, 'demo-accounts.json'));
  const { dataSource } = database;
  const accounts = await dataSource.getRepository(Account).find({ order: { login: 'ASC' } });
  expect(accounts.map(({ login, mayOpenFairs, isDemo }) => [login, mayOpenFairs, isDemo])).toEqual([
    ['exhibitor@demo', false, true],
    ['gate@demo', false, true],
    ['official@demo', false, true],
    ['organizer@demo', true, true],
  ]);
  const grants = await dataSource.getRepository(RoleGrant).find();
  const rolesIn = (fairId: string) =>
    grants
      .filter((grant) => grant.fairId === fairId)
      .map(({ role }) => role)
      .sort();
  expect(rolesIn(fairs.demoFairId)).toEqual(['exhibitor', 'gate', 'official', 'organizer']);
  expect(rolesIn(fairs.publishedFairId)).toEqual(['official', 'organizer']);
});
