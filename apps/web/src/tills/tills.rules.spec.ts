import { expect, test } from '@playwright/test';
import type { SetAside, Till } from './tills.requests';
import {
  adviceFor,
  byPhone,
  callOf,
  countOf,
  formatBytes,
  found,
  showIn,
  shows,
  unsentOf,
} from './tills.rules';

const till = (change: Partial<Till> = {}) =>
  ({
    registerId: 'r',
    epoch: 1,
    state: 'all_sent',
    alarms: [],
    unsentCount: 0,
    boothCode: 'A12',
    exhibitorName: 'HTX Đông Triều',
    registerName: 'A12',
    deviceName: 'Điện thoại của chị Lụa',
    ...change,
  }) as Till;

const many = [
  till({ state: 'silent', unsentCount: 2, alarms: ['silent_open_shift'] }),
  till({ state: 'silent', alarms: ['silent_open_shift', 'old_version'], boothCode: 'B3' }),
  till({ state: 'holding', unsentCount: 5 }),
  till({ state: 'clashing', alarms: ['clash'] }),
  till(),
  till({ state: 'closed_and_empty' }),
  till({ state: 'never_used' }),
  till({ state: 'not_paired' }),
  till({ state: 'revoked', alarms: ['set_aside_waiting'] }),
];

test('each count says how many phones its filter shows', () => {
  const counts = Object.fromEntries(shows.map((show) => [show, countOf(many, show)]));
  expect(counts).toEqual({
    silent: 2,
    holding: 3,
    alarms: 3,
    all_sent: 1,
    closed: 1,
    unused: 2,
    revoked: 1,
  });
  for (const show of shows) expect(found(many, show, '')).toHaveLength(countOf(many, show));
  expect(unsentOf(many)).toBe(7);
  expect([showIn('silent'), showIn('everything'), showIn(undefined)]).toEqual([
    'silent',
    undefined,
    undefined,
  ]);
});

test('a phone is found by booth, exhibitor or device, marks aside and words in any order', () => {
  for (const typed of ['a12', 'dong trieu', 'trieu a12', ' LUA ', '']) {
    expect(found([till()], undefined, typed), typed).toHaveLength(1);
  }
  expect(found([till()], undefined, 'b12')).toHaveLength(0);
  expect(found(many, 'silent', 'b3')).toHaveLength(1);
});

test('the advice names the most urgent first, and nothing for a phone that is well', () => {
  expect(adviceFor(till())).toEqual([]);
  expect(adviceFor(till({ state: 'closed_and_empty' }))).toEqual([]);
  expect(
    adviceFor(
      till({ state: 'silent', alarms: ['silent_open_shift', 'set_aside_waiting', 'clock_off'] }),
    ),
  ).toEqual(['silent', 'aside', 'clock']);
  expect(adviceFor(till({ alarms: ['storage_not_kept', 'old_version'] }))).toEqual([
    'storage',
    'version',
  ]);
});

test('what was set aside stands phone by phone, in its order', () => {
  const document = (registerId: string, epoch: number, sequence: number) =>
    ({ registerId, epoch, sequence }) as SetAside;
  const phones = byPhone([
    document('a', 1, 1),
    document('a', 1, 2),
    document('a', 2, 1),
    document('b', 1, 9),
  ]);
  expect(phones.map((phone) => phone.map(({ sequence }) => sequence))).toEqual([[1, 2], [1], [9]]);
});

test('bytes are said in the largest unit that fits', () => {
  expect(formatBytes(1_234_000_000, 'vi-VN')).toBe('1,2 GB');
  expect(formatBytes(56_700_000, 'en-GB')).toBe('57 MB');
  expect(formatBytes(900, 'en-GB')).toBe('0.9 kB');
});

test('who signs in with a phone number can be called', () => {
  expect(callOf('0912 345 678')).toBe('tel:0912345678');
  expect(callOf('+84912345678')).toBe('tel:+84912345678');
  expect(callOf('htx-ha-long')).toBeNull();
});
