import type { Language } from '@phien/kernel';
import type { RosterWorld } from './judge-roster.rules';
import {
  exhibitorCells,
  productCells,
  type ExhibitorCells,
  type ProductCells,
} from './roster-cells.rules';

export interface RosterContent {
  exhibitors: ExhibitorCells[];
  products: ProductCells[];
}

/** The exhibitors of a fair and what they sell, as rows of a list. */
export function contentOf(
  { exhibitors, products, delegations }: RosterWorld,
  language: Language,
): RosterContent {
  const byId = new Map(exhibitors.map((each) => [each.id, each]));
  const names = new Map(
    delegations.map(({ id, nameVi, nameEn }) => [id, { vi: nameVi, en: nameEn }]),
  );
  return {
    exhibitors: exhibitors.map((each) =>
      exhibitorCells(each, names.get(each.delegationId ?? '') ?? null, language),
    ),
    products: products.flatMap((product) => {
      const seller = byId.get(product.exhibitorId);
      return seller ? [productCells(product, seller, language)] : [];
    }),
  };
}
