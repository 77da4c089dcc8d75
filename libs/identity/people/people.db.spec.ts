import { newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { IssueResetLink } from '../account/issue-reset-link';
import { ResetPassword } from '../account/reset-password';
import { WrongLinks } from '../link/wrong-links';
import { ReadInvited } from '../invitation/read-invited';
import { InvitePerson } from '../invitation/invite-person';
import { GrantRole } from '../role/grant-role';
import { RoleGrant } from '../role/role-grant.entity';
import { KEPT_MS, Sessions } from '../session/sessions';
import { SignIn } from '../session/sign-in';
import {
  makeFair,
  makeExhibitor,
  openIdentityDatabase,
  PASSWORD,
} from '../testing/identity-database';
import { codeOf, makePerson } from '../testing/people-of-fair';
import { CloseAccount } from './close-account';
import { GiveRole } from './give-role';
import { ListPeople } from './list-people';
import { ReopenAccount } from './reopen-account';
import { WithdrawRole } from './withdraw-role';

let database: TestDatabase;
let withdrawRole: WithdrawRole;
let closeAccount: CloseAccount;
let reopenAccount: ReopenAccount;
let issueResetLink: IssueResetLink;
let giveRole: GiveRole;

beforeAll(async () => {
  database = await openIdentityDatabase();
  const { dataSource } = database;
  withdrawRole = new WithdrawRole(dataSource);
  closeAccount = new CloseAccount(dataSource);
  reopenAccount = new ReopenAccount(dataSource);
  issueResetLink = new IssueResetLink(dataSource);
  giveRole = new GiveRole(dataSource, new GrantRole());
});
afterAll(() => database.close());

const person = (...grants: Parameters<typeof makePerson>[1][]) =>
  makePerson(database.dataSource, ...grants);

it('never leaves a fair without an organizer, not even when two dismiss one another', async () => {
  const fairId = await makeFair(database.dataSource);
  const [an, binh] = [
    (await person({ fairId, role: 'organizer' })).caller,
    (await person({ fairId, role: 'organizer' })).caller,
  ];
  const dismiss = (by: typeof an, whom: typeof an) =>
    codeOf(withdrawRole.run(by, { fairId, accountId: whom.accountId, role: 'organizer' }));
  for (let round = 0; round < 10; round += 1) {
    expect((await Promise.all([dismiss(an, binh), dismiss(binh, an)])).sort()).toEqual([
      'done',
      'last_organizer',
    ]);
    for (const { accountId } of [an, binh]) {
      await new GrantRole().run(database.dataSource.manager, {
        fairId,
        accountId,
        role: 'organizer',
      });
    }
  }
});

it('does not count an organizer whose account is closed', async () => {
  const fairId = await makeFair(database.dataSource);
  const { caller: an } = await person({ fairId, role: 'organizer' });
  const { caller: binh } = await person({ fairId, role: 'organizer' });
  await database.dataSource.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [
    binh.accountId,
  ]);
  expect(
    await codeOf(withdrawRole.run(an, { fairId, accountId: an.accountId, role: 'organizer' })),
  ).toBe('last_organizer');
});

it('withdraws a role here and nowhere else, and gives it back', async () => {
  const [fairId, elsewhere] = [
    await makeFair(database.dataSource),
    await makeFair(database.dataSource),
  ];
  const { caller: boss } = await person({ fairId, role: 'organizer' });
  const { caller: minh, token } = await person(
    { fairId, role: 'official' },
    { fairId: elsewhere, role: 'official' },
  );
  const { caller: stranger } = await person({ fairId: elsewhere, role: 'gate' });
  const held = { fairId, accountId: minh.accountId, role: 'official' };
  const attempts = [
    [{ ...held, accountId: 'nonsense' }, 'person_not_found'],
    [{ ...held, accountId: newId() }, 'person_not_found'],
    [{ ...held, accountId: stranger.accountId }, 'person_not_found'],
    [{ ...held, role: 'king' }, 'done'],
    [held, 'done'],
    [held, 'person_not_found'],
  ] as const;
  for (const [wanted, expected] of attempts) {
    expect(await codeOf(withdrawRole.run(boss, wanted))).toBe(expected);
  }
  const grantsNow = async () =>
    (await new Sessions(database.dataSource).readToken(token))?.grants.map((grant) => grant.fairId);
  expect(await grantsNow()).toEqual([elsewhere]);

  const give = (accountId: string, role: 'official' | 'exhibitor', exhibitorId?: string) =>
    codeOf(giveRole.run(boss, fairId, accountId, { role, exhibitorId }));
  expect(await give(stranger.accountId, 'official')).toBe('person_not_found');
  expect(await give(minh.accountId, 'exhibitor')).toBe('exhibitor_missing');
  expect(await give(minh.accountId, 'exhibitor', newId())).toBe('exhibitor_unknown');
  expect(await give(minh.accountId, 'official')).toBe('done');
  expect((await grantsNow())?.sort()).toEqual([fairId, elsewhere].sort());
});

