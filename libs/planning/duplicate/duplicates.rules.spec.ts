import { likelyPairs, pairKey, soldTwice } from './duplicates.rules';

const of = (id: string, name: string, taxCode: string | null = null) => ({ id, name, taxCode });
const found = (...all: ReturnType<typeof of>[]) =>
  likelyPairs(all, new Set()).map(({ first, second, reasons }) => [
    first.id,
    second.id,
    ...reasons,
  ]);

it('finds whoever stands there twice, by tax code, by name without marks, by name without form', () => {
  const cases: [string, ReturnType<typeof of>[], string[][]][] = [
    ['nobody twice', [of('a', 'HTX Đông Triều'), of('b', 'HTX Bình Liêu')], []],
    [
      'marks, đ, case, signs and composition',
      [of('a', 'HTX Chè Đông Triều'), of('b', 'htx che  dong-trieu'.normalize('NFD'))],
      [['a', 'b', 'name']],
    ],
    [
      'one tax code, two names',
      [of('a', 'HTX Sá Sùng', '5700100256'), of('b', 'Sá sùng Vân Đồn', '5700100256')],
      [['a', 'b', 'tax_code']],
    ],
    [
      'both, the surest first',
      [of('a', 'Hộ Lan', '5700100256'), of('b', 'hộ lan', '5700100256')],
      [['a', 'b', 'tax_code', 'name']],
    ],
    [
      'a branch is another taxpayer',
      [of('a', 'Kho Móng Cái', '5700100256'), of('b', 'Kho Hạ Long', '5700100256-001')],
      [],
    ],
    [
      'but for its legal form',
      [of('a', 'Công ty TNHH Ngọc Trai'), of('b', 'HTX Ngọc Trai', '5700100256')],
      [['a', 'b', 'name_but_form']],
    ],
    [
      'a like name with tax codes of their own is two',
      [of('a', 'Công ty Ngọc Trai', '0100233488'), of('b', 'HTX Ngọc Trai', '5700100256')],
      [],
    ],
    [
      'one name with tax codes of their own is doubted all the same',
      [of('a', 'Ngọc Trai', '0100233488'), of('b', 'Ngọc Trai', '5700100256')],
      [['a', 'b', 'name']],
    ],
  ];
  for (const [what, all, expected] of cases)
    expect([what, found(...all)]).toEqual([what, expected]);
});

it('leaves out a pair that somebody said is two, and no other of the same name', () => {
  const all = [of('a', 'Hộ Lan'), of('b', 'Hộ Lan'), of('c', 'Hộ Lan')];
  const pairs = likelyPairs(all, new Set([pairKey('b', 'a')]));
  expect(pairs.map(({ first, second }) => first.id + second.id)).toEqual(['ac', 'bc']);
});

it('stays small where everybody has one name', () => {
  const all = Array.from({ length: 1_000 }, (_, at) => of(`${at}`, 'Hộ Lan'));
  expect(likelyPairs(all, new Set()).length).toBeLessThan(8_000);
});

it('knows what would be sold twice, by name or by barcode', () => {
  const kept = [
    { id: '1', name: 'Chả mực', barcode: null },
    { id: '2', name: 'Sá sùng', barcode: '8930000000019' },
  ];
  const coming = [
    { id: '3', name: 'CHẢ MỰC', barcode: null },
    { id: '4', name: 'Sá sùng khô', barcode: '8930000000019' },
    { id: '5', name: 'Ruốc hàu', barcode: null },
  ];
  expect(soldTwice(kept, coming)).toEqual(['3', '4']);
});
