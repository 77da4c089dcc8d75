import { newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { AuditEntry } from '../audit/audit-entry.entity';
import { newFairLinkToken } from '../link/one-time-link.rules';
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
import type { InviteDto } from './invitation.dto';
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
    [newFairLinkToken(fairId), { login: ' ' }, 'invitation_unknown'],
    [newFairLinkToken(newId()), { login: ' ' }, 'invitation_unknown'],
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
  for (let n = 0; n < 60; n += 1) await codeOf(verb.run(newFairLinkToken(newId()), 'there'));
  expect(await codeOf(verb.run(newFairLinkToken(newId()), 'there'))).toBe('too_many_wrong_links');
  expect(await codeOf(verb.run(newFairLinkToken(newId()), 'here'))).toBe('invitation_unknown');
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

describe('a role for a part of the fair', () => {
  const rows = (table: string, fairId: string) =>
    database.dataSource.query<{ zoneId: string }[]>(
      `SELECT zone_id AS "zoneId" FROM ${table} WHERE fair_id = $1 ORDER BY zone_id`,
      [fairId],
    );

  it('names the zones of zone staff, and they come with the invitation', async () => {
    const { fairId, boss } = await fairWithOrganizer();
    const zoneIds = [await makeZone(fairId, 'A'), await makeZone(fairId, 'B')].sort();
    const made = await invitePerson.run(boss, fairId, {
      role: 'zone_staff',
      zoneIds: [...zoneIds, zoneIds[0]!],
    });
    expect(made.zoneCodes).toEqual(['A', 'B']);
    expect((await readInvited.run(made.token, 'here')).zoneCodes).toEqual(['A', 'B']);
    const { caller } = await asNew(made.token);
    expect((await rows('role_zone', fairId)).map(({ zoneId }) => zoneId)).toEqual(zoneIds);
    const again = await invitePerson.run(boss, fairId, {
      role: 'zone_staff',
      zoneIds: [zoneIds[0]!],
    });
    await accept.run(caller, again.token, 'here');
    expect((await rows('role_zone', fairId)).map(({ zoneId }) => zoneId)).toEqual([zoneIds[0]]);
    await database.dataSource.query(
      `DELETE FROM role_grant WHERE fair_id = $1 AND role = 'zone_staff'`,
      [fairId],
    );
    expect(await rows('role_zone', fairId)).toEqual([]);
  });

  it('names the delegation of its lead, and of one alone', async () => {
    const { fairId, boss } = await fairWithOrganizer();
    const [one, other] = [await makeDelegation(fairId), await makeDelegation(fairId)];
    const invited = (delegationId: string) =>
      invitePerson.run(boss, fairId, { role: 'delegation_lead', delegationId });
    const { token, delegationNameVi } = await invited(one);
    expect(delegationNameVi).toBe('Đoàn Tiên Yên');
    const { caller } = await asNew(token);
    expect(await codeOf(accept.run(caller, (await invited(other)).token, 'here'))).toBe(
      'role_held_for_another',
    );
  });

  it('is not offered without its part, or with one of another fair', async () => {
    const { fairId, boss } = await fairWithOrganizer();
    const { fairId: elsewhere } = await fairWithOrganizer();
    const offers: [InviteDto, string][] = [
      [{ role: 'zone_staff' }, 'zones_missing'],
      [{ role: 'zone_staff', zoneIds: [] }, 'zones_missing'],
      [{ role: 'zone_staff', zoneIds: [await makeZone(elsewhere, 'A')] }, 'zone_not_found'],
      [{ role: 'delegation_lead' }, 'delegation_missing'],
      [
        { role: 'delegation_lead', delegationId: await makeDelegation(elsewhere) },
        'delegation_unknown',
      ],
    ];
    for (const [offer, code] of offers) {
      expect(await codeOf(invitePerson.run(boss, fairId, offer))).toBe(code);
    }
  });

  it('holds in the database which role has which part', async () => {
    const { fairId } = await fairWithOrganizer();
    const { accountId } = (await makePerson(database.dataSource, { fairId, role: 'gate' })).caller;
    const grant = (role: Role, delegationId: string | null) =>
      database.dataSource
        .getRepository(RoleGrant)
        .insert({ fairId, accountId, role, delegationId, grantedAt: new Date() });
    await expect(grant('delegation_lead', null)).rejects.toThrow('role_grant_delegation_named');
    await expect(grant('official', await makeDelegation(fairId))).rejects.toThrow(
      'role_grant_delegation_named',
    );
    const zoneId = await makeZone(fairId, 'A');
    await expect(
      database.dataSource.query(
        `INSERT INTO role_zone (fair_id, account_id, role, zone_id) VALUES ($1, $2, 'gate', $3)`,
        [fairId, accountId, zoneId],
      ),
    ).rejects.toThrow('role_zone_of_zone_staff');
  });

  async function makeZone(fairId: string, code: string): Promise<string> {
    const id = newId();
    await database.dataSource.query(
      `INSERT INTO zone (fair_id, id, code, name_vi, name_en, kind, x_cm, y_cm, width_cm, depth_cm)
       VALUES ($1, $2, $3, 'Khu', 'Zone', 'selling', 0, 0, 100, 100)`,
      [fairId, id, code],
    );
    return id;
  }

  async function makeDelegation(fairId: string): Promise<string> {
    const id = newId();
    await database.dataSource.query(
      `INSERT INTO delegation (fair_id, id, name_vi, name_en) VALUES ($1, $2, 'Đoàn Tiên Yên', 'Tien Yen')`,
      [fairId, id],
    );
    return id;
  }
});
