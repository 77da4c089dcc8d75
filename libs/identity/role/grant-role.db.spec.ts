import { inTransaction, type TestDatabase } from '@phien/store';
import { CreateAccount } from '../account/create-account';
import { AuditEntry } from '../audit/audit-entry.entity';
import {
  makeAccount,
  makeExhibitor,
  makeFair,
  openIdentityDatabase,
  PASSWORD,
} from '../testing/identity-database';
import { GrantRole } from './grant-role';
import { RoleGrant } from './role-grant.entity';

let database: TestDatabase;
const grantRole = new GrantRole();

beforeAll(async () => {
  database = await openIdentityDatabase();
});
afterAll(() => database.close());

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

it('grants a role once however often it is asked, and writes down who did it', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const boss = await makeAccount(dataSource);
  const { id: accountId } = await makeAccount(dataSource);
  const grant = { fairId, accountId, role: 'gate', grantedBy: boss.id } as const;
  await grantRole.run(dataSource.manager, grant);
  await grantRole.run(dataSource.manager, grant);

  expect(await dataSource.getRepository(RoleGrant).countBy({ fairId })).toBe(1);
  expect(await dataSource.getRepository(AuditEntry).findBy({ fairId })).toMatchObject([
    { action: 'role_granted', accountId: boss.id, subjectId: accountId, detail: { role: 'gate' } },
  ]);
});

it('lets an account stand for one exhibitor of a fair only', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const [mine, theirs] = [
    await makeExhibitor(dataSource, fairId),
    await makeExhibitor(dataSource, fairId),
  ];
  const { id: accountId } = await makeAccount(dataSource);
  const standFor = (exhibitorId: string) =>
    codeOf(
      inTransaction(dataSource, (em) =>
        grantRole.run(em, { fairId, accountId, role: 'exhibitor', exhibitorId }),
      ),
    );
  expect(await standFor(mine)).toBe('done');
  expect(await standFor(mine)).toBe('done');
  expect(await standFor(theirs)).toBe('role_held_for_another');
});

it('holds in the database that an exhibitor of the same fair is named, and for that role alone', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const foreign = await makeExhibitor(dataSource, await makeFair(dataSource));
  const { id: accountId } = await makeAccount(dataSource);
  const attempt = (grant: { role: 'exhibitor' | 'gate'; exhibitorId: string | null }) =>
    grantRole.run(dataSource.manager, { fairId, accountId, ...grant });
  await expect(attempt({ role: 'exhibitor', exhibitorId: null })).rejects.toThrow(
    'role_grant_exhibitor_named',
  );
  await expect(attempt({ role: 'gate', exhibitorId: foreign })).rejects.toThrow(
    'role_grant_exhibitor_named',
  );
  await expect(attempt({ role: 'exhibitor', exhibitorId: foreign })).rejects.toThrow(
    'role_grant_fair_id_exhibitor_id_fkey',
  );
});

it('never lets the audit log be rewritten', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const { id: accountId } = await makeAccount(dataSource);
  await grantRole.run(dataSource.manager, { fairId, accountId, role: 'gate' });
  const log = dataSource.getRepository(AuditEntry);
  await expect(log.update({ fairId }, { action: 'nothing' })).rejects.toThrow('append-only');
  await expect(log.delete({ fairId })).rejects.toThrow('append-only');
});

it('opens no second account for a login, however it is typed', async () => {
  const { login } = await makeAccount(database.dataSource);
  const again = (typed: string, password = PASSWORD) =>
    codeOf(
      new CreateAccount(database.dataSource).run({
        login: typed,
        name: '',
        password,
        isDemo: false,
        mayOpenFairs: false,
      }),
    );
  expect(await again('   ')).toBe('login_missing');
  expect(await again('', 'short')).toBe('login_missing');
  expect(await again(login, 'short')).toBe('password_length_wrong');
  expect(await again(` ${login.toUpperCase()}`)).toBe('login_taken');
});
