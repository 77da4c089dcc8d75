import type { Ink, Sheet } from '../report/end-of-day/sheet';

/* Of Noto Sans, for letters that carry two marks. */
const LINE = 1.3;

/** A text broken at spaces into lines no wider than `width`; a word that is wider is broken too. */
function broken(
  sheet: Sheet,
  text: string,
  width: number,
  style: Ink,
): { lines: string[]; isTorn: boolean } {
  const fits = (line: string) => sheet.widthOf(line, style) <= width;
  const lines: string[] = [];
  let line = '';
  let isTorn = false;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      isTorn = true;
      const letters = [...line];
      let count = letters.length - 1;
      while (count > 1 && !fits(letters.slice(0, count).join(''))) count -= 1;
      lines.push(letters.slice(0, count).join(''));
      line = letters.slice(count).join('');
      if (count === letters.length) break;
    }
  }
  if (line !== '') lines.push(line);
  return { lines, isTorn };
}

export interface FittedPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Writes a text as large as its place allows, from `style.size` down to `smallest`: whole, never cut;
 * a word is torn only where the smallest letters leave no other way. Answers the height it took.
 */
export function putFitted(
  sheet: Sheet,
  text: string,
  { x, y, width, height }: FittedPlace,
  style: Ink,
  smallest = 5,
): number {
  let { size } = style;
  let found = broken(sheet, text, width, style);
  const isTooLarge = () => found.isTorn || found.lines.length * size * LINE > height;
  while (size > smallest && isTooLarge()) {
    size -= size > 20 ? 1 : 0.5;
    found = broken(sheet, text, width, { ...style, size });
  }
  for (const [at, line] of found.lines.entries()) {
    /* A hair more room than measured: a line that just fits must not be broken again. */
    const place =
      style.align === 'center' ? { x: x - 1, width: width + 2 } : { x, width: width + 2 };
    sheet.put('P', line, { ...place, y: y + at * size * LINE }, { ...style, size });
  }
  return found.lines.length * size * LINE;
}
