import { newId } from '@phien/kernel';
import {
  fairOfLinkToken,
  isLinkToken,
  linkTokenHash,
  newFairLinkToken,
  newLinkToken,
} from './one-time-link.rules';

it('finds the fair again in an invitation, and none in anything else', () => {
  const fairId = newId();
  expect(fairOfLinkToken(newFairLinkToken(fairId))).toBe(fairId);
  for (const other of ['', 'x', newLinkToken(), `${newFairLinkToken(fairId)}A`]) {
    expect(fairOfLinkToken(other)).toBeNull();
  }
});

it('never makes a secret twice, and keeps 32 bytes of it', () => {
  const fairId = newId();
  const made = Array.from({ length: 100 }, () => [newLinkToken(), newFairLinkToken(fairId)]);
  expect(new Set(made.flat()).size).toBe(200);
  expect(made.every(([plain = '']) => isLinkToken(plain))).toBe(true);
  expect(isLinkToken(newFairLinkToken(fairId))).toBe(false);
  expect(linkTokenHash(newLinkToken())).toHaveLength(32);
});
