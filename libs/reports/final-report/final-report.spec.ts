import { pdfText } from '../testing/pdf-text';
import { unzipped } from '../testing/workbook-cells';
import { checkFrame, fillFrame } from './fill-frame';
import { type FinalFacts, finalFields, type WrittenField } from './final-field.rules';
import type { FinalReportContent } from './final-report.rules';
import { houseFrame } from './house-frame';
import { paragraphsOf } from './long-text';
import { writeFinalReport } from './write-final-report';

const facts: FinalFacts = {
  nameVi: 'Hội chợ OCOP Quảng Ninh – Thu Đông 2025 (bản chạy thử)',
  nameEn: 'Quảng Ninh OCOP Fair – Autumn-Winter 2025 (trial)',
  venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm',
  venueEn: 'Planning, Fair and Exhibition Palace',
  openDays: ['2025-10-28', '2025-10-29', '2025-11-03'],
  boothsInPlan: 160,
  boothsAllocated: 152,
  exhibitors: { inProvince: 70, otherProvince: 80, foreign: 2 },
  provinceCount: 21,
  countryCount: 1,
  classes: [
    { nameVi: 'Chè tươi, chế biến', nameEn: 'Fresh and processed tea' },
    { nameVi: 'Đồ uống có cồn khác', nameEn: 'Other alcoholic drinks' },
  ],
  revenueVnd: 15_600_000_000,
  measuredVnd: 12_792_000_000,
  declaredVnd: 2_808_000_000,
  salesCount: 61_204,
  entries: 152_340,
  gateCount: 3,
  ocopVnd: 9_100_000_000,
  ocopProducts: 311,
  daysClosed: 3,
  daysComplete: 2,
  daysBegun: 3,
};

const written = (field: string, more: Partial<WrittenField> = {}): WrittenField => ({
  field,
  revision: 1,
  state: 'typed',
  nameVi: null,
  nameEn: null,
  textVi: 'Sở Công Thương tỉnh Quảng Ninh',
  textEn: '',
  writtenByName: 'Trần Thị Hạnh',
  writtenAt: '2025-11-04T02:00:00.000Z',
  ...more,
});

const HOSTILE = `</w:t>{fair_name}<script>alert(1)</script> =1+1 \u202Engược\u202C`;
const OWN = 'own-01890000-0000-7000-8000-000000000001';

const entries = [
  written('organizer'),
  written('visits', {
    textVi: 'khoảng 150 nghìn lượt\ntheo báo chí',
    textEn: 'about 150 thousand',
  }),
  written('theme', { textVi: HOSTILE }),
  written('sales', { state: 'left_out', textVi: null, textEn: null }),
  written(OWN, { nameVi: 'Nhà tài trợ', nameEn: 'Sponsors', textVi: 'x'.repeat(3_000) }),
];

function content(change: Partial<FinalReportContent> = {}): FinalReportContent {
  return {
    asOf: '2025-11-04T03:00:00.000Z',
    isProvisional: true,
    fair: { ...facts, code: 'thu', timeZone: 'Asia/Ho_Chi_Minh', isDemo: true },
    fields: finalFields(facts, entries).filter(({ state }) => state !== 'left_out'),
    days: facts.openDays.map((day, at) => ({
      day,
      revision: at === 2 ? null : at + 1,
      isComplete: at === 2 ? null : true,
      closingHash: at === 2 ? null : 'ab'.repeat(32),
      revenueVnd: 5_200_000_000,
      declaredVnd: 936_000_000,
      salesCount: 20_401,
      entries: 50_780,
    })),
    comparison: {
      nameVi: 'Hội chợ OCOP Quảng Ninh – Hè 2019',
      nameEn: 'Quảng Ninh OCOP Fair – Summer 2019',
      firstDay: '2019-06-01',
      lastDay: '2019-06-09',
      lines: [
        {
          measure: 'revenue',
          basis: 'whole_with_whole',
          ownValue: 15_600_000_000,
          base: { low: 10_200_000_000, high: 15_000_000_000, bound: 'about', isConflict: true },
          growth: { lowTenths: 40, highTenths: 529, bound: 'about', formula: '…' },
          noGrowth: null,
          sources: ['Báo Quảng Ninh, 2019-06-10', 'Cổng thông tin, 2019-06-11'],
        },
        {
          measure: 'visits',
          basis: 'whole_with_whole',
          ownValue: 152_340,
          base: null,
          growth: null,
          noGrowth: 'base_lacks_figure',
          sources: [],
        },
      ],
    },
    frames: { vi: null, en: null },
    ...change,
  };
}

