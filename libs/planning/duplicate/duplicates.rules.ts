import { coreOf, sameName } from '../roster/likeness.rules';

/** What two exhibitors have in common. The last: a name that differs by its legal form alone. */
export const DUPLICATE_REASONS = ['tax_code', 'name', 'name_but_form'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface Compared {
  id: string;
  name: string;
  taxCode: string | null;
}

export interface LikelyPair<Each extends Compared> {
  first: Each;
  second: Each;
  reasons: DuplicateReason[];
}

/** Two ids as one key, whichever is named first. */
export const pairKey = (one: string, other: string) =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

/* Each is compared with those before it that say the same; more than so many say nothing new. */
const MOST_BEFORE = 8;

/**
 * Who is probably at the fair twice: the same tax code, the same name when marks, đ, case and signs
 * are left out, or the same but for its legal form. Two with tax codes of their own are not doubted for
 * a name that only resembles; `apart` holds the pairs of which somebody said that they are two. In the
 * order in which they came, the surest first.
 */
export function likelyPairs<Each extends Compared>(
  all: readonly Each[],
  apart: ReadonlySet<string>,
): LikelyPair<Each>[] {
  const pairs = new Map<string, LikelyPair<Each>>();
  const add = (first: Each, second: Each, reason: DuplicateReason) => {
    const key = pairKey(first.id, second.id);
    if (apart.has(key)) return;
    const pair = pairs.get(key) ?? { first, second, reasons: [] };
    pair.reasons.push(reason);
    pairs.set(key, pair);
  };
  const compare = (
    keyOf: (each: Each) => string | null,
    reason: DuplicateReason,
    isMeant: (one: Each, other: Each) => boolean,
  ) => {
    const before = new Map<string, Each[]>();
    for (const each of all) {
      const key = keyOf(each);
      if (key === null || key === '') continue;
      const same = before.get(key) ?? [];
      for (const other of same) if (isMeant(other, each)) add(other, each, reason);
      if (same.length < MOST_BEFORE) same.push(each);
      before.set(key, same);
    }
  };
  compare(
    ({ taxCode }) => taxCode,
    'tax_code',
    () => true,
  );
  compare(
    ({ name }) => sameName(name),
    'name',
    () => true,
  );
  compare(
    ({ name }) => coreOf(name),
    'name_but_form',
    (one, other) =>
      sameName(one.name) !== sameName(other.name) &&
      (one.taxCode === null || other.taxCode === null || one.taxCode === other.taxCode),
  );
  return [...pairs.values()];
}

export interface SoldThing {
  id: string;
  name: string;
  barcode: string | null;
}

/** Of the products that come along, those that the one that is kept sells already, by name or barcode. */
export function soldTwice(kept: readonly SoldThing[], coming: readonly SoldThing[]): string[] {
  const names = new Set(kept.map(({ name }) => sameName(name)));
  const barcodes = new Set(kept.map(({ barcode }) => barcode).filter((code) => code !== null));
  return coming
    .filter(
      ({ name, barcode }) =>
        names.has(sameName(name)) || (barcode !== null && barcodes.has(barcode)),
    )
    .map(({ id }) => id);
}
