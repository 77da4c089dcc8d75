import { formatVnd } from '@phien/kernel';
import type { SealedClosing } from '../../closing/closing.rules';
import { pdfText } from '../../testing/pdf-text';
import { sampleClosing, sampleFacts } from '../../testing/sample-day';
import type { ReportLanguage } from '../report.rules';
import { writeEndOfDay } from './end-of-day';
import { codeOf } from './seal';

const vnd = (amount: number) => formatVnd(amount, 'vi').replace(/\s/gu, ' ');
const number = (amount: number) => vnd(amount).replace(' ₫', '');

const print = (closing: SealedClosing, language: ReportLanguage) =>
  writeEndOfDay({
    closing,
    language,
    isBoothMoneyShown: closing.figures.fair.boothMoneyVisibleTo !== 'organizers',
  });

describe('the end-of-day report', () => {
  it('prints the totals, every breakdown, who is missing, and the hash', async () => {
    const closing = sampleClosing(sampleFacts(60));
    const { figures } = closing;
    const pages = await pdfText(await print(closing, 'vi'));
    const text = pages.join(' ');
    expect(text).toContain('Thứ Năm, 30/10/2025');
    expect(text).toContain('Tính đến 22:41:07 ngày 30/10/2025 (giờ Việt Nam)');
    expect(text).toContain('Bản 1 · Tạm thời');
    expect(text).toContain('DỮ LIỆU THỬ NGHIỆM');
    expect(text).toContain(vnd(figures.totals.measuredVnd));
    expect(text).toContain(vnd(figures.totals.averageVnd));
    expect(text).toContain(
      `Doanh số khai báo ${vnd(figures.totals.declaredVnd)} ${figures.totals.declaredBooths} gian tự khai`,
    );
    expect(text).toContain(`Trong đó gian tự khai ${vnd(figures.totals.declaredVnd)}`);
    expect(text).toContain(`Số giao dịch ${figures.totals.salesCount} đơn bán Giá trị trung bình`);
    expect(text).toContain('Công ty cổ phần chế biến thủy hải sản và dịch vụ du lịch Vân Đồn');
    for (const parts of [figures.zones, figures.origins, figures.stars, figures.classes]) {
      for (const part of parts) expect(text).toContain(number(part.revenueVnd));
    }
    for (const method of figures.methods) expect(text).toContain(number(method.revenueVnd));
    for (const gate of figures.visits.gates) expect(text).toContain(number(gate.entries));
    for (const booth of figures.booths.filter((row) => row.isHeard)) {
      expect(text).toContain(number(booth.revenueVnd));
    }
    expect(text).toContain('54 trên 60 gian đã giao');
    expect(text).toContain('Máy chưa chốt ca (2)');
    expect(text).toContain(closing.hash);
    expect(text).toContain(closing.documentsHash);
    expect(text).toContain('thả tệp này vào trang /verify của máy chủ hội chợ');
    expect(pages.at(-1)).toContain(`Trang ${pages.length}/${pages.length}`);
  });

  it('prints visits calibrated by hand counts beside the counted ones, with factor and error', async () => {
    const facts = sampleFacts(12);
    const method = { method: 'sensor' as const, entries: 11_334, countsUsed: 4 };
    const factor = { factorMillionths: 1_052_300, spreadMillionths: 21_000 };
    facts.calibration = { entries: 11_927, error: 238, methods: [{ ...method, ...factor }] };
    const vi = (await pdfText(await print(sampleClosing(facts), 'vi'))).join(' ');
    expect(vi).toContain('Hiệu chỉnh theo đếm tay đối chiếu: 11.927 lượt vào, sai số ± 238.');
    expect(vi).toContain('Máy đếm khách: 11.334 lượt vào × 1,052 (± 0,021), theo 4 lần đếm tay');
    expect(vi).toContain(number(11_334));

    const none = { factorMillionths: null, spreadMillionths: null };
    const few = { ...method, countsUsed: 2, ...none };
    facts.calibration = { entries: null, error: null, methods: [few] };
    const en = (await pdfText(await print(sampleClosing(facts), 'en'))).join(' ');
    expect(en).toContain('too few to calibrate');
    expect(en).toContain('People counter: 11,334 visits in, no factor yet (2 hand counts)');
    const before = (await pdfText(await print(sampleClosing(sampleFacts(12)), 'en'))).join(' ');
    expect(before).not.toContain('alibrat');
  });

  it('shows ranks and no money of a single booth when the fair keeps it to the organizers', async () => {
    const facts = sampleFacts(30);
    facts.fair.boothMoneyVisibleTo = 'organizers';
    facts.since = {
      revision: 1,
      entries: 11_334,
      booths: [
        { boothId: facts.booths[0]?.id ?? '', count: 3, vnd: 123_457 },
        { boothId: facts.booths[1]?.id ?? '', count: 1, vnd: 7_654_321 },
      ],
      declared: [],
    };
    const closing = sampleClosing(facts, 2);
    const text = (await pdfText(await print(closing, 'vi'))).join(' ');
    expect(text).toContain('chỉ ban tổ chức được xem tiền của từng gian');
    expect(text).toContain('Khác với bản 1');
    expect(text).toContain('+7.777.778 ₫');
    for (const vndOfBooth of [123_457, 7_654_321]) expect(text).not.toContain(number(vndOfBooth));
    const foreign = closing.figures.origins.find((part) => part.origin === 'foreign');
    for (const booth of closing.figures.booths.filter((row) => row.isHeard)) {
      if (booth.revenueVnd === foreign?.revenueVnd) continue;
      expect(text).not.toContain(` ${number(booth.revenueVnd)} `);
    }
    expect(text).toContain(vnd(closing.totalVnd));
  });

  it('draws the day by the hour, and the plan with what each booth took', async () => {
    const closing = sampleClosing(sampleFacts(40));
    const bytes = await print(closing, 'vi');
    const text = (await pdfText(bytes)).join(' ');
    const { hourly = [], booths, zones } = closing.figures;
    const best = hourly.reduce((a, b) => (b.measuredVnd > a.measuredVnd ? b : a));
    expect(best.hour).toBe(19);
    expect(text).toContain(`cao nhất 19–20 giờ: ${vnd(best.measuredVnd)}`);
    for (const { entries } of hourly) expect(text).toContain(number(entries));
    const millions = (amount: number) => (amount / 1_000_000).toFixed(1).replace('.', ',');
    for (const { isHeard, boothCode, revenueVnd } of booths) {
      expect(text).toContain(isHeard ? `${boothCode} ${millions(revenueVnd)}` : `${boothCode} ?`);
    }
    for (const { revenueVnd } of zones) {
      const shown = (revenueVnd / 1_000_000).toFixed(revenueVnd < 100_000_000 ? 1 : 0);
      expect(text).toContain(`${shown.replace('.', ',')} triệu ₫ (`);
    }
    expect(text).toContain('Chưa báo: 4 gian');
    expect(text).toContain('Cổng phía biển');
    /* Two charts, the plan and the code. */
    expect(bytes.toString('latin1').match(/\/S \/Figure/g)).toHaveLength(4);
  });

  it('draws classes and ranks alone where the money of a booth is not shown', async () => {
    const facts = sampleFacts(40);
    facts.fair.boothMoneyVisibleTo = 'organizers';
    const closing = sampleClosing(facts);
    const pages = await pdfText(await print(closing, 'en'));
    const plan = pages.find((page) => page.includes('The fair by revenue')) ?? '';
    expect(plan).toContain('Rank 1 – 6');
    for (const { boothCode, isHeard } of closing.figures.booths) {
      expect(plan).toMatch(new RegExp(`${boothCode} ${isHeard ? '[1-6]' : '\\?'}(?![\\d.])`));
    }
    const zonesAlone = [...plan.matchAll(/[\d.]+ m ₫/g)];
    expect(zonesAlone).toHaveLength(closing.figures.zones.length);
  });

  it('leaves out of an older closing what it did not freeze', async () => {
    const { figures, ...closing } = sampleClosing(sampleFacts(12));
    const { plan: _, hourly: __, ...old } = figures;
    const text = (await pdfText(await print({ ...closing, figures: old }, 'vi'))).join(' ');
    expect(text).not.toContain('Sơ đồ hội chợ theo');
    expect(text).not.toContain('Diễn biến trong ngày');
    expect(text).toContain('Theo khu');
  });

  it('is the same file, byte for byte, whenever it is made', async () => {
    const first = await print(sampleClosing(sampleFacts(20)), 'vi');
    const second = await print(sampleClosing(sampleFacts(20)), 'vi');
    expect(second.equals(first)).toBe(true);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('prints hostile names as text and goes on', async () => {
    const facts = sampleFacts(12);
    facts.fair.isDemo = false;
    const names = [
      "Robert'); DROP TABLE fair;--",
      '<script>alert(1)</script>',
      '=HYPERLINK("http://x")',
      'đảo \u202Engược\u202C chữ',
      'hai\ndòng\tvà\u0007chuông',
      'Gian 🎪🧧',
      'x'.repeat(3_000),
      'không-dấu-cách'.repeat(40),
    ];
    names.forEach((name, at) => {
      const exhibitor = facts.exhibitors[at];
      if (exhibitor) exhibitor.name = name;
    });
    const text = (await pdfText(await print(sampleClosing(facts), 'vi'))).join(' ');
    expect(text).toContain("Robert'); DROP TABLE fair;--");
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('đảo ngược chữ');
    expect(text).toContain('hai dòng và chuông');
    expect(text).not.toContain('DỮ LIỆU THỬ NGHIỆM');
  });

  it('prints a day without anything, without shares and without ranks', async () => {
    const facts = {
      ...sampleFacts(6),
      takings: [],
      declared: [],
      lines: [],
      payments: [],
      registers: [],
      shifts: [],
      gates: [],
      soldByHour: [],
    };
    const text = (await pdfText(await print(sampleClosing(facts), 'vi'))).join(' ');
    expect(text).toContain('0 trên 6 gian đã giao');
    expect(text).toContain('chưa có lượt khách nào được đếm');
    expect(text).toContain('Chưa báo: 6 gian');
    expect(text).toContain('chưa khai báo cổng nào');
    expect(text).not.toContain('NaN');
  });

  it.each([
    ['vi', 'Ngoài ngày hội chợ'],
    ['en', "Outside the fair's days"],
  ] as const)('says in %s that a day is none of the fair', async (language, words) => {
    const closing = sampleClosing({ ...sampleFacts(6), hours: null });
    expect((await pdfText(await print(closing, language)))[0]).toContain(words);
  });

  it('prints no sum of late documents that is the money of a single booth', async () => {
    const facts = sampleFacts(12);
    const [one, two] = facts.booths;
    if (!one || !two) throw new Error('two booths');
    const late = (...booths: [string, number][]) =>
      booths.map(([boothId, vnd]) => ({ boothId, count: 1, vnd }));
    const printed = async (
      boothMoneyVisibleTo: 'officials' | 'organizers',
      booths: ReturnType<typeof late>,
    ) => {
      const fair = { ...facts.fair, boothMoneyVisibleTo };
      const since = { revision: 1, entries: 0, booths, declared: [] };
      const closing = sampleClosing({ ...facts, fair, since }, 2);
      return (await pdfText(await print(closing, 'vi'))).join(' ');
    };
    const alone = late([one.id, 98_765_432]);
    expect(await printed('officials', alone)).toContain('98.765.432');
    const withheld = await printed('organizers', alone);
    expect(withheld).not.toContain('98.765.432');
    expect(withheld).toContain('của một gian duy nhất');
    const both = await printed('organizers', late([one.id, 98_765_432], [two.id, 1]));
    expect(both).toContain('98.765.433');
    expect(both).not.toContain('98.765.432');
  });

  it('says on paper where it is looked up, by the address that was frozen with it', async () => {
    const facts = sampleFacts(6);
    const fair = { ...facts.fair, url: 'https://hoicho.example.vn' };
    const closing = sampleClosing({ ...facts, fair });
    expect(codeOf(closing.hash, closing.figures.fair.url)).toBe(
      `https://hoicho.example.vn/verify/#${closing.hash}`,
    );
    expect(codeOf(closing.hash, undefined)).toBe(closing.hash);
    const bytes = await print(closing, 'en');
    expect((await pdfText(bytes)).join(' ')).toContain('https://hoicho.example.vn/verify, to see');
    expect((await print(closing, 'en')).equals(bytes)).toBe(true);
    expect((await print(sampleClosing(facts), 'en')).equals(bytes)).toBe(false);
  });

  it('speaks English on request', async () => {
    const closing = sampleClosing(sampleFacts(12));
    const text = (await pdfText(await print(closing, 'en'))).join(' ');
    expect(text).toContain('Thursday, 30/10/2025');
    expect(text).toContain('Revenue measured at tills');
    expect(text).toContain(formatVnd(closing.totalVnd, 'en').replace(/\s/gu, ' '));
    expect(text).toContain('Page 1/');
  });

  it('lets others run while it writes', async () => {
    const closing = sampleClosing(sampleFacts(160));
    await print(closing, 'vi');
    let turns = 0;
    let isWriting = true;
    const count = () => {
      turns += 1;
      if (isWriting) setImmediate(count);
    };
    setImmediate(count);
    await print(closing, 'vi');
    isWriting = false;
    expect(turns).toBeGreaterThan(10);
  });
});
