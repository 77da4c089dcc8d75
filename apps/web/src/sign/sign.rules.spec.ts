import { expect, test } from '@playwright/test';
import { instantAt, isCode, signingOf, wallTime } from './sign.rules';

const day = '2025-11-20';
const signature = (revision: number, of = day) => ({ day: of, revision });

test('a day is signed when its latest revision is, and says so when a newer one is not', () => {
  expect(signingOf([], { day, revision: null })).toBeNull();
  expect(signingOf([signature(1, '2025-11-19')], { day, revision: 1 })).toEqual({
    state: 'unsigned',
  });
  const both = [signature(1), signature(2), signature(2)];
  expect(signingOf(both, { day, revision: 2 })).toEqual({
    state: 'signed',
    signatures: [signature(2), signature(2)],
  });
  expect(signingOf(both, { day, revision: 3 })).toEqual({
    state: 'newer_unsigned',
    signedRevision: 2,
  });
});

test('six digits are a code, with a blank in the middle too', () => {
  expect(['123456', '123 456', ' 123456 '].map(isCode)).toEqual([true, true, true]);
  expect(['', '12345', '1234567', '12345a'].map(isCode)).toEqual([false, false, false, false]);
});

test('the hour that is typed is that of the fair, wherever one sits', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  expect(wallTime('2025-11-20T03:05:59.000Z', zone)).toBe('2025-11-20T10:05');
  expect(instantAt('2025-11-20T10:05', zone)).toBe('2025-11-20T03:05:00.000Z');
  expect(instantAt('2025-11-20T00:30', zone)).toBe('2025-11-19T17:30:00.000Z');
  expect(instantAt('', zone)).toBeNull();
});
