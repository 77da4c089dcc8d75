import type { ChangeProductDto } from './product.dto';
import { asKept, faultsOf, monthsAfter, warningsOf, type StarBefore } from './product.rules';

const chaMuc: ChangeProductDto = {
  name: 'Chả mực Hạ Long',
  classCode: 'I.3.d',
  priceVnd: 280_000,
  unit: 'hộp',
  vatRatePercent: 8,
};
const certified = {
  star: 4,
  certificateNumber: '12/QĐ-UBND',
  certificateIssuedOn: '2024-03-01',
};
const published: StarBefore = {
  star: 4,
  starYear: 2023,
  certificateNumber: null,
  certificateExpiresOn: '2026-09-01',
};

const codes = (
  change: Partial<ChangeProductDto>,
  setting: { paysVat?: boolean; isClassKnown?: boolean; before?: StarBefore } = {},
) => {
  const { paysVat = true, isClassKnown = true, before = null } = setting;
  const product = asKept({ ...chaMuc, ...change }, before);
  return faultsOf(product, { paysVat, isClassKnown, before, today: '2025-10-28' }).map(
    ({ code }) => code,
  );
};

it.each<[string, Partial<ChangeProductDto>, string[]]>([
  ['takes a whole product', {}, []],
  ['takes nothing but a name, a price and a unit', { classCode: null }, []],
  ['wants a name', { name: '  ' }, ['product_name_refused']],
  ['takes a name of 200 letters', { name: 'đ'.repeat(200) }, []],
  ['takes no name of 201', { name: 'đ'.repeat(201) }, ['product_name_refused']],
  ['wants a unit', { unit: ' ' }, ['unit_refused']],
  ['takes no unit of 31 letters', { unit: 'x'.repeat(31) }, ['unit_refused']],
  ['wants a VAT rate', { vatRatePercent: null }, ['vat_rate_missing']],
  ['takes the rate 0', { vatRatePercent: 0 }, []],
  ['knows no rate of 7', { vatRatePercent: 7 }, ['vat_rate_unknown']],
  ['takes a star with its certificate', certified, []],
  [
    'wants the certificate of a star',
    { star: 3 },
    ['certificate_number_missing', 'certificate_issue_missing'],
  ],
  ['knows no second star', { ...certified, star: 2 }, ['star_unknown']],
  [
    'knows the calendar',
    { ...certified, certificateIssuedOn: '2024-02-30' },
    ['certificate_day_unknown'],
  ],
  [
    'takes no certificate of tomorrow',
    { ...certified, certificateIssuedOn: '2025-10-29' },
    ['certificate_not_issued_yet'],
  ],
  ['takes a certificate of today', { ...certified, certificateIssuedOn: '2025-10-28' }, []],
  [
    'takes no expiry before the issue',
    { ...certified, certificateExpiresOn: '2024-02-29' },
    ['certificate_dates_reversed'],
  ],
  ['leaves out spaces in a barcode', { barcode: '629 1041 5002 13' }, []],
  ['wants thirteen digits', { barcode: '629104150021' }, ['barcode_not_thirteen_digits']],
  ['wants digits', { barcode: '62910415002X3' }, ['barcode_not_thirteen_digits']],
  ['sees a wrong check digit', { barcode: '6291041500214' }, ['barcode_check_digit_wrong']],
  ['takes a web address', { traceUrl: ' https://check.vn/ma?x=1 ' }, []],
  ['takes no script as an address', { traceUrl: 'javascript:alert(1)' }, ['trace_url_refused']],
  ['takes no bare name as an address', { traceUrl: 'check.vn' }, ['trace_url_refused']],
  [
    'says everything that is wrong, in the order of the form',
    { name: '', unit: '', vatRatePercent: 3, barcode: '1', traceUrl: 'x' },
    [
      'product_name_refused',
      'unit_refused',
      'vat_rate_unknown',
      'barcode_not_thirteen_digits',
      'trace_url_refused',
    ],
  ],
])('%s', (_, change, expected) => {
  expect(codes(change)).toEqual(expected);
});

it('takes no rate from a seller without VAT', () => {
  expect(codes({ vatRatePercent: 0 }, { paysVat: false })).toEqual(['vat_not_charged']);
  expect(codes({ vatRatePercent: null }, { paysVat: false })).toEqual([]);
});

it('knows the classes of the list alone', () => {
  expect(codes({}, { isClassKnown: false })).toEqual(['product_class_unknown']);
  expect(codes({ classCode: null }, { isClassKnown: false })).toEqual([]);
});

it('names the check digit that would be right', () => {
  const product = asKept({ ...chaMuc, barcode: '6291041500214' }, null);
  const setting = { paysVat: true, isClassKnown: true, before: null, today: '2025-10-28' };
  const [fault] = faultsOf(product, setting);
  expect(fault?.details).toEqual({ field: 'barcode', checkDigit: 3 });
  expect(fault?.sentence.vi).toContain('số cuối phải là 3, không phải 4');
});

it('lets a published star stand without its certificate, and no other', () => {
  expect(codes({ star: 4 }, { before: published })).toEqual([]);
  expect(asKept({ ...chaMuc, star: 4 }, published)).toMatchObject({
    starYear: 2023,
    certificateExpiresOn: '2026-09-01',
  });
  expect(codes({ star: 5 }, { before: published })).toEqual([
    'certificate_number_missing',
    'certificate_issue_missing',
  ]);
});

it('keeps a certificate for 36 months unless its expiry is said', () => {
  expect(asKept({ ...chaMuc, ...certified }, null)).toMatchObject({
    starYear: 2024,
    certificateExpiresOn: '2027-03-01',
  });
  const said = { ...certified, certificateExpiresOn: '2026-03-01' };
  expect(asKept({ ...chaMuc, ...said }, null).certificateExpiresOn).toBe('2026-03-01');
  expect(monthsAfter('2024-02-29', 36)).toBe('2027-02-28');
  expect(monthsAfter('2023-12-31', 2)).toBe('2024-02-29');
});

it('keeps no certificate without a star', () => {
  expect(asKept({ ...chaMuc, ...certified, star: null }, published)).toMatchObject({
    star: null,
    starYear: null,
    certificateNumber: null,
    certificateIssuedOn: null,
    certificateExpiresOn: null,
  });
});

it.each([
  ['2025-10-27', ['certificate_expired']],
  ['2025-10-28', ['certificate_expires_during_fair']],
  ['2025-11-02', ['certificate_expires_during_fair']],
  ['2025-11-03', []],
  [null, []],
])('warns of a certificate until %s: %j', (certificateExpiresOn, expected) => {
  const days = { today: '2025-10-28', lastDay: '2025-11-03' };
  expect(warningsOf({ certificateExpiresOn }, days)).toEqual(expected);
});
