import { whyClosed } from './invitation.rules';

const now = new Date('2026-02-06T08:00:00Z');
const earlier = new Date(now.getTime() - 1);
const later = new Date(now.getTime() + 1);

it.each([
  ['open', null, null, later, null],
  ['taken', earlier, null, later, 'invitation_used'],
  ['taken, and old by now', earlier, null, earlier, 'invitation_used'],
  ['withdrawn', null, earlier, later, 'invitation_withdrawn'],
  ['withdrawn, and old by now', null, earlier, earlier, 'invitation_withdrawn'],
  ['old', null, null, earlier, 'invitation_expired'],
  ['old to the millisecond', null, null, now, 'invitation_expired'],
] as const)('%s', (_, acceptedAt, withdrawnAt, expiresAt, code) => {
  expect(whyClosed({ acceptedAt, withdrawnAt, expiresAt }, now)?.code ?? null).toBe(code);
});
