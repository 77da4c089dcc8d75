import { expect, test } from '@playwright/test';
import { digitsOf, isWorthAnotherTry, readTyped, retyped, secretIn } from './declare.rules';

const typed = { id: 'first', amount: '5000000', count: '' };

test('a typed amount is its digits, whatever stands between them', () => {
  expect(digitsOf('5.000.000 ₫', 11)).toBe('5000000');
  expect(digitsOf('007', 11)).toBe('7');
  expect(digitsOf('0', 11)).toBe('0');
  expect(digitsOf('999999999999', 11)).toBe('99999999999');
});

test('other words are another declaration, the same words stay the one they were', () => {
  const newId = () => 'second';
  expect(retyped(typed, { amount: '5000000' }, newId)).toBe(typed);
  expect(retyped(typed, { amount: '500000' }, newId)).toEqual({
    id: 'second',
    amount: '500000',
    count: '',
  });
  expect(retyped(typed, { count: '4' }, newId).id).toBe('second');
});

test('nothing typed is no declaration, and nothing sold is one', () => {
  expect(readTyped({ ...typed, amount: '' })).toBe('missing');
  expect(readTyped({ ...typed, amount: '0' })).toEqual({ amountVnd: 0, salesCount: null });
  expect(readTyped({ ...typed, count: '40' })).toEqual({ amountVnd: 5_000_000, salesCount: 40 });
  expect(readTyped({ ...typed, amount: '10000000001' })).toBe('too_much');
});

test('what nobody answered is sent again, what was refused is not', () => {
  expect([0, 503, 409, 404].map((status) => isWorthAnotherTry({ status }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('the secret stands behind the # of the address', () => {
  expect([secretIn('#abc'), secretIn('#'), secretIn('')]).toEqual(['abc', null, null]);
});
