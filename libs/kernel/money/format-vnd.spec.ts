import { formatBigVnd, formatVnd } from './format-vnd';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('money in words a person reads', () => {
  it.each([
    [1_250_000, '1.250.000 ₫', '1,250,000 ₫'],
    [0, '0 ₫', '0 ₫'],
    [-0, '0 ₫', '0 ₫'],
    [-79_000, '−79.000 ₫', '−79,000 ₫'],
  ])('writes %d as %s', (amount, vi, en) => {
    expect(plain(formatVnd(amount, 'vi'))).toBe(vi);
    expect(plain(formatVnd(amount, 'en'))).toBe(en);
  });

  it.each([
    [12_400_000_000, '12,4 tỷ ₫', '12.4 billion ₫'],
    [350_000_000, '350 triệu ₫', '350 million ₫'],
    [1_250_000, '1,3 triệu ₫', '1.3 million ₫'],
    [999_960_000, '1 tỷ ₫', '1 billion ₫'],
    [999_940_000, '999,9 triệu ₫', '999.9 million ₫'],
    [15_594_950_000, '15,6 tỷ ₫', '15.6 billion ₫'],
    [999_999, '999.999 ₫', '999,999 ₫'],
    [-2_000_000, '−2 triệu ₫', '−2 million ₫'],
  ])('shortens %d to %s', (amount, vi, en) => {
    expect(plain(formatBigVnd(amount, 'vi'))).toBe(vi);
    expect(plain(formatBigVnd(amount, 'en'))).toBe(en);
  });
});
