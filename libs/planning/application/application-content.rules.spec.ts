import { faultsOfContent, tidied, type ApplicationContent } from './application-content.rules';
import { sentContent } from '../testing/sent-content';

const world = { boothCodes: new Set(['A01', 'A02']), classCodes: new Set(['I.3.d']) };
const whole = sentContent();

const faults = (part: Partial<ApplicationContent>) =>
  faultsOfContent(tidied({ ...whole, ...part }), world).map(
    ({ code, details }) => `${String(details?.field)} ${code}`,
  );

const wishes = (part: object) => ({ wishes: { ...whole.wishes, ...part } });
const product = { name: 'Chả mực', classCode: 'I.3.d', star: 5, priceVnd: 450_000, unit: 'kg' };

it('takes a whole application', () => {
  expect(faults({})).toEqual([]);
});

it.each<[string, Partial<ApplicationContent>, string]>([
  ['no kind', { kind: undefined }, 'kind field_missing'],
  ['a name of blanks', { name: ' \u00a0 ' }, 'name field_missing'],
  ['a name of 201', { name: 'Ộ'.repeat(201) }, 'name text_long'],
  ['a name turned around', { name: 'HTX \u202Etest' }, 'name text_control'],
  [
    'a name of stacked marks',
    { name: `HTX a${'\u0323\u0301\u0302\u0310\u0311'.repeat(9)}` },
    'name text_stacked',
  ],
  ['a mistyped tax code', { taxCode: '5700100257' }, 'taxCode tax_code_wrong'],
  ['no place', { placeCode: undefined }, 'place field_missing'],
  ['a place abroad', { countryCode: 'LA' }, 'place field_missing'],
  [
    'no such country',
    { countryCode: 'ZZ', placeSet: undefined, placeCode: undefined },
    'place field_missing',
  ],
  ['nobody to speak to', { representative: undefined }, 'representative field_missing'],
  ['a phone of letters', { phone: 'gọi tôi' }, 'phone phone_wrong'],
  ['a mail of two', { mail: 'a@example.vn, b@example.vn' }, 'mail mail_wrong'],
  ['a mail with a header', { mail: 'a@example.vn>\r\nBcc: b@example.vn' }, 'mail mail_wrong'],
  ['nothing to sell', { products: [] }, 'products field_missing'],
  [
    'a class above others',
    { products: [{ ...product, classCode: 'I' }] },
    'products.0.classCode field_missing',
  ],
  ['six stars', { products: [product, { ...product, star: 6 }] }, 'products.1.star field_missing'],
  [
    'a price of nothing',
    { products: [{ ...product, priceVnd: 0 }] },
    'products.0.priceVnd field_missing',
  ],
  ['half of two booths', wishes({ size: 2, units: 3 }), 'wishes.units share_of_one_booth'],
  [
    'a booth that is not there',
    wishes({ choices: ['A01', 'Z99'] }),
    'wishes.choices booth_unknown',
  ],
  ['a note of 2,001', { note: 'a'.repeat(2_001) }, 'note text_long'],
])('sends none with %s', (_, part, expected) => {
  expect(faults(part)).toEqual([expected]);
});

it.each([
  ['200 letters with two marks', 'Ộ'.repeat(200).normalize('NFD')],
  ['emoji', 'Gốm Đông Triều 🎋👩🏽‍🌾'],
  ['right to left', 'شركة الشاي'],
  ['a formula and a tag', '=1+1 <b>HTX</b>'],
])('takes a name of %s as it is', (_, name) => {
  expect(faults({ name })).toEqual([]);
});

it('keeps what was said and nothing around it', () => {
  expect(
    tidied({
      name: '  HTX \n Chè   Hải Hà ',
      taxCode: '5700 100.256',
      mail: ' ',
      note: ' Xin gần cổng\nvà gần nước ',
      products: [{ name: ' Chè ', unit: ' ' }],
      wishes: { choices: [' a01', 'a01', ''] },
    }),
  ).toEqual({
    name: 'HTX Chè Hải Hà',
    taxCode: '5700100256',
    note: 'Xin gần cổng\nvà gần nước',
    products: [{ name: 'Chè' }],
    wishes: { choices: ['A01'] },
  });
});
