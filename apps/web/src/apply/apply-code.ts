/* As the server reads it: without I, L, O and U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to come back with, 60 random bits: `4F7K-9QXM-2B6T`. Made here, so that a start sent twice is one. */
export const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${LETTERS[byte % LETTERS.length]}`)
    .join('');

/** A code as somebody typed it, in the shape that it is shown in; the server reads it as forgivingly. */
export const asShown = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-');

/** The fair's code in the address `/apply/code`; null when there is none. */
export function fairInAddress(pathname: string): string | null {
  const [, , code] = pathname.split('/');
  return code ? decodeURIComponent(code) : null;
}
