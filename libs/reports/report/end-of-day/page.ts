import { formatVnd } from '@phien/kernel';
import type { SealedClosing } from '../../closing/closing.rules';
import type { EndOfDayWords } from '../end-of-day.words';
import type { ReportLanguage } from '../report.rules';
import { sharesOf } from '../shares.rules';
import type { Cell, Column, Ink, Sheet } from './sheet';

/** What every section of the report draws on and from. */
export interface Page {
  closing: SealedClosing;
  words: EndOfDayWords;
  language: ReportLanguage;
  isBoothMoneyShown: boolean;
  sheet: Sheet;
}

export const whole = (amount: number, language: ReportLanguage) =>
  formatVnd(amount, language).replace(/\u00a0₫$/, '');

/** "+1.200" or "−1.200", 0 without a sign. */
export const signed = (amount: number, language: ReportLanguage) =>
  amount > 0 ? `+${whole(amount, language)}` : whole(amount, language);

export const money: Column['align'] = 'right';

/** Millions as they fit into a picture: 0,05 · 3,2 · 128. */
export function millions(amount: number, language: ReportLanguage): string {
  if (amount === 0 || Math.abs(amount) >= 100_000_000) {
    return whole(Math.round(amount / 1_000_000), language);
  }
  const text = (amount / 1_000_000).toFixed(Math.abs(amount) >= 100_000 ? 1 : 2);
  return (language === 'vi' ? text.replace('.', ',') : text).replace('-', '−');
}

/** A text broken into lines no wider than `width`; at most so many, the last one cut. */
export function linesWithin(
  sheet: Sheet,
  text: string,
  width: number,
  style: Ink,
  most: number,
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && sheet.widthOf(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), ...(rest === '' ? [] : [rest])].map((line) =>
    oneLine(sheet, line, width, style),
  );
}

export function oneLine(sheet: Sheet, text: string, width: number, style: Ink): string {
  if (sheet.widthOf(text, style) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && sheet.widthOf(`${letters.join('')}…`, style) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The style, smaller when the text would not fit on one line; at least `smallest`. */
export function fitted(sheet: Sheet, text: string, width: number, style: Ink, smallest = 8): Ink {
  let size = style.size;
  while (size > smallest && sheet.widthOf(text, { ...style, size }) > width) size -= 0.5;
  return { ...style, size };
}

/** Shares as the tables print them, each with its bar. */
export function shares(amounts: readonly number[], language: ReportLanguage): Cell[] {
  return sharesOf(amounts).map((tenths) =>
    tenths === null ? '–' : { text: percent(tenths, language), share: tenths / 1000 },
  );
}

export function percent(tenths: number, language: ReportLanguage): string {
  const text = (tenths / 10).toFixed(1);
  return `${language === 'vi' ? text.replace('.', ',') : text}\u00a0%`;
}
