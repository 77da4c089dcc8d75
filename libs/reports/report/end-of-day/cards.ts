import { fitted } from './page';
import { ink, type Sheet } from './sheet';

/** A figure in a box: what it is, the figure, and how it was taken. */
export type Card = readonly [label: string, figure: string, note: string];

const GAP = 10;
const HEIGHT = 64;

/** Figures in boxes, three in a row; the first one leads. Leaves `y` below them. */
export function cards(sheet: Sheet, all: readonly Card[]): void {
  const width = (sheet.width - 2 * GAP) / 3;
  const top = sheet.y;
  for (const [at, [label, figure, note]] of all.entries()) {
    const x = sheet.left + (at % 3) * (width + GAP);
    const y = top + Math.floor(at / 3) * (HEIGHT + GAP);
    const text = { x: x + 11, width: width - 18 };
    sheet.box({ x, y, width, height: HEIGHT }, ink.quiet, 6);
    if (at === 0) sheet.box({ x, y: y + 6, width: 3, height: HEIGHT - 12 }, ink.brand);
    sheet.put('P', label, { ...text, y: y + 8 }, { size: 8.8, colour: ink.muted });
    const style = fitted(sheet, figure, text.width, {
      size: 17,
      weight: 'bold',
      colour: ink.brand,
    });
    sheet.put('P', figure, { ...text, y: y + 22 + (17 - style.size) * 0.7 }, style);
    sheet.put(
      'P',
      note,
      { ...text, y: y + 46 },
      fitted(sheet, note, text.width, { size: 7.8, colour: ink.muted }, 6),
    );
  }
  sheet.y = top + Math.ceil(all.length / 3) * (HEIGHT + GAP) + 2;
}
