/** Noto Sans at weight 600: what a letter takes of the type size, on average, with some to spare. */
const LETTER = 0.58;

/**
 * Breaks a text into lines no wider than `widthCm` at a type size; at most so many lines, the last
 * one cut with "…". Words are kept whole unless one alone is too wide.
 */
export function linesOf(text: string, widthCm: number, sizeCm: number, most: number): string[] {
  const fits = Math.max(Math.floor(widthCm / (sizeCm * LETTER)), 1);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > fits) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most);
  return shown.map((each, at) => {
    const isCut = at === most - 1 && lines.length > most;
    if (each.length <= fits && !isCut) return each;
    return `${each.slice(0, Math.max(fits - 1, 1)).trimEnd()}…`;
  });
}

/** The type size at which a text fits a width, no larger than `largestCm`. */
export function sizeFor(text: string, widthCm: number, largestCm: number): number {
  return Math.min(largestCm, widthCm / (Math.max(text.length, 1) * LETTER));
}

/** "Cổng 1 (cổng chính)" is "Cổng 1" where there is little room. */
export const withoutBrackets = (text: string): string => text.replace(/\s*\(.*\)\s*$/, '');
