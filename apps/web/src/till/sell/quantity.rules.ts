import type { Language } from '@phien/kernel';
import { tagOf } from '../../i18n/numbers';

/**
 * Thousandths from what a person types: "0,35", "0.35", "2". Three decimals at most. Null for
 * anything that is not a quantity above 0.
 */
export function parseQuantity(text: string): number | null {
  const match = /^\s*(\d{1,6})(?:[.,](\d{1,3}))?\s*$/.exec(text);
  if (!match) return null;
  const milli = Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0'));
  return milli > 0 ? milli : null;
}

/** "0,35" of 350 in Vietnamese, "0.35" in English. */
export const formatQuantity = (milli: number, language: Language) =>
  new Intl.NumberFormat(tagOf(language), { maximumFractionDigits: 3 }).format(milli / 1_000);

/** A quantity as it can be typed again: no grouping. */
export const typedQuantity = (milli: number) => String(milli / 1_000).replace('.', ',');

/** Whole VND from typed text, in which dots and spaces only group; null without any digit. */
export function parseVnd(text: string): number | null {
  const digits = text.replace(/\D/g, '');
  if (digits === '' || digits.length > 11) return null;
  return Number(digits);
}
