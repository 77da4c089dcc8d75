import { formatVnd } from '@phien/kernel';
import { headWithDayBars } from '../paper/day-bars';
import { dayInFigures } from '../paper/day-in-figures';
import { checkBox, drawPaper, type PaperLook, signatures, timeAndDay } from '../paper/paper-sheet';
import { quantityInWords } from '../paper/quantity';
import { cards } from '../report/end-of-day/cards';
import { band, dayInWords, demoBox, localTime, pill } from '../report/end-of-day/head-parts';
import { millions, money, shares, signed, whole } from '../report/end-of-day/page';
import { type Cell, type Column, ink, type Sheet } from '../report/end-of-day/sheet';
import { type EndOfDayWords, endOfDayWords } from '../report/end-of-day.words';
import type { Progress } from '../report/report-subject';
import type { ReportLanguage } from '../report/report.rules';
import type { StatedDocument, StatementContent } from './statement.rules';
import { statementTitle, type StatementWords, statementWords } from './statement.words';

interface Page {
  content: StatementContent;
  contentHash: string;
  language: ReportLanguage;
  words: StatementWords;
  common: EndOfDayWords;
  sheet: Sheet;
}

/** In the order they are read. */
const sections: readonly ((page: Page) => void | Promise<void>)[] = [
  head,
  figures,
  days,
  products,
  methods,
  vat,
  booths,
  shifts,
  takenBack,
  late,
  setAside,
  definitions,
  seal,
];

/** An exhibitor's statement as a PDF (A4, tagged, with bookmarks): the same content, the same bytes. */
export function writeStatement(
  subject: { content: StatementContent; contentHash: string; language: ReportLanguage },
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  const { content, contentHash, language } = subject;
  const words = statementWords[language];
  const look: PaperLook = {
    title: statementTitle(content, words),
    fair: content.fair,
    language,
    asOf: content.asOf,
    contentHash,
  };
  const told = { ...subject, words, common: endOfDayWords[language] };
  return drawPaper<Page>(look, sections, (sheet) => ({ ...told, sheet }), onProgress);
}

function head({ content, words, common, sheet }: Page): void {
  const { fair, exhibitor, day, days: all, isProvisional } = content;
  band(sheet, {
    title: words.title,
    name: exhibitor.name,
    place: [common.pick(fair.nameVi, fair.nameEn), common.pick(fair.venueVi, fair.venueEn)].join(
      ' · ',
    ),
  });
  if (fair.isDemo) demoBox(sheet, common);
  const period = day === null ? words.wholeFair : dayInWords(day, common);
  const [only] = all;
  sheet.put(
    'P',
    period,
    { x: sheet.left, width: sheet.width, y: sheet.y },
    { size: 15, weight: 'bold' },
  );
  pill(
    sheet,
    isProvisional
      ? words.provisional
      : day !== null && only?.revision
        ? words.closedAt(only.revision)
        : words.closed,
    isProvisional ? 'warn' : 'ok',
  );
  const { time, date } = localTime(new Date(content.asOf), fair.timeZone);
  sheet.y += 27;
  sheet.paragraph(common.asOf(time, date, common.timeZone(fair.timeZone)), { size: 9 });
  sheet.paragraph(isProvisional ? words.provisionalNote : words.closedNote);
  sheet.paragraph(
    [words.taxCode(exhibitor.taxCode), ...(exhibitor.paysVat ? [] : [words.noVat])].join(' · '),
  );
  sheet.y += 5;
}

function figures({ content, words, common, language, sheet }: Page): void {
  const { totals, vat: rates } = content;
  const vnd = (amount: number) => formatVnd(amount, language);
  const taxed = rates.filter(({ vatVnd }) => vatVnd !== null);
  cards(sheet, [
    [words.revenue, vnd(totals.revenueVnd), words.revenueNote],
    [words.sales, whole(totals.salesCount, language), words.salesNote(vnd(totals.salesVnd))],
    [
      words.takenBack,
      vnd(totals.refundVnd + totals.voidVnd),
      common.refundsNote(whole(totals.refundCount, language), whole(totals.voidCount, language)),
    ],
    totals.declaredVnd === null
      ? [words.declared, '–', words.notDeclared]
      : [words.declared, vnd(totals.declaredVnd), words.declaredNote],
    taxed.length === 0
      ? [words.vat, '–', words.noVat]
      : [words.vat, vnd(taxed.reduce((sum, { vatVnd }) => sum + (vatVnd ?? 0), 0)), words.vatNote],
    [words.documents, whole(totals.documentCount, language), words.documentsNote],
  ]);
}

const right = (title: string, width: number): Column => ({ title, width, align: money });

