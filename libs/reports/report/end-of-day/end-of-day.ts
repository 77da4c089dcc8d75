import { endOfDayWords } from '../end-of-day.words';
import type { Progress, ReportSubject } from '../report-subject';
import { booths } from './booths';
import { course } from './course';
import { coverage } from './coverage';
import { definitions } from './definitions';
import { keyFigures } from './key-figures';
import { masthead } from './masthead';
import { oneLine, type Page } from './page';
import { parts } from './parts';
import { plan } from './plan';
import { seal } from './seal';
import { shifts } from './shifts';
import { ink, type Ink, Sheet } from './sheet';
import { since } from './since';
import { visits } from './visits';

/** The sections in the order they are read; a table pauses between its rows by itself. */
const sections: readonly ((page: Page) => void | Promise<void>)[] = [
  masthead,
  keyFigures,
  course,
  plan,
  parts,
  visits,
  since,
  booths,
  shifts,
  coverage,
  definitions,
  seal,
];

/** What is left when every section is drawn: cutting the fonts and packing the pages. */
const DRAWN_PERCENT = 70;

/**
 * The end-of-day report of one revision as a PDF (A4, tagged, the fair's own time). Made of the
 * closing alone and dated by it, so the same revision always gives the same bytes.
 */
export async function writeEndOfDay(
  subject: ReportSubject,
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  const { closing, language, isBoothMoneyShown } = subject;
  const words = endOfDayWords[language];
  const { fair } = closing.figures;
  const date = closing.day.split('-').reverse().join('/');
  const fairName = words.pick(fair.nameVi, fair.nameEn);
  const sheet = new Sheet(
    {
      title: `${words.title} ${date} – ${fairName}`,
      author: fairName,
      language: language === 'vi' ? 'vi-VN' : 'en-GB',
      madeAt: closing.closedAt,
    },
    (paper) =>
      runningHead(paper, fairName, `${words.title} ${date} · ${words.revision(closing.revision)}`),
  );
  const page: Page = { closing, words, language, isBoothMoneyShown, sheet };

  await sheet.openFonts();
  for (const [at, section] of sections.entries()) {
    onProgress(Math.round((DRAWN_PERCENT * at) / sections.length));
    await section(page);
    await sheet.pause();
  }
  onProgress(DRAWN_PERCENT);
  const bytes = await sheet.finish((paper, number, pages) => foot(page, paper, number, pages));
  onProgress(100);
  return bytes;
}

function runningHead(paper: Sheet, fairName: string, right: string): void {
  const style: Ink = { size: 8, colour: ink.muted };
  const rightWidth = paper.widthOf(right, style) + 2;
  const leftWidth = paper.width - rightWidth - 16;
  paper.write(
    oneLine(paper, fairName, leftWidth, style),
    { x: paper.left, y: 28, width: leftWidth + 8 },
    style,
  );
  paper.write(
    right,
    { x: paper.right - rightWidth, y: 28, width: rightWidth },
    { ...style, align: 'right' },
  );
  paper.rule(44, ink.line, 0.6);
}

function foot({ closing, words }: Page, paper: Sheet, number: number, pages: number): void {
  const style: Ink = { size: 8, colour: ink.muted };
  const y = 806;
  paper.rule(y - 7, ink.line, 0.6);
  paper.write(`SHA-256 ${closing.hash.slice(0, 16)}…`, { x: paper.left, y, width: 170 }, style);
  if (closing.figures.fair.isDemo) {
    paper.write(
      words.demo,
      { x: paper.left, y, width: paper.width },
      { size: 8, weight: 'bold', colour: ink.warn.text, align: 'center' },
    );
  }
  paper.write(
    words.page(number, pages),
    { x: paper.right - 120, y, width: 120 },
    { ...style, align: 'right' },
  );
}
