import { expect, test } from '@playwright/test';
import { codeFrom, deviceIn, holds, isCode, tokenIn } from './people.rules';

test('the secret of a link is what stands behind the #', () => {
  expect(tokenIn('#token=abc_-1')).toBe('abc_-1');
  expect(tokenIn('token=abc')).toBe('abc');
  expect([tokenIn(''), tokenIn('#'), tokenIn('#token='), tokenIn('#other=1')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a code is suggested without marks, and is always one that may be used', () => {
  expect(codeFrom('Hội chợ OCOP Quảng Ninh – Thu Đông 2026')).toBe(
    'hoi-cho-ocop-quang-ninh-thu-dong-2026',
  );
  expect(codeFrom('  Tết! ')).toBe('tet');
  const long = codeFrom('Hội chợ giới thiệu, kết nối tiêu thụ sản phẩm OCOP và hàng nông sản');
  expect(long.length).toBeLessThanOrEqual(60);
  expect(isCode(long)).toBe(true);
  expect([isCode(''), isCode('ab'), isCode('a--b'), isCode('-ab'), isCode('Tết')]).toEqual(
    Array(5).fill(false),
  );
});

test('a device is named as people name it', () => {
  const android = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537';
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604';
  expect(deviceIn(android)).toBe('Chrome · Android');
  expect(deviceIn(iphone)).toBe('Safari · iPhone');
  expect(deviceIn('Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130')).toBe(
    'Edge · Windows',
  );
  expect([deviceIn(''), deviceIn('curl/8')]).toEqual([null, null]);
});

test('names are found without marks', () => {
  expect(holds('Hợp tác xã Đông Triều', ' dong trieu')).toBe(true);
  expect(holds('Hợp tác xã Đông Triều', 'tien yen')).toBe(false);
});
