/* Without I and 1, O and 0: whoever types a reference from paper cannot mistake one for the other. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const HEAD = 'PH';
const BODY = 5;

/*
 * Weights that are odd have an inverse modulo 32, and those of neighbours differ by 2: a single wrong
 * letter never fits, and two neighbours that changed places fit only when they are 16 apart.
 */
const checkOf = (body: string) =>
  LETTERS[
    [...body].reduce((sum, letter, at) => sum + LETTERS.indexOf(letter) * (2 * at + 1), 0) % 32
  ];

/**
 * A reference that a bank's statement gives back whatever the bank does to a text: "PH", five letters
 * or digits from the given bytes (0 to 255, five of them), and one that checks them.
 */
export function feeReference(bytes: readonly number[]): string {
  const body = bytes
    .slice(0, BODY)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
  return `${HEAD}${body}${checkOf(body)}`;
}

const SHAPE = new RegExp(`${HEAD}[${LETTERS}]{${BODY + 1}}`, 'g');

const isReference = (text: string) => text.at(-1) === checkOf(text.slice(HEAD.length, -1));

/** The references in what a bank wrote beside a transfer, each once; spaces and small letters are nothing. */
export function referencesIn(bankText: string): string[] {
  const plain = bankText.toUpperCase().replace(/[^0-9A-Z]/g, '');
  /* Letters before a reference may end in a P or H of their own, so every place is looked at. */
  const found = [...plain].flatMap((_, at) => {
    SHAPE.lastIndex = at;
    const [text] =
      SHAPE.exec(plain)?.index === at ? [plain.slice(at, at + HEAD.length + BODY + 1)] : [];
    return text !== undefined && isReference(text) ? [text] : [];
  });
  return [...new Set(found)];
}
