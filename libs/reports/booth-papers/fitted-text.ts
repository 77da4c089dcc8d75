import type { Ink, Place, Sheet } from '../report/end-of-day/sheet';

/* Of Noto Sans, for letters that carry two marks. */
const LINE = 1.3;
const MEASURED_AT = 100;
/* Words side by side may be a hair wider than each by itself. */
const SLACK = 1.01;

/** Words as they stand on lines of a width, each word as wide as said. */
export function linesOfWords(
  words: readonly { text: string; width: number }[],
  width: number,
  space: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words) {
    const longer = used + space + word.width;
    if (line !== '' && longer <= width) {
      line += ` ${word.text}`;
      used = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word.text;
    used = word.width;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Writes a text as large as its place allows, from `style.size` down to `smallest`: whole, never cut;
 * a word is torn only where the smallest letters leave no other way. Words are measured once, for a
 * text grows with its letters: measuring at every size took most of the time of a page.
 */
export function putFitted(sheet: Sheet, text: string, at: Place, style: Ink, smallest = 5): void {
  const widthOf = (part: string) =>
    (sheet.widthOf(part, { ...style, size: MEASURED_AT }) / MEASURED_AT) * SLACK;
  const words = text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => ({ text: word, width: widthOf(word) }));
  const space = widthOf(' ');
  const widest = Math.max(0, ...words.map(({ width }) => width));
  const linesAt = (size: number) => linesOfWords(words, at.width / size, space);
  let { size } = style;
  let lines = linesAt(size);
  const isTooLarge = () => widest * size > at.width || lines.length * size * LINE > at.height;
  while (size > smallest && isTooLarge()) {
    size -= size > 20 ? 1 : 0.5;
    lines = linesAt(size);
  }
  const shown = lines.flatMap((line) => torn(line, at.width / size, widthOf));
  for (const [row, line] of shown.entries()) {
    const centred = style.align === 'center';
    /* More room than measured: a line that just fits must not be broken again. */
    const place = centred ? { x: at.x - 1, width: at.width + 2 } : { x: at.x, width: at.width + 2 };
    sheet.put('P', line, { ...place, y: at.y + row * size * LINE }, { ...style, size });
  }
}

function torn(line: string, width: number, widthOf: (part: string) => number): string[] {
  if (widthOf(line) <= width) return [line];
  const letters = [...line];
  let count = letters.length - 1;
  while (count > 1 && widthOf(letters.slice(0, count).join('')) > width) count -= 1;
  return count < 1
    ? [line]
    : [letters.slice(0, count).join(''), ...torn(letters.slice(count).join(''), width, widthOf)];
}
