import { newId } from '@phien/kernel';
import type { Caller } from '../session/caller.dto';
import { whyNot, type Access } from './access.rules';
import type { Role } from './role';

const here = newId();
const elsewhere = newId();
const anyone: Access = { for: 'anyone' };
const till: Access = { for: 'register_keys' };
const sensor: Access = { for: 'sensor_keys' };
const accounts: Access = { for: 'accounts' };
const organizers: Access = { for: 'roles', roles: ['organizer'] };
const viewers: Access = { for: 'roles', roles: ['organizer', 'official'] };

function caller(fairId: string, ...roles: Role[]): Caller {
  return {
    accountId: newId(),
    login: 'lan',
    name: 'Lan',
    mayOpenFairs: false,
    grants: roles.map((role) => ({
      fairId,
      role,
      exhibitorId: role === 'exhibitor' ? newId() : null,
    })),
  };
}

describe('whoever calls is turned away for the first reason that holds: who, where, as what', () => {
  const attempts: [string, Access, Caller | null, string | undefined, string | null][] = [
    ['nobody at a public route', anyone, null, undefined, null],
    ['nobody at a till’s route', till, null, here, null],
    ['nobody at a people counter’s route', sensor, null, here, null],
    ['nobody at a route for accounts', accounts, null, undefined, 'not_signed_in'],
    ['nobody at a fair that exists', organizers, null, here, 'not_signed_in'],
    ['nobody at something that is no id', organizers, null, 'x', 'not_signed_in'],
    ['an account without grants at a route for accounts', accounts, caller(here), undefined, null],
    [
      'an organizer of another fair',
      organizers,
      caller(elsewhere, 'organizer'),
      here,
      'fair_not_found',
    ],
    ['an account without grants', organizers, caller(here), here, 'fair_not_found'],
    [
      'an organizer at something that is no id',
      organizers,
      caller(here, 'organizer'),
      'x',
      'fair_not_found',
    ],
    [
      'an organizer at an SQL phrase',
      organizers,
      caller(here, 'organizer'),
      `' OR true`,
      'fair_not_found',
    ],
    ['gate staff at an organizers’ route', organizers, caller(here, 'gate'), here, 'role_missing'],
    ['an exhibitor at a viewers’ route', viewers, caller(here, 'exhibitor'), here, 'role_missing'],
    ['an official at a viewers’ route', viewers, caller(here, 'official'), here, null],
    [
      'an organizer who also counts at a gate',
      organizers,
      caller(here, 'gate', 'organizer'),
      here,
      null,
    ],
  ];

  it.each(attempts)('%s', (_, access, who, fairId, expected) => {
    expect(whyNot(access, who, fairId)?.code ?? null).toBe(expected);
  });
});
