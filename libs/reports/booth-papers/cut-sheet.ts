import { ink, type Place, Sheet } from '../report/end-of-day/sheet';
import type { BoothPaperContent } from './booth-paper.rules';

const PAGE = { width: 595.28, height: 841.89 };
const TICK = 12;
const WHOLE_PAGE = 10_000;

/** A sheet whose pages are cut into equal cards: by rows and columns, without waste. */
export function openCutSheet(
  title: string,
  { fair, asOf }: BoothPaperContent,
  language: 'vi' | 'en',
): Sheet {
  return new Sheet(
    {
      title: `${title} – ${language === 'vi' ? fair.nameVi : fair.nameEn}`,
      author: language === 'vi' ? fair.nameVi : fair.nameEn,
      language: language === 'vi' ? 'vi-VN' : 'en-GB',
      madeAt: new Date(asOf),
    },
    () => undefined,
  );
}

/** Draws each thing on a card of its own, with marks where to cut. */
export async function drawCards<Thing>(
  sheet: Sheet,
  things: readonly Thing[],
  { rows, columns }: { rows: number; columns: number },
  draw: (thing: Thing, card: Place) => void,
): Promise<Buffer> {
  const [width, height] = [PAGE.width / columns, PAGE.height / rows];
  for (const [at, thing] of things.entries()) {
    const place = at % (rows * columns);
    if (place === 0) {
      if (at > 0) sheet.ensure(WHOLE_PAGE);
      marks(sheet, { rows, columns, width, height });
    }
    draw(thing, {
      x: (place % columns) * width,
      y: Math.floor(place / columns) * height,
      width,
      height,
    });
    await sheet.pause();
  }
  return sheet.finish(() => undefined);
}

/* A tick at each edge of the page and a cross where four cards meet. */
function marks(
  sheet: Sheet,
  of: { rows: number; columns: number; width: number; height: number },
): void {
  const line = 0.5;
  const down = Array.from({ length: of.rows - 1 }, (_, at) => (at + 1) * of.height);
  const across = Array.from({ length: of.columns - 1 }, (_, at) => (at + 1) * of.width);
  for (const y of down) {
    for (const x of [0, ...across, PAGE.width]) {
      sheet.rule(y, ink.edge, line, Math.max(0, x - TICK), Math.min(PAGE.width, x + TICK));
    }
  }
  for (const x of across) {
    for (const y of [0, ...down, PAGE.height]) {
      const top = Math.max(0, y - TICK);
      const bottom = Math.min(PAGE.height, y + TICK);
      sheet.box({ x: x - line / 2, y: top, width: line, height: bottom - top }, ink.edge);
    }
  }
}
