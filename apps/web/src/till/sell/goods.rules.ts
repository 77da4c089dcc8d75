import { foldText } from '@phien/kernel';
import type { CatalogueItem } from '../keep/catalogue';

/** A way to narrow the goods down: everything, a sector of the classes, or a number of stars. */
export type GoodsFilter = 'all' | `sector:${string}` | `star:${number}`;

/** The sector of a product class (I.3.d is of I); null of what is unclassified. */
export const sectorOf = (classCode: string | null): string | null =>
  classCode?.split('.')[0] ?? null;

/** The filters worth showing for these goods: those that part them. */
export function filtersOf(goods: readonly CatalogueItem[]): GoodsFilter[] {
  const sectors = new Set(goods.flatMap((item) => sectorOf(item.classCode) ?? []));
  const stars = new Set(goods.flatMap(({ star }) => star ?? []));
  const filters: GoodsFilter[] = [];
  if (sectors.size > 1) {
    [...sectors].sort().forEach((sector) => filters.push(`sector:${sector}`));
  }
  const isParted = stars.size > 1 || (stars.size === 1 && goods.some(({ star }) => star === null));
  if (isParted) [...stars].sort((a, b) => b - a).forEach((star) => filters.push(`star:${star}`));
  return filters.length === 0 ? [] : ['all', ...filters];
}

/** Goods by filter and by what was typed, in any spelling of marks; a barcode finds its own. */
export function goodsBy(
  goods: readonly CatalogueItem[],
  filter: GoodsFilter,
  typed: string,
): CatalogueItem[] {
  const words = foldText(typed.trim()).split(/\s+/).filter(Boolean);
  return goods.filter((item) => {
    if (filter.startsWith('sector:') && sectorOf(item.classCode) !== filter.slice(7)) return false;
    if (filter.startsWith('star:') && item.star !== Number(filter.slice(5))) return false;
    const name = foldText(item.name);
    return words.every((word) => name.includes(word) || item.barcode === word);
  });
}

/**
 * For how many days, this fair day (YYYY-MM-DD) among them, a star's certificate still holds: 1 on its
 * last day, 0 or less once it has run out; null without a star or without an end.
 */
export const starDaysLeft = (item: CatalogueItem, fairDay: string): number | null =>
  item.star === null || item.certificateExpiresOn === null
    ? null
    : (Date.parse(item.certificateExpiresOn) - Date.parse(fairDay)) / 86_400_000 + 1;

/** From so many days on the seller is told, in time to have it renewed. */
export const daysToBeTold = 30;