async function days({ content, words, common, language, sheet }: Page): Promise<void> {
  const show = (amount: number) => whole(amount, language);
  const { days: all, totals } = content;
  if (content.day !== null) return;
  const heading = headWithDayBars(sheet, words.byDay, [
    {
      title: words.byDayPicture,
      days: all.map(({ day, revenueVnd }) => ({ day, value: revenueVnd })),
      short: (amount) => millions(amount, language),
      whole: (amount) => formatVnd(amount, language),
    },
  ]);
  await sheet.table({
    heading,
    columns: [
      { title: words.dayColumn },
      { title: words.revisionColumn, width: 62 },
      right(common.salesColumn, 52),
      right(words.salesVndColumn, 82),
      right(words.refundsColumn, 76),
      right(words.voidsColumn, 70),
      right(common.revenueColumn, 84),
    ],
    rows: all.map((day) => [
      dayInFigures(day.day),
      day.revision === null ? words.notClosed : common.revision(day.revision),
      show(day.salesCount),
      show(day.salesVnd),
      show(day.refundVnd),
      show(day.voidVnd),
      show(day.revenueVnd),
    ]),
    closingRows: [
      [
        common.total,
        '',
        show(totals.salesCount),
        show(totals.salesVnd),
        show(totals.refundVnd),
        show(totals.voidVnd),
        show(totals.revenueVnd),
      ],
    ],
  });
}

async function products({ content, words, common, language, sheet }: Page): Promise<void> {
  const all = content.products;
  const bars = shares(
    all.map(({ revenueVnd }) => revenueVnd),
    language,
  );
  const quantity = (milli: number) => quantityInWords(milli, language);
  await sheet.table({
    heading: words.byProduct,
    columns: [
      { title: words.productColumn },
      { title: words.unitColumn, width: 58 },
      right(words.soldColumn, 56),
      right(words.returnedColumn, 52),
      right(common.revenueColumn, 88),
      right(common.shareColumn, 96),
    ],
    rows: all.map((product, at) => [
      product.name,
      product.unit,
      quantity(product.soldMilli),
      product.returnedMilli === 0 ? '–' : quantity(product.returnedMilli),
      whole(product.revenueVnd, language),
      bars[at] ?? '',
    ]),
    closingRows: [[common.total, '', '', '', whole(content.totals.revenueVnd, language), '']],
  });
}

async function methods({ content, words, common, language, sheet }: Page): Promise<void> {
  const show = (amount: number) => whole(amount, language);
  const all = content.methods;
  const bars: Cell[] = shares(
    all.map(({ netVnd }) => netVnd),
    language,
  );
  const sum = (of: (row: (typeof all)[number]) => number) =>
    show(all.reduce((total, row) => total + of(row), 0));
  await sheet.table({
    heading: words.byMethod,
    columns: [
      { title: common.methodColumn },
      right(common.paymentsColumn, 80),
      right(words.receivedColumn, 86),
      right(words.givenBackColumn, 80),
      right(words.netColumn, 86),
      right(common.shareColumn, 92),
    ],
    rows: all.map((row, at) => [
      common.methods[row.method],
      show(row.paymentCount),
      show(row.receivedVnd),
      show(row.givenBackVnd),
      show(row.netVnd),
      bars[at] ?? '',
    ]),
    closingRows: [
      [
        common.total,
        sum(({ paymentCount }) => paymentCount),
        sum(({ receivedVnd }) => receivedVnd),
        sum(({ givenBackVnd }) => givenBackVnd),
        sum(({ netVnd }) => netVnd),
        '',
      ],
    ],
  });
}

async function vat({ content, words, common, language, sheet }: Page): Promise<void> {
  const show = (amount: number | null) => (amount === null ? '–' : whole(amount, language));
  await sheet.table({
    heading: words.byVat,
    columns: [
      { title: words.rateColumn },
      right(words.amountColumn, 130),
      right(words.vatColumn, 110),
    ],
    rows: content.vat.map((row) => [
      words.rate(row.ratePercent),
      show(row.amountVnd),
      show(row.vatVnd),
    ]),
    closingRows: [
      [
        common.total,
        show(content.totals.revenueVnd),
        show(content.vat.reduce((total, { vatVnd }) => total + (vatVnd ?? 0), 0)),
      ],
    ],
  });
}

async function booths({ content, words, common, language, sheet }: Page): Promise<void> {
  if (content.booths.length < 2) return;
  await sheet.table({
    heading: words.byBooth,
    columns: [
      { title: common.boothColumn },
      right(common.salesColumn, 80),
      right(common.revenueColumn, 120),
    ],
    rows: content.booths.map((booth) => [
      booth.boothCode,
      whole(booth.salesCount, language),
      whole(booth.revenueVnd, language),
    ]),
    closingRows: [
      [
        common.total,
        whole(content.totals.salesCount, language),
        whole(content.totals.revenueVnd, language),
      ],
    ],
  });
}

