import type { SaidProduct } from './product.rules';

/** What differs between a product and what is said of it now, field by field, for the audit log. */
export function changesBetween(
  before: SaidProduct,
  after: SaidProduct,
): Partial<Record<keyof SaidProduct, { before: unknown; after: unknown }>> {
  const fields = Object.keys(after) as (keyof SaidProduct)[];
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
