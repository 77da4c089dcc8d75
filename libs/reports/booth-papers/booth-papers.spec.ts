import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfText } from '../testing/pdf-text';
import { badgesOf, type BoothPaperContent, type ListedShare } from './booth-paper.rules';
import { makeBoothPaper } from './make-booth-paper';

const share = (exhibitorName: string, more: Partial<ListedShare> = {}): ListedShare => ({
  exhibitorId: exhibitorName,
  exhibitorName,
  placeVi: 'Phường Hồng Gai',
  placeEn: 'Hong Gai Ward',
  delegationVi: null,
  delegationEn: null,
  sixths: 6,
  state: 'confirmed',
  heldUntil: null,
  star: null,
  representative: null,
  phone: null,
  sellers: [],
  ...more,
});

const LONG =
  'Hợp tác xã Nông nghiệp, Thương mại và Dịch vụ Tổng hợp Chế biến Hải sản Xuất khẩu Quảng Yên, chi nhánh phường Hà An, thị xã Quảng Yên cũ, tỉnh Quảng Ninh';

const content: BoothPaperContent = {
  fair: {
    code: 'ocop-2025',
    nameVi: 'Hội chợ Thương mại, Du lịch và Sản phẩm OCOP Thu Đông Quảng Ninh 2025',
    nameEn: 'OCOP fair',
    timeZone: 'Asia/Ho_Chi_Minh',
    url: 'https://hoicho.example',
  },
  asOf: '2025-10-20T02:30:00.000Z',
  staff: [{ name: 'Chị Hoa', role: 'zone_staff', ofVi: 'Khu trong tỉnh', ofEn: 'Own province' }],
  booths: [
    {
      code: 'A01',
      zoneVi: 'Khu A – các xã, phường, đặc khu trong tỉnh',
      zoneEn: 'Zone A',
      areaCm2: 90_000,
      shares: [
        share(LONG, { star: 5, representative: 'Nguyễn Thị Phương Thảo', sellers: ['Lan'] }),
      ],
    },
    {
      code: 'B112',
      zoneVi: 'Khu B',
      zoneEn: 'Zone B',
      areaCm2: 90_000,
      shares: [
        share('Cơ sở Chè Đường Hoa', { sixths: 2, star: 4 }),
        share('Hộ kinh doanh Ruốc hàu Bản Sen, đặc khu Vân Đồn', { sixths: 2 }),
        share(`Công ty trách nhiệm hữu hạn ${'Ữ'.repeat(60)}`, { sixths: 2, star: 3 }),
      ],
    },
    { code: 'B113', zoneVi: 'Khu B', zoneEn: 'Zone B', areaCm2: 90_000, shares: [] },
    {
      code: 'B114',
      zoneVi: 'Khu B',
      zoneEn: 'Zone B',
      areaCm2: 90_000,
      shares: [share('Người chưa chắc', { state: 'held', heldUntil: '2025-10-21T00:00:00.000Z' })],
    },
    {
      code: 'C3',
      zoneVi: 'Khu C',
      zoneEn: 'Zone C',
      areaCm2: 120_000,
      shares: [share('Chả mực Thoan', { star: 5, phone: '0912 345 678' })],
    },
  ],
};

const make = (boothPaper: Parameters<typeof makeBoothPaper>[0]['boothPaper']) =>
  makeBoothPaper({ boothPaper, language: 'vi', content });

/* With PHIEN_TEST_PICTURES the files stay, for people to look at. */
function keep(name: string, bytes: Buffer): void {
  if (!process.env.PHIEN_TEST_PICTURES) return;
  const folder = join(__dirname, '../../../test-results/pictures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

it('prints a sign for each booth that is given, names whole however long, two on a page', async () => {
  const bytes = await make('signs.pdf');
  keep('booth-signs.pdf', bytes);
  const pages = await pdfText(bytes);
  expect(pages).toHaveLength(2);
  const [first = '', second = ''] = pages;
  expect(first).toContain('A01');
  expect(first).toContain(LONG);
  expect(first).toContain('OCOP 5 sao');
  expect(first).toContain('Phường Hồng Gai');
  expect(first).toContain('Cơ sở Chè Đường Hoa');
  expect(first.match(/Ữ/gu)).toHaveLength(60);
  expect(first).toContain('Quét để xem gian hàng');
  expect(second).toContain('C3');
  expect(`${first}${second}`).not.toContain('Người chưa chắc');
  expect(await make('signs.pdf')).toEqual(bytes);
});

it('prints a badge for everyone known by name, and one to fill in where nobody is', async () => {
  expect(
    badgesOf(content, 'vi').map(({ name, role, exhibitorName, boothCodes, of }) => [
      name,
      role,
      exhibitorName === LONG ? 'LONG' : exhibitorName?.slice(0, 12),
      boothCodes.join(),
      of,
    ]),
  ).toEqual([
    ['Nguyễn Thị Phương Thảo', 'representative', 'LONG', 'A01', null],
    ['Lan', 'seller', 'LONG', 'A01', null],
    [null, 'seller', 'Cơ sở Chè Đư', 'B112', null],
    [null, 'seller', 'Hộ kinh doan', 'B112', null],
    [null, 'seller', 'Công ty trác', 'B112', null],
    [null, 'seller', 'Chả mực Thoa', 'C3', null],
    ['Chị Hoa', 'zone_staff', undefined, '', 'Khu trong tỉnh'],
  ]);
  const bytes = await make('badges.pdf');
  keep('booth-badges.pdf', bytes);
  const [page = '', ...more] = await pdfText(bytes);
  expect(more).toEqual([]);
  for (const said of [
    'Nguyễn Thị Phương Thảo',
    LONG,
    'Gian A01',
    'Đại diện',
    'Họ và tên',
    'Nhân viên khu',
  ]) {
    expect(page).toContain(said);
  }
});

it('lists every booth with its state; phones, and who a booth is held for, are in the workbook and not on the wall', async () => {
  const printed = await make('list.pdf');
  keep('booth-list.pdf', printed);
  const paper = (await pdfText(printed)).join(' ');
  for (const said of ['B113 Khu B', 'Trống', 'Giữ chỗ', 'Chả mực Thoan', 'Trang 1/1']) {
    expect(paper).toContain(said);
  }
  expect(paper).not.toContain('0912');
  expect(paper).not.toContain('Người chưa chắc');
  const lines = (await make('list.csv')).toString('utf8').split('\r\n');
  expect(lines[0]).toContain('Gian');
  expect(lines.find((line) => line.includes('Chả mực Thoan'))).toContain('0912 345 678');
  expect(lines.find((line) => line.includes('Người chưa chắc'))).toContain('Giữ chỗ');
  expect((await make('list.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

it('prints no code where the fair has no address on the web', async () => {
  const bytes = await makeBoothPaper({
    boothPaper: 'signs.pdf',
    language: 'en',
    content: { ...content, fair: { ...content.fair, url: null } },
  });
  const [page = ''] = await pdfText(bytes);
  expect(page).toContain('OCOP 5 stars');
  expect(page).not.toContain('Scan');
});
