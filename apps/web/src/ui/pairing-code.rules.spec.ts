import { expect, test } from '@playwright/test';
import { pairingAddress, timeLeft } from './pairing-code.rules';

test('a code’s time runs out in minutes and seconds', () => {
  expect([600_000, 599_001, 61_000, 5_000, 1, 0, -9].map(timeLeft)).toEqual([
    '10:00',
    '10:00',
    '1:01',
    '0:05',
    '0:01',
    '0:00',
    '0:00',
  ]);
});

test('the code stands where no server sees it', () => {
  expect(pairingAddress('https://phien.vn', 'ABCD-EFGH')).toBe(
    'https://phien.vn/till/#code=ABCD-EFGH',
  );
});
