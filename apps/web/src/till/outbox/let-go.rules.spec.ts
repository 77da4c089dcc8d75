import { expect, test } from '@playwright/test';
import { mayLetGo, type HeldChain } from './let-go.rules';

const head = { epoch: 1, sequence: 7, hash: 'ab' };
const stored: HeldChain = {
  answer: { isSealed: true, setAsideCount: 0, head },
  head,
  unsentCount: 0,
};
const answered = (change: object): HeldChain => ({
  ...stored,
  answer: { isSealed: true, setAsideCount: 0, head, ...change },
});
const over = { isShiftOver: true };

test('documents go when the fair is sealed and holds every chain of this phone to its head', () => {
  expect(mayLetGo([stored], over)).toBe(true);
  expect(mayLetGo([stored, stored], over)).toBe(true);
});

for (const [what, chain] of [
  ['the fair is not sealed', answered({ isSealed: false })],
  ['the fair has not answered', { ...stored, answer: undefined }],
  ['the ledger is behind', answered({ head: { ...head, sequence: 6 } })],
  ['the ledger is ahead', answered({ head: { ...head, sequence: 8 } })],
  ['the ledger has other bytes', answered({ head: { ...head, hash: 'ac' } })],
  ['something is not sent', { ...stored, unsentCount: 1 }],
  ['something waits to be decided', answered({ setAsideCount: 1 })],
  ['this phone lost its head', { ...stored, head: undefined }],
] as [string, HeldChain][]) {
  test(`everything stays while ${what}, of this chain or another of the fair`, () => {
    expect(mayLetGo([chain], over)).toBe(false);
    expect(mayLetGo([stored, chain], over)).toBe(false);
  });
}

test('everything stays while a shift is to be counted, and where there is no chain', () => {
  expect(mayLetGo([stored], { isShiftOver: false })).toBe(false);
  expect(mayLetGo([], over)).toBe(false);
});
