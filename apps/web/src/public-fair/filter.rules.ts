import type { Language } from '@phien/kernel';
import type { PublicPlan, PublicProduct, Stand } from './public-plan';

/** What is narrowed down to; '' where everything passes. */
export interface Filter {
  zone: string;
  classCode: string;
  star: string;
  place: string;
  isFavouriteOnly: boolean;
}

export const everything: Filter = {
  zone: '',
  classCode: '',
  star: '',
  place: '',
  isFavouriteOnly: false,
};

export const isNarrowed = (filter: Filter) =>
  filter.isFavouriteOnly ||
  [filter.zone, filter.classCode, filter.star, filter.place].some(Boolean);

/** Whether class and stars narrow down to a product; none is wanted more than another without them. */
export function isWanted(product: PublicProduct, { classCode, star }: Filter): boolean {
  if (classCode === '' && star === '') return false;
  return (
    (classCode === '' || product.classCode === classCode) &&
    (star === '' || String(product.star) === star)
  );
}

/** Whether a booth passes: class and stars must be one product's, whose exhibitor is from the place. */
export function passes(stand: Stand, filter: Filter, favourites: ReadonlySet<string>): boolean {
  const { zone, classCode, star, place, isFavouriteOnly } = filter;
  if (isFavouriteOnly && !favourites.has(stand.code)) return false;
  if (zone !== '' && stand.zoneCode !== zone) return false;
  const asksGoods = classCode !== '' || star !== '';
  if (!asksGoods && place === '') return true;
  return stand.holders.some(
    ({ placeVi, products }) =>
      (place === '' || placeVi === place) &&
      (!asksGoods || products.some((product) => isWanted(product, filter))),
  );
}

export interface Option {
  value: string;
  name: string;
}

/** What there is to narrow down to in a plan; a list with fewer than two is not worth asking. */
export function optionsOf(plan: PublicPlan, stands: readonly Stand[], language: Language) {
  const isVi = language === 'vi';
  const used = new Set(stands.map(({ zoneCode }) => zoneCode));
  const byName = (a: Option, b: Option) => a.name.localeCompare(b.name, language);
  const places = new Map(plan.exhibitors.map(({ placeVi, placeEn }) => [placeVi, placeEn]));
  const stars = new Set(
    plan.exhibitors.flatMap(({ products }) => products.map(({ star }) => star)),
  );
  return {
    zones: plan.zones
      .filter(({ code }) => used.has(code))
      .map(({ code, nameVi, nameEn }) => ({ value: code, name: isVi ? nameVi : nameEn })),
    classes: plan.classes.map(({ code, nameVi, nameEn }) => ({
      value: code,
      name: isVi ? nameVi : nameEn,
    })),
    stars: [5, 4, 3].filter((star) => stars.has(star)).map(String),
    places: [...places].map(([vi, en]) => ({ value: vi, name: isVi ? vi : en })).sort(byName),
  };
}
