import { judgeRoster, type RosterWorld } from './judge-roster.rules';
import type { KnownExhibitor } from './judge-exhibitors.rules';
import { placeNamed } from './place-named.rules';
import { planTaking } from './plan-taking.rules';
import { contentOf } from './roster-content.rules';
import type { RosterRow } from './roster-row';

const tienYen: KnownExhibitor = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Hợp tác xã gà Tiên Yên',
  kind: 'cooperative',
  taxCode: '5700100256',
  paysVat: true,
  origin: 'inProvince',
  countryCode: 'VN',
  placeSet: 'qn-communes',
  placeCode: '06862',
  formerDistrict: '199',
  delegationId: null,
  representative: null,
  contactPhone: '0903 123 456',
};
const chicken = {
  id: '0199a000-0000-7000-8000-000000000002',
  exhibitorId: tienYen.id,
  name: 'Gà Tiên Yên',
  classCode: null,
  priceVnd: 250_000,
  unit: 'con',
  vatRatePercent: 5,
  star: null,
  starYear: null,
  certificateNumber: null,
  certificateIssuedOn: null,
  certificateExpiresOn: null,
  barcode: '6291041500213',
  traceUrl: null,
  isWeighed: false,
  isSoldOut: false,
};
const world: RosterWorld = {
  day: '2025-10-28',
  today: '2025-10-01',
  exhibitors: [tienYen],
  products: [chicken],
  delegations: [{ id: 'd', nameVi: 'Đoàn Bình Liêu', nameEn: 'Delegation of Binh Lieu' }],
  classes: [{ code: 'I.1.b', nameVi: 'Thịt, trứng, sữa tươi', nameEn: 'Fresh meat' }],
};

const exhibitor = (cells: Record<string, string>, row = 2): RosterRow => ({
  part: 'exhibitors',
  sheet: 'Đơn vị',
  row,
  cells: { name: 'HTX gốm Đông Triều', place: 'Phường Đông Triều', ...cells },
});
const product = (cells: Record<string, string>, row = 2): RosterRow => ({
  part: 'products',
  sheet: 'Sản phẩm',
  row,
  cells: {
    exhibitor: tienYen.name,
    name: 'Trứng gà',
    priceVnd: '45.000 đ',
    unit: 'hộp',
    vatRatePercent: '5%',
    ...cells,
  },
});
const judged = (...rows: RosterRow[]) => judgeRoster(rows, world);
const told = async (row: RosterRow) => {
  const [{ state, findings } = { state: 'none', findings: [] }] = await judged(row);
  const weighty = findings.filter(({ weight }) => weight !== 'note');
  return [state, ...weighty.map(({ field, code }) => `${field} ${code}`)].join(', ');
};

