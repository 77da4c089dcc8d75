import { priceCart } from '@phien/till';
import type { CartPayment, PricedCart } from '@phien/till';
import { cartDiscountVnd, lineOf } from './cart.rules';
import type { Cart } from './cart.rules';

/** The cart priced as the ledger prices it. Throws a Refusal that says what is wrong with it. */
export function pricedOf(cart: Cart, payments?: readonly CartPayment[]): PricedCart {
  return priceCart(cart.items.map(lineOf), { discountVnd: cartDiscountVnd(cart), payments });
}
