import { expect, test } from '@playwright/test';
import type { Register, RegisterEpoch } from './counter-doors';
import { sightOf } from './register-state.rules';

const phone = (epoch: number, more: Partial<RegisterEpoch> = {}): RegisterEpoch => ({
  epoch,
  deviceName: `Điện thoại ${epoch}`,
  enrolledAt: '2025-10-28T01:00:00Z',
  supersededAt: null,
  revokedAt: null,
  lastSeenAt: null,
  sequence: 10,
  linkedCount: 10,
  bookedCount: 11 - epoch,
  setAsideCount: epoch - 1,
  refusedCount: 0,
  bookedVnd: 0,
  linesVnd: 0,
  paymentsVnd: 0,
  ...more,
});
const till = (...epochs: RegisterEpoch[]): Register => ({
  id: 'r',
  name: 'A01',
  exhibitorId: 'e',
  exhibitorName: 'Hợp tác xã Chả mực Hạ Long',
  boothId: 'b',
  boothCode: 'A01',
  epochs,
});

test('a till is what its latest phone is', () => {
  const revokedAt = '2025-10-28T02:00:00Z';
  expect(sightOf(till()).state).toBe('unpaired');
  expect(sightOf(till(phone(1))).state).toBe('paired');
  expect(sightOf(till(phone(2), phone(1, { revokedAt }))).state).toBe('paired');
  expect(sightOf(till(phone(1), phone(2, { revokedAt }))).state).toBe('revoked');
});

test('documents of all its phones count', () => {
  expect(sightOf(till(phone(2), phone(1)))).toMatchObject({
    phone: { epoch: 2 },
    linkedCount: 20,
    setAsideCount: 1,
  });
});
