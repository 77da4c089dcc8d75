import { foldText } from '@phien/kernel';
import { columnsOf, type RosterPart } from './roster-columns';

/** Where each column of a table stands, by field. */
export interface FoundColumns {
  part: RosterPart;
  at: Readonly<Record<string, number>>;
}

/** A head without marks, case, stars for "needed" and what stands in brackets. */
export const foldedHead = (head: string) =>
  foldText(head)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const headsOf = (part: RosterPart) =>
  Object.entries(columnsOf(part)).flatMap(([field, { title, also }]) =>
    [title.vi, title.en, ...also].map((head) => [foldedHead(head), field] as const),
  );
/* The first to name a head has it. */
const FIELDS: Record<RosterPart, ReadonlyMap<string, string>> = {
  exhibitors: new Map(headsOf('exhibitors').reverse()),
  products: new Map(headsOf('products').reverse()),
};

/**
 * The columns that a row heads, in Vietnamese or English; null when it heads none of our tables. It
 * heads products when it names a product, its price and who sells it, exhibitors when it names an
 * exhibitor and one thing more.
 */
export function findColumns(cells: readonly string[]): FoundColumns | null {
  const products = columnsIn(cells, 'products');
  const isSold = 'exhibitor' in products || 'exhibitorTaxCode' in products;
  if ('name' in products && 'priceVnd' in products && isSold) {
    return { part: 'products', at: products };
  }
  const exhibitors = columnsIn(cells, 'exhibitors');
  const isHead = 'name' in exhibitors && Object.keys(exhibitors).length >= 2;
  return isHead ? { part: 'exhibitors', at: exhibitors } : null;
}

function columnsIn(cells: readonly string[], part: RosterPart): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [at, cell] of cells.entries()) {
    const field = FIELDS[part].get(foldedHead(cell));
    if (field !== undefined && !(field in found)) found[field] = at;
  }
  return found;
}

const ASIDE = /^(vi du|huong dan|giai thich|example|guide|explanation)/;

/** Whether a sheet explains how to fill in the others, and is not read. */
export const isSheetAside = (name: string) => ASIDE.test(foldedHead(name));
