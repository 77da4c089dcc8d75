import { foldText } from '@phien/kernel';
import type { Stand } from './public-plan';

/** What of a booth a text was found in. */
export type FoundIn = 'code' | 'exhibitor' | 'product' | 'place' | 'zone';

interface Field {
  kind: FoundIn;
  text: string;
  /** Whose it is; null of what is the booth's own. */
  of: string | null;
  /** Folded words, each after a space, so that " che" stands where a word begins with "che". */
  words: string;
}

export interface Findable {
  stand: Stand;
  fields: readonly Field[];
}

export interface Hit {
  stand: Stand;
  /** The field that tells best why; null where it took several. */
  found: { kind: FoundIn; text: string; of: string | null } | null;
}

const wordsIn = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const field = (kind: FoundIn, text: string, of: string | null = null): Field => ({
  kind,
  text,
  of,
  words: wordsIn(text)
    .map((word) => ` ${word}`)
    .join(''),
});

/** A booth with all that it is found by: its code, who stands there, what they bring, from where. */
export const findable = (stand: Stand): Findable => ({
  stand,
  fields: [
    field('code', stand.code),
    ...stand.holders.flatMap(({ name, placeVi, placeEn, formerDistrict, products }) => [
      field('exhibitor', name, name),
      ...products.map((product) => field('product', product.name, name)),
      field('place', placeVi, name),
      ...(placeEn === placeVi ? [] : [field('place', placeEn, name)]),
      ...(formerDistrict === null ? [] : [field('place', formerDistrict, name)]),
    ]),
    ...(stand.zone ? [field('zone', stand.zone.nameVi), field('zone', stand.zone.nameEn)] : []),
  ],
});

const far: Record<FoundIn, number> = { code: 0, product: 1, exhibitor: 1, place: 3, zone: 4 };
const IN_SEVERAL = 6;

/**
 * The booths in which every typed word begins a word, marks or none; the nearest first: what is
 * written exactly so, marks and all, before what only folds alike, and a name before a place.
 */
export function find(all: readonly Findable[], typed: string): Hit[] {
  const words = wordsIn(typed).map((word) => ` ${word}`);
  if (words.length === 0) return [];
  const exact = typed.trim().toLowerCase().normalize('NFC');
  const hits: (Hit & { distance: number })[] = [];
  for (const { stand, fields } of all) {
    const isHere = words.every((word) => fields.some((each) => each.words.includes(word)));
    if (!isHere) continue;
    let found: Field | null = null;
    let distance = IN_SEVERAL;
    for (const each of fields) {
      if (!words.every((word) => each.words.includes(word))) continue;
      const isWrittenSo = each.text.toLowerCase().normalize('NFC').includes(exact);
      const begins = each.words.startsWith(words.join(''));
      const here = far[each.kind] + (isWrittenSo ? 0 : 0.5) + (begins ? 0 : 0.25);
      if (here >= distance) continue;
      distance = here;
      found = each;
    }
    hits.push({ stand, found, distance });
  }
  return hits.sort((a, b) => a.distance - b.distance);
}

/** Every word that can be found, folded, with the way it is mostly written and how often it stands. */
export type Vocabulary = ReadonlyMap<string, { written: string; times: number }>;

export function vocabularyOf(all: readonly Findable[]): Vocabulary {
  const ways = new Map<string, Map<string, number>>();
  for (const { fields } of all) {
    for (const { text } of fields) {
      for (const written of text
        .toLowerCase()
        .normalize('NFC')
        .match(/[\p{L}\p{N}]+/gu) ?? []) {
        const folded = foldText(written);
        const times = ways.get(folded) ?? new Map<string, number>();
        ways.set(folded, times.set(written, (times.get(written) ?? 0) + 1));
      }
    }
  }
  return new Map(
    [...ways].map(([folded, times]) => {
      const [[written, most] = ['', 0]] = [...times].sort((a, b) => b[1] - a[1]);
      return [folded, { written, times: most }];
    }),
  );
}

/**
 * What may have been meant where nothing was found: each word that nothing begins with becomes the
 * nearest one that is there ("goms", as a keyboard without Vietnamese leaves it, becomes "gốm"). Null
 * when that finds nothing either.
 */
export function suggestion(
  all: readonly Findable[],
  vocabulary: Vocabulary,
  typed: string,
): string | null {
  const known = [...vocabulary.keys()];
  const words = wordsIn(typed).map((word) => {
    if (known.some((each) => each.startsWith(word))) return vocabulary.get(word)?.written ?? word;
    const nearest = nearestOf(vocabulary, word);
    return nearest === null ? null : (vocabulary.get(nearest)?.written ?? null);
  });
  if (words.length === 0 || words.includes(null)) return null;
  const meant = words.join(' ');
  return find(all, meant).length > 0 ? meant : null;
}

function nearestOf(vocabulary: Vocabulary, word: string): string | null {
  const most = word.length <= 4 ? 1 : 2;
  let nearest: string | null = null;
  let least = Infinity;
  for (const [each, { times }] of vocabulary) {
    if (Math.abs(each.length - word.length) > most) continue;
    const steps = distance(word, each);
    if (steps > most) continue;
    /* Of those as near, one that begins alike, then one that stands more often. */
    const here = steps + (each[0] === word[0] ? 0 : 0.5) - Math.min(times, 99) / 1_000;
    if (here >= least) continue;
    least = here;
    nearest = each;
  }
  return nearest;
}

/** Letters put in, left out or changed between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