it('takes back what a dismissed organizer had offered', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const { caller: boss } = await person({ fairId, role: 'organizer' });
  const { caller: other } = await person({ fairId, role: 'organizer' });
  const { token } = await new InvitePerson(dataSource).run(other, fairId, { role: 'organizer' });
  await withdrawRole.run(boss, { fairId, accountId: other.accountId, role: 'organizer' });
  expect(await codeOf(new ReadInvited(dataSource, new WrongLinks()).run(token, 'here'))).toBe(
    'invitation_withdrawn',
  );
});

it('closes an account within five seconds, and opens it again with its roles', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const { caller: boss } = await person({ fairId, role: 'organizer' });
  const { caller: lan, token, login } = await person({ fairId, role: 'gate' });
  const sessions = new Sessions(dataSource);
  const cookie = `phien=${token}`;
  expect(await sessions.read(cookie)).not.toBeNull();

  await closeAccount.run(boss, fairId, lan.accountId);
  expect(KEPT_MS).toBeLessThan(5_000);
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + KEPT_MS);
  try {
    expect(await sessions.read(cookie)).toBeNull();
  } finally {
    later.mockRestore();
  }
  const signIn = () =>
    codeOf(new SignIn(dataSource, sessions).run({ login, password: PASSWORD, userAgent: '' }));
  expect(await signIn()).toBe('sign_in_failed');
  expect(await codeOf(issueResetLink.run(boss, fairId, lan.accountId))).toBe('account_closed');

  await reopenAccount.run(boss, fairId, lan.accountId);
  expect(await sessions.readFresh(cookie)).toBeNull();
  expect(await signIn()).toBe('done');
  expect(await dataSource.getRepository(RoleGrant).countBy({ accountId: lan.accountId })).toBe(1);
});

it('puts only those into an organizer’s hands over whom nobody else has a say', async () => {
  const { dataSource } = database;
  const [fairId, elsewhere] = [await makeFair(dataSource), await makeFair(dataSource)];
  const { caller: boss } = await person({ fairId, role: 'organizer' });
  const exhibitorId = await makeExhibitor(dataSource, fairId);
  const people = {
    staff: await person({ fairId, role: 'gate' }),
    seller: await person({ fairId, role: 'exhibitor', exhibitorId }),
    official: await person({ fairId, role: 'official' }),
    colleague: await person({ fairId, role: 'organizer' }),
    shared: await person({ fairId, role: 'gate' }, { fairId: elsewhere, role: 'gate' }),
    opener: await person({ fairId, role: 'official' }),
    stranger: await person({ fairId: elsewhere, role: 'gate' }),
  };
  await dataSource.query(`UPDATE account SET may_open_fairs = true WHERE id = $1`, [
    people.opener.caller.accountId,
  ]);
  const expected = {
    staff: 'done',
    seller: 'done',
    official: 'done',
    colleague: 'person_not_in_your_hands',
    shared: 'person_not_in_your_hands',
    opener: 'person_not_in_your_hands',
    stranger: 'person_not_found',
  };
  const listed = await new ListPeople(dataSource).run(boss, fairId);
  for (const [who, { caller }] of Object.entries(people)) {
    const code = expected[who as keyof typeof expected];
    const { accountId } = caller;
    expect([who, await codeOf(issueResetLink.run(boss, fairId, accountId))]).toEqual([who, code]);
    expect([who, await codeOf(closeAccount.run(boss, fairId, accountId))]).toEqual([who, code]);
    expect([who, listed.find((each) => each.accountId === accountId)?.isInYourHands]).toEqual([
      who,
      who === 'stranger' ? undefined : code === 'done',
    ]);
  }
  expect(await codeOf(closeAccount.run(boss, fairId, boss.accountId))).toBe('own_account');
  expect(await codeOf(issueResetLink.run(boss, fairId, boss.accountId))).toBe('own_account');
  expect(await codeOf(closeAccount.run(boss, fairId, 'nonsense'))).toBe('person_not_found');
});

