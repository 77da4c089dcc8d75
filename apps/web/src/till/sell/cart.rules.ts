import { newId, proportionVnd } from '@phien/kernel';
import { documentLimits, grossVnd } from '@phien/till';
import type { CartLine } from '@phien/till';
import type { PaidPart } from '../pay/split.rules';
import type { CatalogueItem } from '../keep/catalogue';

export type Discount = { kind: 'vnd'; vnd: number } | { kind: 'percent'; percent: number };

/** A line of the cart, as the product was when it was tapped. */
export interface CartItem {
  key: string;
  productId: string | null;
  name: string;
  note: string;
  classCode: string | null;
  star: number | null;
  unit: string;
  unitVnd: number;
  vatRatePercent: number | null;
  isWeighed: boolean;
  quantityMilli: number;
  discount: Discount | null;
}

export interface Cart {
  /** The id of the sale that this cart becomes: paying it twice is one sale. */
  saleId: string;
  items: CartItem[];
  discount: Discount | null;
  /** Whose it is, once it was parked under a name. */
  name?: string;
  /** What was received for it already, when it is paid in several ways. */
  paid?: PaidPart[];
}

/** Nothing is left in it: no discount, no name of who had it, no part that was paid. */
export const emptied = ({ saleId }: Cart): Cart => ({ saleId, items: [], discount: null });

export function withProduct(cart: Cart, product: CatalogueItem, quantityMilli: number): Cart {
  const alike = cart.items.find(
    (item) =>
      item.productId === product.id &&
      item.unitVnd === product.priceVnd &&
      item.note === '' &&
      item.discount === null,
  );
  if (alike) return withQuantity(cart, alike.key, alike.quantityMilli + quantityMilli);
  const { id, name, classCode, star, unit, priceVnd, vatRatePercent, isWeighed } = product;
  const item: CartItem = {
    key: newId(),
    productId: id,
    name,
    note: '',
    classCode,
    star,
    unit,
    unitVnd: priceVnd,
    vatRatePercent,
    isWeighed,
    quantityMilli,
    discount: null,
  };
  return { ...cart, items: [...cart.items, item] };
}

/** Something without a place in the catalogue: a name, a price, no class and no star. */
export function withFreePrice(
  cart: Cart,
  free: { name: string; unit: string; unitVnd: number; vatRatePercent: number | null },
): Cart {
  const item: CartItem = {
    key: newId(),
    productId: null,
    note: '',
    classCode: null,
    star: null,
    isWeighed: false,
    quantityMilli: 1_000,
    discount: null,
    ...free,
  };
  return { ...cart, items: [...cart.items, item] };
}

/** A quantity of 0 or less takes the line off. */
export function withQuantity(cart: Cart, key: string, quantityMilli: number): Cart {
  if (quantityMilli <= 0) return withoutItem(cart, key);
  return changed(cart, key, { quantityMilli });
}

export function withChange(
  cart: Cart,
  key: string,
  change: Pick<CartItem, 'quantityMilli' | 'note' | 'discount'>,
): Cart {
  if (change.quantityMilli <= 0) return withoutItem(cart, key);
  return changed(cart, key, change);
}

function changed(cart: Cart, key: string, change: Partial<CartItem>): Cart {
  const items = cart.items.map((item) => (item.key === key ? { ...item, ...change } : item));
  return { ...cart, items };
}

export function withoutItem(cart: Cart, key: string): Cart {
  const items = cart.items.filter((item) => item.key !== key);
  return items.length === 0 ? emptied(cart) : { ...cart, items };
}

/** What a discount takes off an amount; never more than the amount. */
export function discountOf(discount: Discount | null, amountVnd: number): number {
  if (discount === null) return 0;
  if (discount.kind === 'vnd') return Math.min(discount.vnd, amountVnd);
  return proportionVnd(amountVnd, Math.min(discount.percent, 100), 100);
}

/* The document has no place for a note, and the customer reads it where the name stands. */
export function nameOf({ name, note }: Pick<CartItem, 'name' | 'note'>): string {
  const trimmed = note.trim();
  if (trimmed === '') return name;
  const room = documentLimits.nameLength - trimmed.length - 3;
  return room < 1 ? name : `${name.slice(0, room)} (${trimmed})`;
}

export function lineOf(item: CartItem): CartLine {
  const { productId, classCode, star, unit, unitVnd, vatRatePercent, quantityMilli } = item;
  const discountVnd = discountOf(item.discount, grossVnd(quantityMilli, unitVnd));
  const name = nameOf(item);
  return {
    productId,
    name,
    classCode,
    star,
    quantityMilli,
    unit,
    unitVnd,
    discountVnd,
    vatRatePercent,
  };
}

/** What a line comes to before the cart's own discount. */
export function itemVnd(item: CartItem): number {
  const gross = grossVnd(item.quantityMilli, item.unitVnd);
  return gross - discountOf(item.discount, gross);
}

export const beforeDiscountVnd = (cart: Cart): number =>
  cart.items.reduce((sum, item) => sum + itemVnd(item), 0);

export const cartDiscountVnd = (cart: Cart): number =>
  discountOf(cart.discount, beforeDiscountVnd(cart));

export const totalOf = (cart: Cart): number => beforeDiscountVnd(cart) - cartDiscountVnd(cart);

/** Pieces in the cart; what is weighed counts as one. */
export const piecesOf = (cart: Cart): number =>
  cart.items.reduce(
    (sum, item) => sum + (item.isWeighed ? 1 : Math.max(1, Math.round(item.quantityMilli / 1_000))),
    0,
  );

/** How much of a product is in the cart, in thousandths. */
export const quantityInCart = (cart: Cart, productId: string): number =>
  cart.items.reduce(
    (sum, item) => (item.productId === productId ? sum + item.quantityMilli : sum),
    0,
  );
