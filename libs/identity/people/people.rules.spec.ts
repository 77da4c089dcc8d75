import { isInHandsOf } from './people.rules';

const caller = {
  accountId: 'me',
  login: 'me',
  name: 'Tôi',
  mayOpenFairs: true,
  grants: [
    { fairId: 'spring', role: 'organizer' as const, exhibitorId: null },
    { fairId: 'autumn', role: 'organizer' as const, exhibitorId: null },
    { fairId: 'summer', role: 'official' as const, exhibitorId: null },
  ],
};

it.each([
  ['gate staff of my fair', 'lan', false, [['spring', 'gate']], true],
  [
    'an official of both my fairs',
    'lan',
    false,
    [
      ['spring', 'official'],
      ['autumn', 'official'],
    ],
    true,
  ],
  [
    'a seller of my fair and another',
    'lan',
    false,
    [
      ['spring', 'exhibitor'],
      ['tet', 'exhibitor'],
    ],
    false,
  ],
  ['staff of a fair I only watch', 'lan', false, [['summer', 'gate']], false],
  ['an organizer beside me', 'lan', false, [['spring', 'organizer']], false],
  [
    'an organizer elsewhere',
    'lan',
    false,
    [
      ['spring', 'gate'],
      ['tet', 'organizer'],
    ],
    false,
  ],
  ['someone who may open fairs', 'lan', true, [['spring', 'gate']], false],
  ['myself', 'me', false, [['spring', 'gate']], false],
] as const)('%s', (_, accountId, mayOpenFairs, roles, expected) => {
  const grants = roles.map(([fairId, role]) => ({ fairId, role }));
  expect(isInHandsOf(caller, { accountId, mayOpenFairs, grants })).toBe(expected);
});
