import { daysOfRows, sumOfRows, type SoldRows } from './exhibitor-figures.rules';

const rows: SoldRows = {
  booths: [
    {
      day: '2025-10-28',
      boothId: 'b2',
      boothCode: 'B02',
      salesCount: 2,
      salesVnd: 300_000,
      refundCount: 1,
      refundVnd: -50_000,
    },
    {
      day: '2025-10-29',
      boothId: 'b1',
      boothCode: 'A01',
      salesCount: 1,
      salesVnd: 100_000,
      refundCount: 0,
      refundVnd: 0,
    },
  ],
  methods: [
    { day: '2025-10-28', method: 'vietqr', salesCount: 1, revenueVnd: 100_000 },
    { day: '2025-10-28', method: 'cash', salesCount: 2, revenueVnd: 150_000 },
    { day: '2025-10-29', method: 'cash', salesCount: 1, revenueVnd: 100_000 },
  ],
  products: [
    product('2025-10-28', 'p1', 'Chả mực', 250_000),
    product('2025-10-29', 'p1', 'Chả mực giã tay', 60_000),
    product('2025-10-29', null, 'Túi giấy', 40_000),
  ],
};

function product(day: string, productId: string | null, name: string, revenueVnd: number) {
  return { day, productId, name, unit: 'hộp', quantityMilli: 1_000, revenueVnd };
}

it('sums days so that methods, booths and products each make the revenue', () => {
  const total = sumOfRows(rows);
  expect(total).toMatchObject({
    salesCount: 3,
    salesVnd: 400_000,
    refundCount: 1,
    refundVnd: -50_000,
    revenueVnd: 350_000,
    otherProductsVnd: 0,
  });
  for (const parts of [total.methods, total.booths, total.products]) {
    const sum = (parts as { revenueVnd: number }[]).reduce((all, row) => all + row.revenueVnd, 0);
    expect(sum).toBe(350_000);
  }
  expect(total.methods.map(({ method }) => method)).toEqual(['cash', 'vietqr']);
  expect(total.booths.map(({ boothCode }) => boothCode)).toEqual(['A01', 'B02']);
  expect(total.products.map(({ name, revenueVnd }) => [name, revenueVnd])).toEqual([
    ['Chả mực giã tay', 310_000],
    ['Túi giấy', 40_000],
  ]);
});

it('shows twenty products and says what the others brought', () => {
  const products = Array.from({ length: 23 }, (_, at) =>
    product('2025-10-28', `p${at}`, `Sản phẩm ${at}`, 1_000 * (at + 1)),
  );
  const sum = sumOfRows({ booths: [], methods: [], products });
  expect(sum.products).toHaveLength(20);
  expect(sum.products[0]?.revenueVnd).toBe(23_000);
  expect(sum.otherProductsVnd).toBe(1_000 + 2_000 + 3_000);
});

it('shows the fair’s days until today and any other with a document, the latest first', () => {
  const fairDays = ['2025-10-27', '2025-10-28', '2025-10-30'].map((day) => ({
    day,
    isOpen: day !== '2025-10-27',
  }));
  const days = daysOfRows(rows, fairDays, '2025-10-28');
  expect(days.map(({ day, isOpen, revenueVnd }) => [day, isOpen, revenueVnd])).toEqual([
    ['2025-10-29', false, 100_000],
    ['2025-10-28', true, 250_000],
    ['2025-10-27', false, 0],
  ]);
});
