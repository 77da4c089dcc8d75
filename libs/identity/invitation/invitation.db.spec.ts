import { newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { AuditEntry } from '../audit/audit-entry.entity';
import { newInvitationToken } from '../link/one-time-link.rules';
import { WrongLinks } from '../link/wrong-links';
import { GrantRole } from '../role/grant-role';
import { RoleGrant } from '../role/role-grant.entity';
import type { Role } from '../role/role';
import { Sessions } from '../session/sessions';
import type { Caller } from '../session/caller.dto';
import {
  makeExhibitor,
  makeFair,
  openIdentityDatabase,
  PASSWORD,
} from '../testing/identity-database';
import { codeOf, makePerson } from '../testing/people-of-fair';
import { AcceptAsNewPerson } from './accept-as-new-person';
import { AcceptInvitation } from './accept-invitation';
import { Invitation } from './invitation.entity';
import { InvitePerson } from './invite-person';
import { ListInvitations } from './list-invitations';
import { ReadInvited } from './read-invited';
import { WithdrawInvitation } from './withdraw-invitation';

let database: TestDatabase;
let invitePerson: InvitePerson;
let accept: AcceptInvitation;
let acceptAsNew: AcceptAsNewPerson;
let readInvited: ReadInvited;
let withdraw: WithdrawInvitation;

beforeAll(async () => {
  database = await openIdentityDatabase();
  const { dataSource } = database;
  const grantRole = new GrantRole();
  invitePerson = new InvitePerson(dataSource);
  accept = new AcceptInvitation(dataSource, grantRole, new WrongLinks());
  acceptAsNew = new AcceptAsNewPerson(
    dataSource,
    new Sessions(dataSource),
    grantRole,
    new WrongLinks(),
  );
  readInvited = new ReadInvited(dataSource, new WrongLinks());
  withdraw = new WithdrawInvitation(dataSource);
});
afterAll(() => database.close());

async function fairWithOrganizer(): Promise<{ fairId: string; boss: Caller }> {
  const fairId = await makeFair(database.dataSource);
  const { caller: boss } = await makePerson(database.dataSource, { fairId, role: 'organizer' });
  return { fairId, boss };
}

const asNew = (token: string, person: { login?: string; password?: string } = {}) =>
  acceptAsNew.run(
    { token, login: `minh-${newId()}`, name: 'Minh', password: PASSWORD, ...person },
    'a phone',
    'here',
  );

const outdated = { expiresAt: new Date(Date.now() - 1) };
const openTo = { accountId: newId(), login: '', name: '', mayOpenFairs: false, grants: [] };

it('brings a new official into the fair, signed in, once', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const made = await invitePerson.run(boss, fairId, { role: 'official', forName: ' Anh Minh ' });
  expect(await readInvited.run(made.token, 'here')).toMatchObject({
    fairId,
    fairNameVi: 'Phiên chợ',
    role: 'official',
    exhibitorName: null,
    forName: 'Anh Minh',
  });
  const { caller, token } = await asNew(made.token);
  expect(caller).toMatchObject({
    mayOpenFairs: false,
    grants: [{ fairId, role: 'official', exhibitorId: null }],
  });
  expect(await new Sessions(database.dataSource).readToken(token)).toEqual(caller);

  expect(await codeOf(asNew(made.token))).toBe('invitation_used');
  expect(await codeOf(readInvited.run(made.token, 'here'))).toBe('invitation_used');
  expect(await codeOf(accept.run(caller, made.token, 'here'))).toBe('done');
  expect(await new ListInvitations(database.dataSource).run(fairId)).toEqual([]);
});

it('adds a role to the account that is signed in', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const exhibitorId = await makeExhibitor(database.dataSource, fairId);
  const { token, exhibitorName } = await invitePerson.run(boss, fairId, {
    role: 'exhibitor',
    exhibitorId,
  });
  expect(exhibitorName).toBe('Hợp tác xã');
  const { caller } = await makePerson(database.dataSource, { fairId, role: 'gate' });
  await accept.run(caller, token, 'here');
  const grants = await database.dataSource
    .getRepository(RoleGrant)
    .findBy({ accountId: caller.accountId });
  expect(grants.map(({ role, exhibitorId }) => [role, exhibitorId]).sort()).toEqual([
    ['exhibitor', exhibitorId],
    ['gate', null],
  ]);
});

it('lets one of twenty take an invitation they all hold', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const { token } = await invitePerson.run(boss, fairId, { role: 'gate' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(asNew(token))));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'invitation_used')).toHaveLength(19);
  expect(await database.dataSource.getRepository(RoleGrant).countBy({ fairId, role: 'gate' })).toBe(
    1,
  );
});

