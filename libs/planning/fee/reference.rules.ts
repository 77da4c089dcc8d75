/* Without I and 1, O and 0: whoever types a reference from paper cannot mistake one for the other. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const HEAD = 'PH';
const BODY = 5;

/* Weights that are odd have an inverse modulo 32: with one letter wrong, the check never fits. */
const checkOf = (body: string) =>
  LETTERS[
    [...body].reduce((sum, letter, at) => sum + LETTERS.indexOf(letter) * (2 * at + 1), 0) % 32
  ];

/**
 * A reference that a bank's statement gives back whatever the bank does to a text: "PH", five letters
 * or digits from the given bytes (0 to 255, five of them), and one that checks them, so that no slip
 * of one letter makes it somebody else's.
 */
export function feeReference(bytes: readonly number[]): string {
  const body = bytes
    .slice(0, BODY)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
  return `${HEAD}${body}${checkOf(body)}`;
}
