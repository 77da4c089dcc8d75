const LONGEST_TEXT = 600;

/**
 * What a name may do to a page or a cell: control characters break lines and bidirectional overrides
 * turn the text around, so they are written as spaces; half a letter is no letter at all.
 */
export function printable(text: string): string {
  const clean = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ');
  if (clean.length <= LONGEST_TEXT) return clean;
  const letters = [...clean];
  return letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT).join('')}…` : clean;
}
