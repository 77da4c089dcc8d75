import type { Letters, Pen } from './pen';

/** The letters as large as a line still fits into `width`, down to `least`. */
export function fitted(
  pen: Pen,
  text: string,
  width: number,
  letters: Letters,
  least: number,
): Letters {
  const size = letters.size * Math.min(1, width / Math.max(pen.widthOf(text, letters), 0.01));
  return { ...letters, size: Math.max(size, Math.min(least, letters.size)) };
}

/** A text as one line of at most `width`, its end left out where it is longer. */
export function oneLine(pen: Pen, text: string, width: number, letters: Letters): string {
  if (pen.widthOf(text, letters) <= width) return text;
  const signs = [...text];
  let [kept, tooMany] = [0, signs.length];
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    const fits = pen.widthOf(shortened(signs, middle), letters) <= width;
    if (fits) kept = middle;
    else tooMany = middle;
  }
  return shortened(signs, kept);
}

const shortened = (signs: readonly string[], count: number) =>
  `${signs.slice(0, count).join('').trimEnd()}…`;

/** A text in at most `most` lines of `width`; a word that is wider than a line is cut. */
export function linesWithin(
  pen: Pen,
  text: string,
  width: number,
  letters: Letters,
  most: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || pen.widthOf(longer, letters) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most);
  const isCut = lines.length > most;
  return shown.map((each, at) =>
    oneLine(pen, isCut && at === most - 1 ? `${each} ${lines[most] ?? ''}` : each, width, letters),
  );
}