it('refuses an invitation that cannot be, before it is made', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const foreign = await makeExhibitor(database.dataSource, await makeFair(database.dataSource));
  const attempts = [
    ['exhibitor', undefined, 'exhibitor_missing'],
    ['exhibitor', newId(), 'exhibitor_unknown'],
    ['exhibitor', foreign, 'exhibitor_unknown'],
    ['official', foreign, 'done'],
  ] as const satisfies readonly (readonly [Role, string | undefined, string])[];
  for (const [role, exhibitorId, expected] of attempts) {
    expect(await codeOf(invitePerson.run(boss, fairId, { role, exhibitorId }))).toBe(expected);
  }
});

it('refuses in one order: the link, whether it is open, the login, the password', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const invite = () => invitePerson.run(boss, fairId, { role: 'gate' });
  const [open, old, gone] = [await invite(), await invite(), await invite()];
  const repository = database.dataSource.getRepository(Invitation);
  await repository.update({ fairId, id: old.id }, outdated);
  await withdraw.run(boss, fairId, gone.id);
  const { login: taken } = await makePerson(database.dataSource);
  const attempts = [
    ['x', { login: ' ', password: 'short' }, 'invitation_unknown'],
    [newInvitationToken(fairId), { login: ' ' }, 'invitation_unknown'],
    [newInvitationToken(newId()), { login: ' ' }, 'invitation_unknown'],
    [old.token, { login: ' ', password: 'short' }, 'invitation_expired'],
    [gone.token, { login: ' ', password: 'short' }, 'invitation_withdrawn'],
    [open.token, { login: ' ', password: 'short' }, 'login_missing'],
    [open.token, { password: 'short' }, 'password_length_wrong'],
    [open.token, { login: taken.toUpperCase() }, 'login_taken'],
    [open.token, {}, 'done'],
  ] as const;
  for (const [token, person, expected] of attempts) {
    expect([token, await codeOf(asNew(token, person))]).toEqual([token, expected]);
  }
});

it('withdraws an invitation once, and not one that was taken', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const invite = () => invitePerson.run(boss, fairId, { role: 'gate' });
  const [open, taken] = [await invite(), await invite()];
  await asNew(taken.token);
  const elsewhere = await fairWithOrganizer();
  const attempts = [
    [fairId, 'nonsense', 'invitation_unknown'],
    [elsewhere.fairId, open.id, 'invitation_unknown'],
    [fairId, taken.id, 'invitation_used'],
    [fairId, open.id, 'done'],
    [fairId, open.id, 'done'],
  ] as const;
  for (const [where, id, expected] of attempts) {
    expect(await codeOf(withdraw.run(boss, where, id))).toBe(expected);
  }
  expect(await codeOf(accept.run(openTo, open.token, 'here'))).toBe('invitation_withdrawn');
  expect(
    await database.dataSource
      .getRepository(AuditEntry)
      .countBy({ fairId, action: 'invitation_withdrawn' }),
  ).toBe(1);
});

it('shows whom it waits for, and what ran out of late', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const first = await invitePerson.run(boss, fairId, { role: 'gate', forName: 'Cổng 1' });
  const second = await invitePerson.run(boss, fairId, { role: 'official' });
  await database.dataSource.getRepository(Invitation).update({ fairId, id: first.id }, outdated);
  const listed = await new ListInvitations(database.dataSource).run(fairId);
  expect(listed.map(({ id, isExpired, invitedByName }) => [id, isExpired, invitedByName])).toEqual([
    [second.id, false, 'Lan'],
    [first.id, true, 'Lan'],
  ]);
  expect(Object.keys(listed[0] ?? {})).not.toContain('token');
});

it('says stop after sixty wrong links in a minute', async () => {
  const verb = new ReadInvited(database.dataSource, new WrongLinks());
  for (let n = 0; n < 60; n += 1) await codeOf(verb.run(newInvitationToken(newId()), 'there'));
  expect(await codeOf(verb.run(newInvitationToken(newId()), 'there'))).toBe('too_many_wrong_links');
  expect(await codeOf(verb.run(newInvitationToken(newId()), 'here'))).toBe('invitation_unknown');
});

it('holds in the database what an invitation is', async () => {
  const { fairId, boss } = await fairWithOrganizer();
  const { id } = await invitePerson.run(boss, fairId, { role: 'gate' });
  const change = (what: string) =>
    database.dataSource.query(`UPDATE invitation SET ${what} WHERE id = $1`, [id]);
  await expect(change(`role = 'king'`)).rejects.toThrow('invitation_role_known');
  await expect(change(`role = 'exhibitor'`)).rejects.toThrow('invitation_exhibitor_named');
  await expect(change(`token_hash = 'short'`)).rejects.toThrow('invitation_token_hashed');
  await expect(change(`accepted_at = now()`)).rejects.toThrow('invitation_taken_by_someone');
  await expect(
    change(`accepted_at = now(), accepted_by = invited_by, withdrawn_at = now()`),
  ).rejects.toThrow('invitation_ended_once');
});
