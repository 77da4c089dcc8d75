import { ocop460Plan } from '../plan/larger-halls.plan.rules';
import { documentOf, type PlanDocument } from '../plan/plan.rules';
import { layoutOf } from './draw-plan-sheet';
import { barMetres, pointsACm, roundScale } from './paper.rules';
import { PlanSheetsHere } from './plan-sheets';
import type { SheetSubject } from './sheet-subject';

const sheets = new PlanSheetsHere();
let made = 0;
const plan = documentOf(ocop460Plan(), () => `id-${(made += 1)}`);
const [first, second] = plan.booths;
if (!first || !second) throw new Error('a plan without booths');

const subject: SheetSubject = {
  language: 'vi',
  paper: 'a3',
  fair: {
    ...{ nameVi: 'Hội chợ OCOP Quảng Ninh', nameEn: 'OCOP fair', venueEn: 'Halong' },
    ...{ venueVi: 'Phường Hạ Long', timeZone: 'Asia/Ho_Chi_Minh' },
  },
  plan,
  holders: new Map([
    [first.id, ['HTX Rui']],
    [second.id, ['Cơ sở Một', 'Cơ sở Hai']],
  ]),
  givenIds: new Set([first.id, second.id]),
  edition: { of: 'published', version: 3, publishedAt: new Date('2025-10-01T03:00:00Z') },
  madeAt: new Date('2025-10-09T08:53:00Z'),
};
const svgOf = async (changes: Partial<SheetSubject> = {}) =>
  (await sheets.draw({ subject: { ...subject, ...changes }, file: 'svg' })).toString();
/** What is written on a sheet, line by line. */
const linesOf = (svg: string) => [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, text]) => text);

it('tells which plan it is, every booth and zone, who stands where, and how large all is', async () => {
  const lines = linesOf(await svgOf());
  expect(lines).toEqual(expect.arrayContaining(plan.booths.map(({ code }) => code)));
  expect(lines).toEqual(expect.arrayContaining(plan.zones.map(({ nameVi }) => nameVi)));
  expect(lines).toEqual(
    expect.arrayContaining([
      'Hội chợ OCOP Quảng Ninh',
      'Sơ đồ đã công bố, bản số 3, 10:00 1/10/2025 · Phường Hạ Long',
      'Xuất lúc 15:53 9/10/2025',
      'HTX Rui',
      'Tỷ lệ 1:400 trên giấy A3',
      'Nhà 108 × 97 m, 10.476 m²',
      '200 gian, 1.800 m² gian',
    ]),
  );
  expect(lines.filter((line) => line?.startsWith('Cơ sở'))).toEqual(['Cơ sở Một', 'Cơ sở Hai']);
  expect(lines).not.toContain('Bản nháp');
  const draft = { of: 'draft', save: 12, publishedVersion: 3, differences: 5 } as const;
  const drawn = linesOf(await svgOf({ edition: draft, language: 'en', paper: 'a1' }));
  expect(drawn.filter((line) => line === 'Draft')).toHaveLength(2);
  expect(drawn).toContain('Draft, save 12: 5 differences from published version 3 · Halong');
  expect(drawn).toContain('Scale 1:200 on A1');
});

const small: PlanDocument = { ...plan, booths: plan.booths.slice(0, 4) };

it('makes one page of A3 or A1 with its letters in it, and the same bytes twice', async () => {
  for (const [paper, sides] of [
    ['a3', [1190.55, 841.89]],
    ['a1', [2381.1, 1683.78]],
  ] as const) {
    const wish = { subject: { ...subject, plan: small, paper }, file: 'pdf' as const };
    const bytes = await sheets.draw(wish);
    const text = bytes.toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain(`/MediaBox [0 0 ${sides.join(' ')}]`);
    expect(text.match(/\/FontFile2/g)).toHaveLength(3);
    expect(text).not.toContain('/Subtype /Image');
    if (paper === 'a3') expect(await sheets.draw(wish)).toEqual(bytes);
  }
});

it('keeps hostile and endless names within their places, as text', async () => {
  const hostile = `<script>alert("1")</script>&\u202e\u0000 ${'Nguyễn'.repeat(30)} 🎪 مرحبا`;
  const named: PlanDocument = {
    ...small,
    zones: plan.zones.map((zone) => ({ ...zone, nameVi: hostile })),
    features: plan.features.map((feature) => ({ ...feature, nameVi: hostile })),
  };
  const svg = await svgOf({
    plan: named,
    fair: { ...subject.fair, nameVi: hostile, venueVi: hostile },
    holders: new Map([[first.id, [hostile, hostile, hostile, hostile, hostile, hostile]]]),
  });
  for (const never of ['<script', '\u202e', '\u0000']) expect(svg).not.toContain(never);
  expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)');
  const pdf = await sheets.draw({ subject: { ...subject, plan: named }, file: 'pdf' });
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
});

it('chooses a round scale at which the hall fits, and the way round on which it is larger', () => {
  expect(roundScale([{ lengthCm: 6_100, points: 700 }])).toBe(250);
  expect(roundScale([{ lengthCm: 100, points: 700 }])).toBe(10);
  expect(roundScale([{ lengthCm: 100_000, points: 700 }])).toBe(4_500);
  for (const [hallWidthCm, hallDepthCm, isBroad] of [
    [12_000, 4_000, true],
    [4_000, 12_000, false],
    [100_000, 100, true],
    [100, 100_000, false],
  ] as const) {
    const { size, hall, scale } = layoutOf({ hallWidthCm, hallDepthCm });
    expect(size.width > size.height).toBe(isBroad);
    expect(hallWidthCm * pointsACm(scale)).toBeLessThanOrEqual(hall.width);
    expect(hallDepthCm * pointsACm(scale)).toBeLessThanOrEqual(hall.height);
    expect(barMetres(scale, 150) * 100 * pointsACm(scale)).toBeLessThanOrEqual(150);
  }
});

it('says how many zones it has no room for', async () => {
  const zones = Array.from({ length: 100 }, (_, at) => ({
    ...plan.zones[0]!,
    id: `zone-${at}`,
    code: `Z${at}`,
  }));
  const lines = linesOf(await svgOf({ plan: { ...small, zones } }));
  expect(lines.some((line) => /^Và \d+ khu nữa\.$/.test(line ?? ''))).toBe(true);
});
