import type { CatalogueItem } from '../keep/catalogue';

/* A UPC-A of 12 digits and a GTIN-14 of an inner pack are the same number with zeros before it. */
const asGtin14 = (code: string) => code.padStart(14, '0');

/** What a barcode sells; null when nothing of the goods bears it. */
export function goodsOfCode(goods: readonly CatalogueItem[], code: string): CatalogueItem | null {
  const wanted = asGtin14(code);
  return goods.find(({ barcode }) => barcode !== null && asGtin14(barcode) === wanted) ?? null;
}

/** Whether what was read or typed can be the barcode of goods: 8 to 14 digits. */
export const isCode = (text: string): boolean => /^\d{8,14}$/.test(text);

/** What a keyboard has sent lately, as far as it may be a scanner. */
export interface Keyed {
  digits: string;
  atMs: number;
}

export const nothingKeyed: Keyed = { digits: '', atMs: 0 };

/* The slowest scanners send a key every 30 ms, a busy phone hears them later; fingers take 200. */
const togetherMs = 150;

/**
 * A scanner is a keyboard that types a code at once and ends it with Enter. A finger's pause, or any
 * other key, begins anew; the answer names a code with the Enter that ends one.
 */
export function keyed(
  before: Keyed,
  key: string,
  atMs: number,
): { now: Keyed; code: string | null } {
  const isTogether = atMs - before.atMs <= togetherMs;
  const digits = isTogether ? before.digits : '';
  if (/^\d$/.test(key)) return { now: { digits: (digits + key).slice(-20), atMs }, code: null };
  const code = key === 'Enter' && isCode(digits) ? digits : null;
  return { now: nothingKeyed, code };
}

/** What stands before the camera: each code, and for how long it was looked for and not seen. */
export interface View {
  atMs: number;
  missedMs: ReadonlyMap<string, number>;
}

export const nothingSeen: View = { atMs: 0, missedMs: new Map() };

const goneMs = 1_500;
/* A busy phone looks late: what it did not look at was not gone. */
const lookMs = 250;

/**
 * The view after one more look. A code sells once while it stays in view, and again when it was gone
 * for a while; two of them side by side sell once each.
 */
export function looked(
  before: View,
  codes: readonly string[],
  atMs: number,
): { now: View; anew: string[] } {
  const pauseMs = Math.min(atMs - before.atMs, lookMs);
  const still = [...before.missedMs]
    .map(([code, missedMs]) => [code, missedMs + pauseMs] as const)
    .filter(([code, missedMs]) => !codes.includes(code) && missedMs <= goneMs);
  return {
    now: { atMs, missedMs: new Map([...still, ...codes.map((code) => [code, 0] as const)]) },
    anew: [...new Set(codes)].filter((code) => !before.missedMs.has(code)),
  };
}