async function shifts({ content, words, common, language, sheet }: Page): Promise<void> {
  const all = content.shifts;
  if (all.length === 0) return;
  const show = (amount: number | null) => (amount === null ? '–' : whole(amount, language));
  /* Of one day its date is said already. */
  const time = ({ openedAt, day }: (typeof all)[number]) => {
    if (openedAt === null) return dayInFigures(day);
    const whole = timeAndDay(openedAt, content.fair.timeZone);
    return content.day === null ? whole : whole.slice(0, 5);
  };
  const differenceVnd = all.reduce((sum, shift) => sum + (shift.differenceVnd ?? 0), 0);
  sheet.heading(words.byShift);
  sheet.paragraph(words.shiftNote);
  await sheet.table({
    columns: [
      { title: common.openedColumn, width: content.day === null ? 83 : 60 },
      { title: common.cashierColumn },
      right(common.floatColumn, 54),
      right(common.cashSalesColumn, 64),
      right(common.cashMovedColumn, 56),
      right(common.expectedColumn, 60),
      right(common.countedColumn, 60),
      right(common.cashDifferenceColumn, 54),
    ],
    rows: all.map((shift) => [
      time(shift),
      `${shift.registerName} · ${shift.cashier}`,
      show(shift.floatVnd),
      show(shift.cashVnd),
      show(shift.movedVnd),
      show(shift.expectedVnd),
      shift.countedVnd === null ? common.shiftOpen : show(shift.countedVnd),
      shift.differenceVnd === null ? '–' : signed(shift.differenceVnd, language),
    ]),
    closingRows: [
      [
        common.total,
        '',
        '',
        show(all.reduce((sum, shift) => sum + shift.cashVnd, 0)),
        '',
        '',
        '',
        signed(differenceVnd, language),
      ],
    ],
  });
}

async function takenBack(page: Page): Promise<void> {
  const { content, words, sheet } = page;
  if (content.takenBack.length === 0) {
    sheet.heading(words.takenBackList);
    return sheet.paragraph(words.takenBackNone);
  }
  await listed(page, words.takenBackList, content.takenBack, {
    title: words.originalColumn,
    of: (one) => one.originalNumber ?? '–',
  });
}

async function late(page: Page): Promise<void> {
  const { content, words, common, sheet } = page;
  if (content.late.length === 0) return;
  sheet.heading(words.late);
  sheet.paragraph(words.lateNote);
  await listed(page, undefined, content.late, {
    title: words.revisionColumn,
    of: ({ revision }) => (revision === null ? words.notClosed : common.revision(revision)),
  });
}

async function listed(
  { words, common, content, language, sheet }: Page,
  heading: string | undefined,
  all: readonly StatedDocument[],
  last: { title: string; of: (one: StatedDocument) => string },
): Promise<void> {
  await sheet.table({
    heading,
    columns: [
      { title: words.numberColumn, width: 70 },
      { title: words.kindColumn, width: 66 },
      { title: words.timeColumn, width: 88 },
      { title: common.cashierColumn },
      { title: last.title, width: 72 },
      right(words.moneyColumn, 84),
    ],
    rows: all.map((one) => [
      one.number,
      words.kinds[one.kind] ?? one.kind,
      timeAndDay(one.at, content.fair.timeZone),
      one.cashier,
      last.of(one),
      whole(one.totalVnd, language),
    ]),
    closingRows: [
      [
        common.total,
        '',
        '',
        '',
        '',
        whole(
          all.reduce((sum, { totalVnd }) => sum + totalVnd, 0),
          language,
        ),
      ],
    ],
  });
}

async function setAside({ content, words, common, language, sheet }: Page): Promise<void> {
  const all = content.setAside;
  if (all.length === 0) return;
  sheet.heading(words.setAside);
  sheet.paragraph(words.setAsideNote, { size: 9, colour: ink.warn.text });
  await sheet.table({
    columns: [
      { title: words.numberColumn, width: 74 },
      { title: words.kindColumn, width: 66 },
      { title: words.dayColumn, width: 62 },
      { title: words.whyColumn },
      right(words.moneyColumn, 84),
    ],
    rows: all.map((one) => [
      one.number,
      one.kind === null ? words.unreadable : (words.kinds[one.kind] ?? one.kind),
      dayInFigures(one.day),
      common.pick(one.whyVi, one.whyEn),
      one.totalVnd === null ? '–' : whole(one.totalVnd, language),
    ]),
  });
}

async function definitions({ words, sheet }: Page): Promise<void> {
  sheet.heading(words.definitions);
  for (const [term, meaning] of words.definitionList) {
    sheet.definition(term, meaning);
    await sheet.pause();
  }
}

function seal({ content, contentHash, language, words, common, sheet }: Page): void {
  const closings = content.days.filter(({ closingHash }) => closingHash !== null);
  /* Whole on its page where it can be: nobody signs a page that says nothing. */
  sheet.heading(words.seal, Math.min(600, 370 + 17 * closings.length));
  if (closings.length > 0) sheet.subheading(words.closingHashes);
  for (const { day, revision, closingHash } of closings) {
    sheet.paragraph(`${dayInFigures(day)} · ${common.revision(revision ?? 0)} · ${closingHash}`, {
      size: 8,
      colour: ink.muted,
    });
  }
  checkBox(
    sheet,
    [
      [words.documentsHash, content.documentsHash],
      [words.contentHash, contentHash],
    ],
    { fair: content.fair, language, contentHash },
  );
  sheet.paragraph(words.sealNote);
  signatures(sheet, [words.prepared, words.confirmed], common.signHere);
}
