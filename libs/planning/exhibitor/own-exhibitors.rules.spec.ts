import type { Caller, Role } from '@phien/identity';
import { exhibitorsKeptBy, exhibitorsSeenBy } from './own-exhibitors.rules';

const caller = (...grants: [fairId: string, role: Role, exhibitorId: string | null][]): Caller => ({
  accountId: 'a',
  login: 'a',
  name: 'A',
  mayOpenFairs: false,
  grants: grants.map(([fairId, role, exhibitorId]) => ({ fairId, role, exhibitorId })),
});

it.each<[string, Caller, string[] | null]>([
  ['an organizer sees all', caller(['here', 'organizer', null]), null],
  ['an official sees all', caller(['here', 'official', null]), null],
  ['an exhibitor sees its own', caller(['here', 'exhibitor', 'x']), ['x']],
  [
    'an organizer of another fair sees its own here',
    caller(['there', 'organizer', null], ['here', 'exhibitor', 'x']),
    ['x'],
  ],
  ['an exhibitor of another fair sees none here', caller(['there', 'exhibitor', 'x']), []],
  ['gate staff see none', caller(['here', 'gate', null]), []],
])('%s', (_, who, seen) => {
  expect(exhibitorsSeenBy(who, 'here')).toEqual(seen);
});

it.each<[string, Caller, string[] | null]>([
  ['an organizer keeps all', caller(['here', 'organizer', null]), null],
  ['an official keeps none', caller(['here', 'official', null]), []],
  [
    'an official who sells keeps its own',
    caller(['here', 'official', null], ['here', 'exhibitor', 'x']),
    ['x'],
  ],
  ['an organizer of another fair keeps none here', caller(['there', 'organizer', null]), []],
])('%s', (_, who, kept) => {
  expect(exhibitorsKeptBy(who, 'here')).toEqual(kept);
});
