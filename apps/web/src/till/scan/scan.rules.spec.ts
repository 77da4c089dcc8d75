import { expect, test } from '@playwright/test';
import { newId } from '@phien/kernel';
import type { CatalogueItem } from '../keep/catalogue';
import { goodsOfCode, isCode, keyed, looked, nothingKeyed, nothingSeen } from './scan.rules';

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

/** Of looks at these moments, which saw what: the codes that are sold. */
function sold(looks: [atMs: number, ...codes: string[]][]): string[] {
  let view = nothingSeen;
  return looks.flatMap(([atMs, ...codes]) => {
    const { now, anew } = looked(view, codes, atMs);
    view = now;
    return anew;
  });
}

/** Looks that see nothing, as often as a camera looks. */
const nothing = (fromMs: number, toMs: number) =>
  Array.from({ length: (toMs - fromMs) / 120 }, (_, at): [number] => [fromMs + at * 120]);

test('goods that stay before the camera are sold once', () => {
  expect(sold([[0, 'a'], [120, 'a'], [240], [360, 'a']])).toEqual(['a']);
  expect(sold([[0, 'a'], ...nothing(120, 1_200), [1_200, 'a']])).toEqual(['a']);
});

test('goods that come back to the camera are sold again, and others at once', () => {
  expect(sold([[0, 'a'], ...nothing(120, 1_920), [1_920, 'a']])).toEqual(['a', 'a']);
  expect(
    sold([
      [0, 'a'],
      [120, 'b'],
      [240, 'a'],
    ]),
  ).toEqual(['a', 'b']);
});

test('goods that a busy phone did not look at for a while are not sold again', () => {
  expect(
    sold([
      [0, 'a'],
      [20_000, 'a'],
    ]),
  ).toEqual(['a']);
  expect(sold([[0, 'a'], [20_000], [40_000, 'a']])).toEqual(['a']);
});

test('two goods side by side before the camera are sold once each', () => {
  expect(
    sold([
      [0, 'a', 'b'],
      [120, 'a', 'b', 'b'],
      [240, 'b'],
      [360, 'a'],
    ]),
  ).toEqual(['a', 'b']);
});
