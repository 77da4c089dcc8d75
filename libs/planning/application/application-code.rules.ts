import { createHash, randomBytes } from 'node:crypto';

/* Without I, L, O and U: nobody reads 1 for I or 0 for O over the phone, and no word comes about. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code to come back with: 60 random bits as `4F7K-9QXM-2B6T`. */
export function newApplicationCode(): string {
  return grouped([...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join(''));
}

const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-');

/** A code as somebody typed it, as it was given; null for what is none. */
export function asApplicationCode(typed: string | undefined): string | null {
  const code = (typed ?? '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter))
    ? grouped(code)
    : null;
}

/** What the database keeps: a copy of the database opens no application. */
export const applicationCodeHash = (fairId: string, code: string): Buffer =>
  createHash('sha256').update(`${fairId}:${code}`).digest();
