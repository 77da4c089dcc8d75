import type { ApplicationContent } from '../application/application-content.rules';

/** An application with nothing missing. */
export const sentContent = (part: ApplicationContent = {}): ApplicationContent => ({
  kind: 'cooperative',
  name: 'Hợp tác xã Chè hoa vàng Ba Chẽ',
  taxCode: '5700100256',
  paysVat: false,
  representative: 'Trần Thị Lan',
  phone: '0912 345 678',
  mail: 'lan@example.vn',
  countryCode: 'VN',
  placeSet: 'qn-communes',
  placeCode: '06685',
  products: [{ name: 'Trà hoa vàng', classCode: 'I.3.d', star: 4, priceVnd: 250_000, unit: 'hộp' }],
  wishes: {
    size: 1,
    units: 6,
    power: true,
    corner: true,
    choices: ['A01'],
    apart: ['HTX Đạp Thanh'],
  },
  note: 'Có thể đến từ chiều hôm trước.',
  ...part,
});
