import { expect, test } from '@playwright/test';
import type { Product, ProductClass } from './my-client';
import {
  classGroups,
  digitsOf,
  formOf,
  found,
  soldOutWish,
  usualVatRate,
  wishOf,
} from './product-form.rules';

const chaMuc: Product = {
  id: 'p1',
  exhibitorId: 'e1',
  name: 'Chả mực Hạ Long Đặc biệt',
  classCode: 'I.3.d',
  classNameVi: 'Chế biến từ thịt',
  classNameEn: 'Made from meat',
  star: 4,
  starYear: 2024,
  certificateNumber: '12/QĐ',
  certificateIssuedOn: '2024-03-01',
  certificateExpiresOn: '2027-03-01',
  barcode: '8930000000019',
  priceVnd: 280_000,
  unit: 'hộp',
  vatRatePercent: 8,
  isWeighed: false,
  isSoldOut: false,
  traceUrl: null,
  photo: null,
  withdrawnAt: null,
  warnings: [],
  isDemo: false,
};

test('a form asks for what it shows', () => {
  expect(wishOf(formOf(chaMuc, null))).toEqual({
    name: 'Chả mực Hạ Long Đặc biệt',
    classCode: 'I.3.d',
    star: 4,
    certificateNumber: '12/QĐ',
    certificateIssuedOn: '2024-03-01',
    certificateExpiresOn: '2027-03-01',
    barcode: '8930000000019',
    priceVnd: 280_000,
    unit: 'hộp',
    vatRatePercent: 8,
    isWeighed: false,
    isSoldOut: false,
    traceUrl: null,
  });
});

test('a new form has no price yet, and the usual rate', () => {
  const form = formOf(null, 8);
  expect(form.vatRate).toBe('8');
  expect(wishOf(form)).toBeNull();
  expect(wishOf({ ...form, price: '0' })?.priceVnd).toBe(0);
});

test('sold out changes nothing else', () => {
  expect(soldOutWish(chaMuc, true)).toEqual({ ...wishOf(formOf(chaMuc, null)), isSoldOut: true });
});

test('an amount is read however it is typed', () => {
  expect(['280.000 ₫', '280,000', '0280000', '0', '', 'x'].map(digitsOf)).toEqual([
    '280000',
    '280000',
    '280000',
    '0',
    '',
    '',
  ]);
});

test('products are found without marks, by every word, by barcode', () => {
  const names = (text: string) => found([chaMuc], text).length;
  expect(['cha muc', 'dac biet HA', '0000019', 'thịt', ''].map(names)).toEqual([1, 1, 1, 1, 1]);
  expect(['chả cá', 'x'].map(names)).toEqual([0, 0]);
});

test('classes stand under their sector, leaves alone', () => {
  const one = (code: string, parentCode: string | null, isLeaf: boolean): ProductClass => ({
    code,
    parentCode,
    nameVi: code,
    nameEn: code,
    isLeaf,
  });
  const groups = classGroups([
    one('I', null, false),
    one('I.6', 'I', true),
    one('II', null, false),
    one('II.1', 'II', false),
    one('II.1.a', 'II.1', true),
  ]);
  expect(groups.map(({ sector, leaves }) => [sector.code, leaves.map(({ code }) => code)])).toEqual(
    [
      ['I', ['I.6']],
      ['II', ['II.1.a']],
    ],
  );
});

test('the usual rate is the most frequent one', () => {
  const of = (vatRatePercent: number | null) => ({ ...chaMuc, vatRatePercent });
  expect(usualVatRate([of(10), of(8), of(8), of(null)])).toBe(8);
  expect(usualVatRate([of(null)])).toBeNull();
});