const HASH = 'cd'.repeat(32);
const xmlOf = (docx: Buffer) => unzipped(docx).get('word/document.xml')?.toString('utf8') ?? '';
const textOf = (docx: Buffer) =>
  [...xmlOf(docx).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(' ');

it('gives every field the ledger’s value with its source, a person’s words beside it, and what was left out', () => {
  const fields = finalFields(facts, entries);
  const of = (name: string) => fields.find(({ field }) => field === name);
  expect(of('revenue')).toMatchObject({
    state: 'from_ledger',
    revision: 0,
    ledger: {
      vi: '15.600.000.000\u00a0₫, trong đó đo tại máy bán hàng 12.792.000.000\u00a0₫, gian tự khai 2.808.000.000\u00a0₫',
    },
  });
  expect(of('visits')).toMatchObject({
    state: 'typed',
    ledger: { en: '152,340 visits, counted at 3 gates' },
    written: { textEn: 'about 150 thousand', byName: 'Trần Thị Hạnh' },
  });
  expect(of('organizer')).toMatchObject({ ledger: null, source: null, state: 'typed' });
  expect(of('sales')?.state).toBe('left_out');
  expect(fields.at(-1)).toMatchObject({ field: OWN, nameEn: 'Sponsors', ledger: null });
  expect(of('contracts')).toMatchObject({ state: 'typed', written: null });
});

it('prints the fields, the days, the comparison with its sources, and the hash, as a PDF', async () => {
  const bytes = await writeFinalReport({ content: content(), contentHash: HASH, language: 'vi' });
  const text = (await pdfText(bytes)).join(' ');
  for (const words of [
    'Báo cáo kết quả tổ chức hội chợ',
    'DỮ LIỆU THỬ NGHIỆM',
    '152 gian đã giao trên 160 gian',
    'khoảng 150 nghìn lượt',
    'Sổ ghi: 152.340 lượt khách, đếm tại 3 cổng',
    'Chưa ghi.',
    '15.600.000.000',
    'Doanh thu theo ngày (triệu ₫) 5.200 28/10',
    'Lượt khách vào theo ngày 50.780 28/10',
    '+4,0 % đến +52,9 %',
    'nguồn mâu thuẫn',
    'Báo Quảng Ninh, 2019-06-10',
    'kỳ gốc không có số',
    'chưa chốt',
    HASH,
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('61.204');
  const again = await writeFinalReport({ content: content(), contentHash: HASH, language: 'vi' });
  expect(again.equals(bytes)).toBe(true);
});

it.each(['vi', 'en'] as const)(
  'fills the house’s own frame in %s, the same bytes each time',
  (language) => {
    const of = { content: content(), contentHash: HASH, language };
    const docx = fillFrame(houseFrame(language), of);
    const text = textOf(docx);
    expect(text).toContain(language === 'vi' ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' : 'REPORT');
    expect(text).toContain(language === 'vi' ? 'khoảng 150 nghìn lượt' : 'about 150 thousand');
    expect(text).toContain(language === 'vi' ? 'theo báo chí' : 'Sponsors');
    expect(text).toContain(HASH);
    expect(text.replace(/\{fair_name\}(?=&lt;script)/, '')).not.toMatch(/[{}]|undefined|NaN/);
    expect(fillFrame(houseFrame(language), of).equals(docx)).toBe(true);
    expect(houseFrame(language).equals(houseFrame(language))).toBe(true);
  },
);

it('keeps what people write as text in the Word file, whatever it looks like', () => {
  const xml = xmlOf(
    fillFrame(houseFrame('vi'), { content: content(), contentHash: HASH, language: 'vi' }),
  );
  expect(xml).not.toContain('<script>');
  expect(xml).toContain('&lt;/w:t&gt;{fair_name}&lt;script&gt;');
  expect(xml).not.toMatch(/[\u202A-\u202E]/);
});

it('leaves the comparison out where there is none', () => {
  const of = { content: content({ comparison: null }), contentHash: HASH, language: 'vi' as const };
  expect(textOf(fillFrame(houseFrame('vi'), of))).not.toContain('III.');
});

it('says what is wrong with a frame before it is kept', () => {
  expect(checkFrame(houseFrame('en'), 'en')).toBeNull();
  expect(checkFrame(Buffer.from('no zip'), 'vi')).toBe('not_a_word_file');
  expect(checkFrame(Buffer.concat([houseFrame('vi').subarray(0, 900)]), 'vi')).toBe(
    'not_a_word_file',
  );
});

it('cuts long texts into paragraphs between words, and loses none of them', () => {
  const text = `${'chữ dài '.repeat(300)}\n\nhai`;
  const pieces = paragraphsOf(text);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(500);
  expect(pieces.join(' ')).toBe(text.trim().split(/\s+/u).join(' '));
});
