/* A line of a tile, three abreast on a phone of 360 px, holds eleven letters of 14 px for sure. */
const lettersInLine = 11;
const linesToRead = 3;

/** Lines that a name takes, broken between words; a word longer than a line is broken too. */
export function linesOf(name: string): number {
  let lines = 0;
  let filled = 0;
  for (const { length } of name.trim().split(/\s+/)) {
    if (filled > 0 && filled + 1 + length <= lettersInLine) {
      filled += 1 + length;
    } else {
      lines += Math.ceil(length / lettersInLine);
      filled = length % lettersInLine || lettersInLine;
    }
  }
  return lines;
}

/**
 * How many tiles stand side by side on a phone: three, as sellers know it; two where the names take
 * more than one line too many for every three of them, so that one very long name counts as several.
 * Of all the goods, not of those found: a search moves none.
 */
export function tilesAbreast(goods: readonly { name: string }[]): 2 | 3 {
  const tooMany = goods.reduce(
    (sum, { name }) => sum + Math.max(0, linesOf(name) - linesToRead),
    0,
  );
  return tooMany * 3 > goods.length ? 2 : 3;
}
