import { fitted, oneLine } from '../report/end-of-day/page';
import { codeOf } from '../report/end-of-day/seal';
import { localTime } from '../report/end-of-day/head-parts';
import { ink, type Ink, Sheet } from '../report/end-of-day/sheet';
import { endOfDayWords } from '../report/end-of-day.words';
import type { Progress } from '../report/report-subject';
import type { ReportLanguage } from '../report/report.rules';
import type { PaperFair } from '../statement/exhibitor-facts';

/** What stands on every page of a paper. */
export interface PaperLook {
  /** The title with what it is about, as the file is named and at the right of each head. */
  title: string;
  fair: PaperFair;
  language: ReportLanguage;
  /** ISO 8601: it dates the file, so the same paper is the same bytes. */
  asOf: string;
  /** Hex. */
  contentHash: string;
}

/* What is left when every section is drawn: cutting the fonts and packing the pages. */
const DRAWN_PERCENT = 70;

/** Draws a paper section by section on a sheet of its look, others going on between them; its bytes. */
export async function drawPaper<Page>(
  look: PaperLook,
  sections: readonly ((page: Page) => void | Promise<void>)[],
  pageOn: (sheet: Sheet) => Page,
  onProgress: Progress,
): Promise<Buffer> {
  const sheet = openPaperSheet(look);
  const page = pageOn(sheet);
  await sheet.openFonts();
  for (const [at, section] of sections.entries()) {
    onProgress(Math.round((DRAWN_PERCENT * at) / sections.length));
    await section(page);
    await sheet.pause();
  }
  onProgress(DRAWN_PERCENT);
  const bytes = await finishPaperSheet(sheet, look);
  onProgress(100);
  return bytes;
}

/* A tagged sheet that looks as the report of a day does. */
function openPaperSheet({ title, fair, language, asOf }: PaperLook): Sheet {
  const fairName = endOfDayWords[language].pick(fair.nameVi, fair.nameEn);
  return new Sheet(
    {
      title: `${title} – ${fairName}`,
      author: fairName,
      language: language === 'vi' ? 'vi-VN' : 'en-GB',
      madeAt: new Date(asOf),
    },
    (sheet) => {
      const style: Ink = { size: 8, colour: ink.muted };
      const right = oneLine(sheet, title, sheet.width * 0.62, style);
      const rightWidth = sheet.widthOf(right, style) + 2;
      const leftWidth = sheet.width - rightWidth - 16;
      sheet.write(
        oneLine(sheet, fairName, leftWidth, style),
        { x: sheet.left, y: 28, width: leftWidth + 8 },
        style,
      );
      sheet.write(
        right,
        { x: sheet.right - rightWidth, y: 28, width: rightWidth },
        { ...style, align: 'right' },
      );
      sheet.rule(44, ink.line, 0.6);
    },
  );
}

/* Ends the document with its foot on every page; answers the bytes. */
function finishPaperSheet(
  sheet: Sheet,
  { fair, language, contentHash }: PaperLook,
): Promise<Buffer> {
  const words = endOfDayWords[language];
  return sheet.finish((paper, page, pages) => {
    const style: Ink = { size: 8, colour: ink.muted };
    const y = 806;
    paper.rule(y - 7, ink.line, 0.6);
    paper.write(`SHA-256 ${contentHash.slice(0, 16)}…`, { x: paper.left, y, width: 170 }, style);
    if (fair.isDemo) {
      paper.write(
        words.demo,
        { x: paper.left, y, width: paper.width },
        { size: 8, weight: 'bold', colour: ink.warn.text, align: 'center' },
      );
    }
    paper.write(
      words.page(page, pages),
      { x: paper.right - 120, y, width: 120 },
      { ...style, align: 'right' },
    );
  });
}

/** "18:05 28/10/2025" on the fair's wall. */
export function timeAndDay(iso: string, timeZone: string): string {
  const { time, date } = localTime(new Date(iso), timeZone);
  return `${time.slice(0, 5)} ${date}`;
}

const QR_SIZE = 104;

/**
 * Labels and texts in a quiet box, such as hashes to compare, beside the code that leads to `/verify`
 * with the hash of what the paper says; below it, how to look the paper up. Leaves `y` below them.
 */
export function checkBox(
  sheet: Sheet,
  rows: readonly (readonly [string, string])[],
  { fair, language, contentHash }: Pick<PaperLook, 'fair' | 'language' | 'contentHash'>,
): void {
  const words = endOfDayWords[language];
  const height = Math.max(rows.length * 31 + 12, QR_SIZE + 16);
  sheet.ensure(height + 8);
  const top = sheet.y + 2;
  sheet.box({ x: sheet.left, y: top, width: sheet.width, height }, ink.quiet, 6);
  for (const [at, [label, text]] of rows.entries()) {
    const y = top + 9 + at * 31;
    const place = { x: sheet.left + 12, width: sheet.width - QR_SIZE - 30 };
    sheet.put('P', label, { ...place, y }, { size: 8, colour: ink.muted });
    sheet.put(
      'P',
      text,
      { ...place, y: y + 12 },
      fitted(sheet, text, place.width, { size: 9.5, weight: 'semibold' }, 7),
    );
  }
  sheet.qr(codeOf(contentHash, fair.url), words.paperQrLabel, {
    x: sheet.right - QR_SIZE - 8,
    y: top + (height - QR_SIZE) / 2,
    size: QR_SIZE,
  });
  sheet.y = top + height + 8;
  sheet.paragraph(words.paperVerifyNote(fair.url === undefined ? null : `${fair.url}/verify`));
}

/** Places for two people to sign, side by side. */
export function signatures(sheet: Sheet, titles: readonly [string, string], here: string): void {
  sheet.ensure(112);
  sheet.y += 12;
  const half = sheet.width / 2;
  for (const [at, title] of titles.entries()) {
    const place = { x: sheet.left + at * half, width: half };
    const centred = { align: 'center' as const };
    sheet.put('P', title, { ...place, y: sheet.y }, { size: 10, weight: 'semibold', ...centred });
    sheet.put(
      'P',
      here,
      { ...place, y: sheet.y + 15 },
      { size: 8.5, colour: ink.muted, ...centred },
    );
  }
  sheet.y += 100;
}
