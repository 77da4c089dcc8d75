import { readVietQr } from '@phien/till';
import { expect, test } from '@playwright/test';
import { banksFound, testPayload } from './bank-choice.rules';

const banks = [
  {
    bin: '970436',
    shortName: 'Vietcombank',
    fullName: 'Ngân hàng TMCP Ngoại thương Việt Nam',
  },
  {
    bin: '970405',
    shortName: 'Agribank',
    fullName: 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam',
  },
  { bin: '970422', shortName: 'MB Bank', fullName: 'Ngân hàng TMCP Quân Đội' },
  { bin: '971025', shortName: 'MoMo', fullName: null },
];

test('a bank is found by what people type', () => {
  const names = (text: string) => banksFound(banks, text).map(({ shortName }) => shortName);
  expect(names('ngoai thuong')).toEqual(['Vietcombank']);
  expect(names('quan doi')).toEqual(['MB Bank']);
  expect(names('mbbank')).toEqual(['MB Bank']);
  expect(names('970405')).toEqual(['Agribank']);
  expect(names('MOMO')).toEqual(['MoMo']);
  expect(names('')).toHaveLength(4);
  expect(names('ngân hàng sao hỏa')).toEqual([]);
});

test('the test code names the account and no amount', () => {
  const payload = testPayload('970436', '0011 2233.4455');
  expect(readVietQr(payload ?? '')).toMatchObject({
    ok: true,
    vietQr: { bankBin: '970436', account: '001122334455', to: 'account', amountVnd: null },
  });
  expect(testPayload('', '001122334455')).toBeNull();
  expect(testPayload('970436', '123')).toBeNull();
  expect(testPayload('970436', 'số của tôi')).toBeNull();
});
