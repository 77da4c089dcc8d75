import { expect, test } from '@playwright/test';
import { newId } from '@phien/kernel';
import type { CatalogueItem } from '../keep/catalogue';
import { goodsOfCode, isCode, isSeenAnew, keyed, nothingKeyed } from './scan.rules';

const goods = [null, '8930000000012', '0036000291452'].map((barcode): CatalogueItem => ({
  id: newId(),
  name: `Hàng ${barcode}`,
  classCode: null,
  star: null,
  certificateExpiresOn: null,
  barcode,
  priceVnd: 10_000,
  unit: 'cái',
  vatRatePercent: null,
  isWeighed: false,
  isSoldOut: false,
  photo: null,
}));

/** What a keyboard's keys, each this many ms after the one before, are taken for. */
function typed(keys: string[], everyMs: number): string[] {
  let state = nothingKeyed;
  return keys.flatMap((key, at) => {
    const { now, code } = keyed(state, key, 1_000 + at * everyMs);
    state = now;
    return code ?? [];
  });
}

test('a code finds its goods, as EAN-13, as the UPC-A it began as, and as a GTIN-14', () => {
  expect(goodsOfCode(goods, '8930000000012')).toBe(goods[1]);
  expect(goodsOfCode(goods, '036000291452')).toBe(goods[2]);
  expect(goodsOfCode(goods, '08930000000012')).toBe(goods[1]);
  expect(goodsOfCode(goods, '8930000000029')).toBeNull();
  expect(
    ['1234567', '12345678', '12345678901234', '123456789012345', '1234567a'].map(isCode),
  ).toEqual([false, true, true, false, false]);
});

test('a scanner is told from a finger by its speed, and from anything else by its Enter', () => {
  const code = [...'8930000000012'];
  expect(typed([...code, 'Enter'], 20)).toEqual(['8930000000012']);
  expect(typed([...code, 'Enter'], 200)).toEqual([]);
  expect(typed([...code, 'Tab', 'Enter'], 20)).toEqual([]);
  expect(typed(['1', '2', '3', 'Enter'], 20)).toEqual([]);
  expect(typed([...code, 'Enter', ...code, 'Enter'], 20)).toEqual([
    '8930000000012',
    '8930000000012',
  ]);
});

test('goods that stay before the camera are sold once', () => {
  expect(isSeenAnew(null, 'a', 0)).toBe(true);
  expect(isSeenAnew({ code: 'a', atMs: 0 }, 'a', 300)).toBe(false);
  expect(isSeenAnew({ code: 'a', atMs: 0 }, 'b', 300)).toBe(true);
  expect(isSeenAnew({ code: 'a', atMs: 0 }, 'a', 2_000)).toBe(true);
});
