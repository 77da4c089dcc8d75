import { formatVnd } from '@phien/kernel';
import { headWithDayBars } from '../paper/day-bars';
import { dayInFigures } from '../paper/day-in-figures';
import { checkBox, drawPaper, type PaperLook, signatures } from '../paper/paper-sheet';
import { band, demoBox, pill } from '../report/end-of-day/head-parts';
import { millions, whole } from '../report/end-of-day/page';
import { ink, type Sheet } from '../report/end-of-day/sheet';
import { type EndOfDayWords, endOfDayWords } from '../report/end-of-day.words';
import type { Progress } from '../report/report-subject';
import type { ReportLanguage } from '../report/report.rules';
import type { FinalReportContent } from './final-report.rules';
import { type FinalReportWords, finalReportWords } from './final-report.words';
import { paragraphsOf } from './long-text';
import { type ToldReport, toldReport } from './told-report';

interface Page {
  content: FinalReportContent;
  contentHash: string;
  language: ReportLanguage;
  told: ToldReport;
  words: FinalReportWords;
  common: EndOfDayWords;
  sheet: Sheet;
}

const sections: readonly ((page: Page) => void | Promise<void>)[] = [
  head,
  fields,
  days,
  comparison,
  seal,
];

const FIELD = { no: 24, name: 150, gap: 12 };

/** The report on a fair as a PDF (A4, tagged, with bookmarks): the same content, the same bytes. */
export function writeFinalReport(
  subject: { content: FinalReportContent; contentHash: string; language: ReportLanguage },
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  const { content, contentHash, language } = subject;
  const words = finalReportWords[language];
  const look: PaperLook = {
    title: words.title,
    fair: content.fair,
    language,
    asOf: content.asOf,
    contentHash,
  };
  const told = toldReport(content, language);
  const page = { content, contentHash, language, told, words, common: endOfDayWords[language] };
  return drawPaper<Page>(look, sections, (sheet) => ({ ...page, sheet }), onProgress);
}

function head({ content, told, common, sheet }: Page): void {
  band(sheet, { title: told.title, name: told.fairName, place: told.venue });
  if (content.fair.isDemo) demoBox(sheet, common);
  pill(sheet, told.state, content.isProvisional ? 'warn' : 'ok');
  sheet.y += 4;
  sheet.put(
    'P',
    `${common.closedAtLabel} ${told.asOf}`,
    { x: sheet.left, y: sheet.y, width: sheet.width - 160 },
    { size: 9 },
  );
  sheet.y += 22;
  sheet.paragraph(told.stateNote);
}

/* Number and name stand at the left; what a field says may run over pages, paragraph by paragraph. */
async function fields({ told, words, sheet }: Page): Promise<void> {
  sheet.heading(words.fields);
  const textLeft = sheet.left + FIELD.no + FIELD.name + FIELD.gap;
  const textWidth = sheet.right - textLeft;
  for (const field of told.fields) {
    const name = { size: 9, weight: 'semibold' as const };
    const nameHeight = sheet.heightOf(field.name, FIELD.name, name);
    sheet.ensure(Math.max(nameHeight, 28) + 8);
    const top = sheet.y;
    sheet.put('P', `${field.no}.`, { x: sheet.left, y: top, width: FIELD.no }, name);
    sheet.put('P', field.name, { x: sheet.left + FIELD.no, y: top, width: FIELD.name }, name);
    let leastBottom = top + nameHeight;
    const write = (text: string, style: { size: number; colour?: string }) => {
      const height = sheet.heightOf(text, textWidth, style);
      const before = sheet.y;
      sheet.ensure(height);
      if (sheet.y < before) leastBottom = 0;
      sheet.put('P', text, { x: textLeft, y: sheet.y, width: textWidth }, style);
      sheet.y += height + 2;
    };
    for (const text of paragraphsOf(field.text)) write(text, { size: 9.4 });
    for (const text of paragraphsOf(field.source)) write(text, { size: 7.6, colour: ink.muted });
    sheet.y = Math.max(sheet.y, leastBottom) + 5;
    sheet.rule(sheet.y - 2, ink.line, 0.5);
    sheet.y += 3;
    await sheet.pause();
  }
}

async function days({ content, told, words, language, sheet }: Page): Promise<void> {
  const cells = (day: ToldReport['total']) => [
    day.day,
    day.closing,
    day.revenue,
    day.declared,
    day.sales,
    day.visits,
  ];
  const right = (title: string, width: number) => ({ title, width, align: 'right' as const });
  const heading = headWithDayBars(sheet, words.days, [
    {
      title: words.revenueByDay,
      days: content.days.map(({ day, revenueVnd }) => ({ day, value: revenueVnd })),
      short: (amount) => millions(amount, language),
      whole: (amount) => formatVnd(amount, language),
    },
    {
      title: words.visitsByDay,
      days: content.days.map(({ day, entries }) => ({ day, value: entries })),
      short: (count) => whole(count, language),
      whole: (count) => whole(count, language),
    },
  ]);
  await sheet.table({
    heading,
    columns: [
      { title: words.dayColumn },
      { title: words.closingColumn, width: 74 },
      right(words.revenueColumn, 106),
      right(words.declaredColumn, 106),
      right(words.salesColumn, 66),
      right(words.visitsColumn, 76),
    ],
    rows: told.days.map(cells),
    closingRows: [cells(told.total)],
  });
}

async function comparison({ told, words, sheet }: Page): Promise<void> {
  if (told.comparison === null) {
    sheet.paragraph(words.noComparison);
    return;
  }
  const { title, note, lines, sources } = told.comparison;
  await sheet.table({
    heading: title,
    columns: [
      { title: words.measureColumn },
      { title: words.ownColumn, width: 108, align: 'right' },
      { title: words.baseColumn, width: 150, align: 'right' },
      { title: words.growthColumn, width: 130, align: 'right' },
    ],
    rows: lines.map(({ measure, own, base, growth }) => [measure, own, base, growth]),
  });
  sheet.paragraph(note);
  if (sources.length > 0) {
    sheet.subheading(words.sources);
    for (const source of sources) sheet.paragraph(source, { size: 8, colour: ink.muted });
  }
}

function seal({ content, contentHash, language, words, common, sheet }: Page): void {
  const closed = content.days.filter(({ closingHash }) => closingHash !== null);
  /* Whole on its page where it can be: nobody signs a page that says nothing. */
  sheet.heading(words.seal, Math.min(600, 330 + 17 * closed.length));
  if (closed.length > 0) sheet.subheading(words.closings);
  for (const { day, revision, closingHash } of closed) {
    sheet.paragraph(`${dayInFigures(day)} · ${common.revision(revision ?? 0)} · ${closingHash}`, {
      size: 8,
      colour: ink.muted,
    });
  }
  checkBox(sheet, [[words.contentHash, contentHash]], {
    fair: content.fair,
    language,
    contentHash,
  });
  signatures(sheet, [words.signLeft, words.signRight], common.signHere);
}
