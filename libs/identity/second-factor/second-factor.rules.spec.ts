import { newSecret, otpauthUri, stepOfCode, typedSecret } from './second-factor.rules';

/* RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const secret = Buffer.from('12345678901234567890');

it.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [1_111_111_111, '050471', 37_037_037],
  [1_234_567_890, '005924', 41_152_263],
  [2_000_000_000, '279037', 66_666_666],
])('takes the code of second %d as the standard has it', (second, code, step) => {
  expect(stepOfCode(secret, code, new Date(second * 1_000))).toBe(step);
});

it.each([
  ['half a minute early', '081804', 1_111_111_050, 37_037_036],
  ['half a minute late', '081804', 1_111_111_139, 37_037_036],
  ['a minute early', '081804', 1_111_111_049, null],
  ['a minute late', '081804', 1_111_111_140, null],
  ['with a blank in the middle', '081 804', 1_111_111_109, 37_037_036],
  ['one digit off', '081805', 1_111_111_109, null],
  ['five digits', '81804', 1_111_111_109, null],
  ['eight digits', '07081804', 1_111_111_109, null],
  ['letters', 'abcdef', 1_111_111_109, null],
  ['nothing', '', 1_111_111_109, null],
])('looks at a code %s', (_, code, second, step) => {
  expect(stepOfCode(secret, code, new Date(second * 1_000))).toBe(step);
});

it('shows the secret for scanning and for typing, and makes another each time', () => {
  const uri = new URL(otpauthUri(secret, 'lan@example.vn'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(uri.searchParams.get('issuer')).toBe('Phien');
  expect(decodeURIComponent(uri.pathname)).toContain('lan@example.vn');
  expect(typedSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  expect(newSecret()).toHaveLength(20);
  expect(newSecret().equals(newSecret())).toBe(false);
});
