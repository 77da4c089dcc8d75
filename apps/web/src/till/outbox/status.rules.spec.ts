import { expect, test } from '@playwright/test';
import type { TillState } from '../core/till';
import { buildOf, tellingOf, waitBefore } from './status.rules';

const state = (change: object = {}) =>
  ({
    enrolment: { registerId: 'r', epoch: 1 },
    waitingCount: 0,
    problemCount: 0,
    shift: { id: 's' },
    isStorageKept: true,
    nextSequence: 7,
    cart: { items: [] },
    ...change,
  }) as unknown as TillState;

for (const [what, change, isNews] of [
  ['a sale that was sent', { nextSequence: 8 }, false],
  ['a cart that fills', { cart: { items: [1] } }, false],
  ['a document that waits', { waitingCount: 1 }, true],
  ['one that clashes or was set aside', { problemCount: 1 }, true],
  ['a shift that closes', { shift: null }, true],
  ['another shift', { shift: { id: 't' } }, true],
  ['another enrolment', { enrolment: { registerId: 'r', epoch: 2 } }, true],
  ['a storage that is not kept', { isStorageKept: false }, true],
] as const) {
  test(`${what} is ${isNews ? '' : 'not '}worth a word of its own`, () => {
    expect(tellingOf(state(change)) !== tellingOf(state())).toBe(isNews);
  });
}

test('a build is named by its script, as the server reads it', () => {
  expect(buildOf('https://phien.vn/assets/index-BKT9-0Ib.js')).toBe('index-BKT9-0Ib');
  expect(buildOf('http://127.0.0.1:4301/src/till/main.tsx?t=1')).toBe('main.tsx');
  expect(buildOf(undefined)).toBe('unknown');
  expect(buildOf(`/${'x'.repeat(99)}.js`)).toHaveLength(60);
});

test('a crowd of changes is one word, and words keep five seconds apart', () => {
  expect(waitBefore(0, 1_000_000)).toBe(1_000);
  expect(waitBefore(1_000_000, 1_000_500)).toBe(4_500);
  expect(waitBefore(1_000_000, 1_004_900)).toBe(1_000);
});
