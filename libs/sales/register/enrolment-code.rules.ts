import { createHash, randomInt } from 'node:crypto';

/* No 0 O 1 I L: read aloud over a crowd. Ten of 31 letters are 49 bits, for ten minutes. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/** A fresh code as it is shown: two groups of five. */
export function newEnrolmentCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** What is stored of a code; typed with or without dashes, spaces and capitals. */
export function enrolmentCodeHash(code: string): Buffer {
  const typed = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`enrolment:${typed}`).digest();
}
