import { foldText } from '@phien/kernel';
import type { Product, ProductClass, ProductWish } from './my-client';

/** What stands in the form, as typed. */
export interface ProductForm {
  name: string;
  /** Digits alone. */
  price: string;
  unit: string;
  isWeighed: boolean;
  isSoldOut: boolean;
  /** '' is not chosen. */
  vatRate: string;
  classCode: string;
  /** '' is none. */
  star: string;
  certificateNumber: string;
  certificateIssuedOn: string;
  certificateExpiresOn: string;
  barcode: string;
  traceUrl: string;
}

const EMPTY: ProductForm = {
  name: '',
  price: '',
  unit: '',
  isWeighed: false,
  isSoldOut: false,
  vatRate: '',
  classCode: '',
  star: '',
  certificateNumber: '',
  certificateIssuedOn: '',
  certificateExpiresOn: '',
  barcode: '',
  traceUrl: '',
};

/** The form of a product, or of a new one; a new one begins with the rate of the one before. */
export function formOf(product: Product | null, usualVatRate: number | null): ProductForm {
  if (product === null) return { ...EMPTY, vatRate: usualVatRate?.toString() ?? '' };
  return {
    name: product.name,
    price: String(product.priceVnd),
    unit: product.unit,
    isWeighed: product.isWeighed,
    isSoldOut: product.isSoldOut,
    vatRate: product.vatRatePercent?.toString() ?? '',
    classCode: product.classCode ?? '',
    star: product.star?.toString() ?? '',
    certificateNumber: product.certificateNumber ?? '',
    certificateIssuedOn: product.certificateIssuedOn ?? '',
    certificateExpiresOn: product.certificateExpiresOn ?? '',
    barcode: product.barcode ?? '',
    traceUrl: product.traceUrl ?? '',
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text);
const numberOrNull = (text: string) => (text === '' ? null : Number(text));

/** What the form asks the server to keep; null while it has no price, which no product lacks. */
export function wishOf(form: ProductForm): ProductWish | null {
  const priceVnd = numberOrNull(form.price);
  if (priceVnd === null) return null;
  return {
    name: form.name,
    priceVnd,
    unit: form.unit,
    isWeighed: form.isWeighed,
    isSoldOut: form.isSoldOut,
    vatRatePercent: numberOrNull(form.vatRate),
    classCode: orNull(form.classCode),
    star: numberOrNull(form.star),
    certificateNumber: orNull(form.certificateNumber),
    certificateIssuedOn: orNull(form.certificateIssuedOn),
    certificateExpiresOn: orNull(form.certificateExpiresOn),
    barcode: orNull(form.barcode),
    traceUrl: orNull(form.traceUrl),
  };
}

/** The same product, sold out or not. */
export function soldOutWish(product: Product, isSoldOut: boolean): ProductWish {
  const wish = wishOf(formOf(product, null));
  if (wish === null) throw new Error('A product has a price.');
  return { ...wish, isSoldOut };
}

/** Digits of what was typed as an amount: "280.000 ₫" is 280000. At most eleven. */
export const digitsOf = (typed: string) =>
  typed
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, 11);

/** The products whose name, barcode or class holds every word, marks left out. */
export function found(products: readonly Product[], text: string): Product[] {
  const words = foldText(text).split(' ').filter(Boolean);
  return products.filter((product) => {
    const about = foldText(
      [product.name, product.barcode, product.classNameVi, product.classNameEn].join(' '),
    );
    return words.every((word) => about.includes(word));
  });
}

/** Classes that a product can have, under the sector they belong to, in the Decision's order. */
export function classGroups(classes: readonly ProductClass[]) {
  const sectors = classes.filter(({ parentCode }) => parentCode === null);
  return sectors.map((sector) => ({
    sector,
    leaves: classes.filter(({ code, isLeaf }) => isLeaf && code.startsWith(`${sector.code}.`)),
  }));
}

/** The rate most products have: what a new one begins with. */
export function usualVatRate(products: readonly Product[]): number | null {
  const counts = new Map<number, number>();
  for (const { vatRatePercent } of products) {
    if (vatRatePercent !== null) {
      counts.set(vatRatePercent, (counts.get(vatRatePercent) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
