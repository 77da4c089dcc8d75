import { expect, test } from '@playwright/test';
import { groupsOf, hashIn } from './verify.rules';

const hash = '0123456789abcdef'.repeat(4);

test('finds the hash in a code, an address or a line of typing, and nothing else', () => {
  expect(hashIn(hash)).toBe(hash);
  expect(hashIn(`  ${hash.toUpperCase()}\n`)).toBe(hash);
  expect(hashIn(groupsOf(hash))).toBe(hash);
  expect(hashIn(`https://hoicho.example.vn/verify/#${hash}`)).toBe(hash);
  for (const none of ['', '#', hash.slice(1), `${hash}0`, `0${hash}`, 'g'.repeat(64)]) {
    expect([none, hashIn(none)]).toEqual([none, null]);
  }
  expect(groupsOf(hash)).toHaveLength(71);
});
