/** What an exhibitor's goods mean to its neighbours. */
export interface GoodsOfExhibitor {
  /** The class of most of its products; null where none has one. */
  mainClass: string | null;
  smelly: boolean;
  sensitive: boolean;
}

/*
 * Criteria sets of Decision 148/QĐ-TTg in which goods smell (fresh meat and fish, what is made of
 * them, fish sauce) or suffer from smells (fast food and cakes, tea, coffee and cocoa, garments). No
 * law says so: it is our reading, beside the tables of made-up fairs.
 */
const SMELLY: ReadonlySet<string> = new Set(['I.1.b', 'I.3.d', 'I.4.a']);
const SENSITIVE: ReadonlySet<string> = new Set(['I.3.a', 'I.3.b', 'I.5.a', 'I.5.b', 'I.6', 'IV.2']);

/** Of the classes of its products, one entry a product. Who smells does not suffer. */
export function goodsOf(classCodes: readonly string[]): GoodsOfExhibitor {
  const counts = new Map<string, number>();
  for (const code of classCodes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [main] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const smelly = classCodes.some((code) => SMELLY.has(code));
  return {
    mainClass: main?.[0] ?? null,
    smelly,
    sensitive: !smelly && classCodes.some((code) => SENSITIVE.has(code)),
  };
}