it('lists who is who, and when they last came in', async () => {
  const { dataSource } = database;
  const fairId = await makeFair(dataSource);
  const { caller: boss, login } = await person({ fairId, role: 'organizer' });
  const exhibitorId = await makeExhibitor(dataSource, fairId);
  await new GrantRole().run(dataSource.manager, {
    fairId,
    accountId: boss.accountId,
    role: 'exhibitor',
    exhibitorId,
  });
  const [only, ...others] = await new ListPeople(dataSource).run(boss, fairId);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    login,
    isYou: true,
    isClosed: false,
    isInYourHands: false,
    roles: [
      { role: 'exhibitor', exhibitorId, exhibitorName: 'Hợp tác xã' },
      { role: 'organizer', exhibitorId: null, exhibitorName: null },
    ],
  });
  expect(only?.lastSignInAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

it('believes nobody who was dismissed a moment ago, whatever the guard remembers', async () => {
  const fairId = await makeFair(database.dataSource);
  const { caller: an } = await person({ fairId, role: 'organizer' });
  const { caller: gone } = await person({ fairId, role: 'organizer' });
  const { caller: guard } = await person({ fairId, role: 'gate' });
  const { accountId } = guard;
  await withdrawRole.run(an, { fairId, accountId: gone.accountId, role: 'organizer' });

  const invitePerson = new InvitePerson(database.dataSource);
  const attempts = {
    invite: () => invitePerson.run(gone, fairId, { role: 'organizer' }),
    giveBack: () => giveRole.run(gone, fairId, gone.accountId, { role: 'organizer' }),
    dismiss: () => withdrawRole.run(gone, { fairId, accountId: an.accountId, role: 'organizer' }),
    withdraw: () => withdrawRole.run(gone, { fairId, accountId, role: 'gate' }),
    close: () => closeAccount.run(gone, fairId, accountId),
    reopen: () => reopenAccount.run(gone, fairId, accountId),
    reset: () => issueResetLink.run(gone, fairId, accountId),
  };
  const { caller: third } = await person({ fairId, role: 'organizer' });
  expect(third.grants).toHaveLength(1);
  for (const [what, attempt] of Object.entries(attempts)) {
    expect([what, await codeOf(attempt())]).toEqual([what, 'role_missing']);
  }
});

it('invites nobody for an organizer who is dismissed in the same moment', async () => {
  const fairId = await makeFair(database.dataSource);
  const { caller: an } = await person({ fairId, role: 'organizer' });
  const invitePerson = new InvitePerson(database.dataSource);
  for (let round = 0; round < 5; round += 1) {
    const { caller: gone } = await person({ fairId, role: 'organizer' });
    await Promise.all([
      withdrawRole.run(an, { fairId, accountId: gone.accountId, role: 'organizer' }),
      ...Array.from({ length: 4 }, () =>
        codeOf(invitePerson.run(gone, fairId, { role: 'organizer' })),
      ),
    ]);
    const [{ open } = { open: -1 }] = await database.dataSource.query<{ open: number }[]>(
      `SELECT count(*)::int AS open FROM invitation
        WHERE fair_id = $1 AND invited_by = $2 AND withdrawn_at IS NULL`,
      [fairId, gone.accountId],
    );
    expect(open).toBe(0);
  }
});

it('voids the reset links that a dismissed organizer has in hand', async () => {
  const fairId = await makeFair(database.dataSource);
  const { caller: an } = await person({ fairId, role: 'organizer' });
  const { caller: gone } = await person({ fairId, role: 'organizer' });
  const { caller: guard } = await person({ fairId, role: 'gate' });
  const { token } = await issueResetLink.run(gone, fairId, guard.accountId);
  await withdrawRole.run(an, { fairId, accountId: gone.accountId, role: 'organizer' });
  const { dataSource } = database;
  const reset = new ResetPassword(dataSource, new Sessions(dataSource), new WrongLinks());
  expect(await codeOf(reset.run({ token, password: 'một mật khẩu mới' }, '', 'here'))).toBe(
    'reset_link_unknown',
  );
});
