import { demoBarcode, gtinCheckDigit, isGtin13 } from './gtin.rules';

it('checks as the GS1 example does', () => {
  expect(gtinCheckDigit('629104150021')).toBe(3);
  expect(isGtin13('6291041500213')).toBe(true);
});

it('refuses a wrong digit, two digits swapped, and anything but thirteen digits', () => {
  expect(isGtin13('6291041500214')).toBe(false);
  expect(isGtin13('2691041500213')).toBe(false);
  expect(isGtin13('629104150021')).toBe(false);
  expect(isGtin13('62910415 0213')).toBe(false);
});

it('makes demo barcodes that a scanner accepts and that differ', () => {
  const codes = Array.from({ length: 1000 }, (_, n) => demoBarcode(n + 1));
  expect(codes.every(isGtin13)).toBe(true);
  expect(codes.every((code) => code.startsWith('8930000'))).toBe(true);
  expect(new Set(codes).size).toBe(1000);
});