it.each([
  [{}, 'good'],
  [{ name: '' }, 'bad, name missing'],
  [{ name: 'x'.repeat(201) }, 'bad, name too_long'],
  [{ name: `HTX ${'Ậ'.repeat(190)} 🎋` }, 'good'],
  [{ name: 'HTX \u202eمثال' }, 'good'],
  [{ name: 'HTX\u0001 gốm' }, 'bad, name not_showable'],
  [{ name: 'Gốm' }, 'bad, kind missing'],
  [{ kind: 'Tập đoàn' }, 'bad, kind kind_unknown'],
  [{ kind: 'hộ kinh doanh' }, 'good'],
  [{ taxCode: '5700100257' }, 'bad, taxCode tax_code_check_digit'],
  [{ taxCode: '123' }, 'bad, taxCode tax_code_shape'],
  [{ taxCode: '100233488' }, 'good'],
  [{ place: 'Đông Trìu' }, 'bad, place place_unknown'],
  [{ place: 'Hải Dương' }, 'doubtful, place place_replaced'],
  [{ place: 'Huyện Tiên Yên' }, 'doubtful, place place_replaced'],
  [{ place: 'TP Hải Phòng' }, 'good'],
  [{ place: '', country: 'Thái Lan' }, 'good'],
  [{ place: '', country: 'Atlantis' }, 'bad, place place_unknown'],
  [{ formerDistrict: 'Đông Triều' }, 'good'],
  [{ formerDistrict: 'Đầm Dơi' }, 'bad, formerDistrict former_district_unknown'],
  [{ paysVat: 'có lẽ' }, 'bad, paysVat neither_yes_nor_no'],
  [{ delegation: 'doan binh lieu' }, 'good'],
  [{ delegation: 'Đoàn khác' }, 'doubtful, delegation delegation_unknown'],
  [{ contactPhone: 'gọi sau' }, 'bad, contactPhone phone_wrong'],
  [{ name: 'HTX gà Tiên Yên' }, 'doubtful, name name_alike'],
  [{ name: 'Hợp tác xã gà Tiên Yêm' }, 'doubtful, name name_alike'],
  [{ name: 'Công ty Quế', taxCode: '5700 100 256' }, 'doubtful, taxCode same_tax_code'],
  [{ name: tienYen.name, place: 'Xã Tiên Yên', paysVat: 'Không' }, 'doubtful, name already_here'],
  [
    { name: 'HỢP TÁC XÃ GÀ TIÊN YÊN'.toLowerCase(), place: 'Xã Tiên Yên' },
    'doubtful, name already_here',
  ],
  [{ name: tienYen.name, place: 'Xã Tiên Yên' }, 'known'],
  [{ name: 'Tên mới', id: tienYen.id, place: 'Xã Tiên Yên' }, 'doubtful, name already_here'],
] as const)('an exhibitor %j is %s', async (cells, expected) => {
  expect(await told(exhibitor(cells))).toBe(expected);
});

it.each([
  [{}, 'good'],
  [{ exhibitor: 'HTX lạ' }, 'bad, exhibitor exhibitor_unknown'],
  [{ exhibitor: '', exhibitorTaxCode: '5700100256' }, 'good'],
  [{ priceVnd: 'liên hệ' }, 'bad, priceVnd price_wrong'],
  [{ priceVnd: '-1' }, 'bad, priceVnd price_wrong'],
  [{ vatRatePercent: '7' }, 'bad, vatRatePercent vat_rate_unknown'],
  [{ vatRatePercent: '0.08' }, 'good'],
  [
    { star: '6' },
    'bad, star star_unknown, certificateNumber certificate_number_missing, certificateIssuedOn certificate_issue_missing',
  ],
  [{ star: '4 sao', certificateNumber: '12', certificateIssuedOn: '15/01/2025' }, 'good'],
  [
    { star: '4', certificateNumber: '12', certificateIssuedOn: '31/02/2025' },
    'bad, certificateIssuedOn day_unknown',
  ],
  [{ barcode: '6291041500214' }, 'bad, barcode barcode_check_digit_wrong'],
  [{ barcode: chicken.barcode }, 'bad, barcode barcode_taken'],
  [{ traceUrl: 'javascript:alert(1)' }, 'bad, traceUrl trace_url_refused'],
  [{ classCode: 'thit, trung, sua tuoi' }, 'good'],
  [{ classCode: 'IX' }, 'bad, classCode product_class_unknown'],
  [{ name: 'gà tiên yên' }, 'doubtful, name product_already_here'],
] as const)('a product %j is %s', async (cells, expected) => {
  expect(await told(product(cells))).toBe(expected);
});

it('says twice in one file, and that a bad exhibitor takes its products along', async () => {
  const rows = await judged(
    exhibitor({}, 2),
    exhibitor({ place: 'Hà Nội' }, 3),
    exhibitor({ name: 'HTX hỏng', place: '?' }, 4),
    product({ exhibitor: 'HTX hỏng' }, 2),
    product({ exhibitor: 'HTX gốm Đông Triều' }, 3),
    product({ exhibitor: 'HTX gốm Đông Triều' }, 4),
  );
  expect(rows.map(({ state, findings }) => [state, findings.at(-1)?.code])).toEqual([
    ['good', 'kind_from_name'],
    ['doubtful', 'name_twice_in_file'],
    ['bad', 'place_unknown'],
    ['bad', 'exhibitor_bad'],
    ['good', undefined],
    ['doubtful', 'product_twice_in_file'],
  ]);
});

