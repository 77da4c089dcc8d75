export type LineFault = 'empty' | 'long' | 'control' | 'stacked';

/* Controls, and marks that turn the direction of what stands beside them on a screen or in a list. */
const CONTROL = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/* No script stacks so many on one letter; they grow over the lines above and below. */
const STACKED = /\p{M}{5,}/u;

/** A text as it is kept: composed, on one line, without spaces around. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is wrong with a line that a stranger typed; null when nothing is. `most` counts characters. */
export function lineFault(line: string, most: number): LineFault | null {
  if (line === '') return 'empty';
  if ([...line].length > most) return 'long';
  if (CONTROL.test(line)) return 'control';
  return STACKED.test(line) ? 'stacked' : null;
}

/** The same of a text of several lines. */
export const textFault = (text: string, most: number): LineFault | null =>
  lineFault(text.replace(/\r?\n/g, ' '), most);