it('reads its own list again as nothing to change', async () => {
  for (const language of ['vi', 'en'] as const) {
    const content = contentOf(world, language);
    const rows = (['exhibitors', 'products'] as const).flatMap((part) =>
      content[part].map((cells, at): RosterRow => ({
        part,
        sheet: part,
        row: at + 2,
        cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
      })),
    );
    expect((await judged(...rows)).map(({ state }) => state)).toEqual(['known', 'known']);
  }
});

it('takes what was chosen: the new one, the existing one, and of whom only what is taken', async () => {
  const rows = await judged(
    exhibitor({}, 2),
    exhibitor({ name: 'HTX gà Tiên Yên', contactPhone: '0912345678' }, 3),
    product({ exhibitor: 'HTX gốm Đông Triều' }, 2),
    product({ exhibitor: 'HTX gà Tiên Yên', name: chicken.name, priceVnd: '260000' }, 3),
  );
  const counts = (wish: Parameters<typeof planTaking>[1]) => {
    const plan = planTaking(rows, wish);
    return (
      plan &&
      Object.values(plan)
        .map((writes) => (writes as unknown[]).length)
        .join(' ')
    );
  };
  expect(counts({ left: [], doubtful: [] })).toBe('1 0 1 0');
  expect(counts({ left: [0], doubtful: [] })).toBe('0 0 0 0');
  expect(
    counts({
      left: [],
      doubtful: [
        { at: 1, as: 'existing' },
        { at: 3, as: 'existing' },
      ],
    }),
  ).toBe('1 1 1 1');
  expect(
    counts({
      left: [],
      doubtful: [
        { at: 1, as: 'new' },
        { at: 3, as: 'existing' },
      ],
    }),
  ).toBe('2 0 2 0');
  expect(counts({ left: [], doubtful: [{ at: 3, as: 'existing' }] })).toBe('1 0 1 0');
  expect(counts({ left: [], doubtful: [{ at: 0, as: 'new' }] })).toBeNull();
  expect(counts({ left: [], doubtful: [{ at: 9, as: 'new' }] })).toBeNull();
});

it.each([
  [{ place: 'P. Hồng Gai' }, '2025-10-28', 'qn-communes 06685 -'],
  [{ place: 'xã Quảng La, tỉnh Quảng Ninh' }, '2025-10-28', 'qn-communes 07054 -'],
  [{ place: 'Quảng Ninh' }, '2025-10-28', '34 22 -'],
  [{ place: 'Huyện Ba Chẽ' }, '2025-10-28', 'qn-communes 06970 202'],
  [{ place: 'Hạ Long' }, '2019-05-01', 'qn-districts 193 193'],
  [{ place: 'Hồng Gai' }, '2019-05-01', 'none'],
  [{ place: 'Xã Đầm Dơi', province: 'Cà Mau' }, '2025-10-28', '34 96 -'],
  [{ place: 'Hà Tây' }, '2025-10-28', 'none'],
  [{ place: 'Korea' }, '2025-10-28', 'none'],
  [{ place: 'Hàn Quốc' }, '2025-10-28', 'KR -'],
] as const)('reads the place %j on %s as %s', (said, day, expected) => {
  const named = placeNamed(said, day);
  const { placeSet, placeCode, countryCode } = named?.home ?? {};
  const place = placeSet ? `${placeSet} ${placeCode}` : countryCode;
  expect(named ? `${place} ${named.formerDistrict ?? '-'}` : 'none').toBe(expected);
});
