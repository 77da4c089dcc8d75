import { parkedTicketGone } from '../keep/keep.refusals';
import type { Cart } from './cart.rules';
import { emptyCart } from './empty-cart';

/** A cart that waits while another customer is served. It is known by its sale's id. */
export interface ParkedTicket {
  cart: Cart;
  /** Whose it is, such as "khách áo đỏ"; empty without. */
  name: string;
  /** By the till's own clock. */
  parkedAt: string;
  parkedBy: string;
}

/** The counter between customers: the cart, and the tickets that wait, oldest first. */
export interface Counter {
  cart: Cart;
  parked: readonly ParkedTicket[];
}

export interface ParkingMoment {
  at: Date;
  cashier: string;
}

export type ParkedChange = (counter: Counter, moment: ParkingMoment) => Counter;

/** The cart waits under this name, and the next one is empty. An empty cart is not parked. */
export const parking =
  (name: string): ParkedChange =>
  ({ cart, parked }, { at, cashier }) => {
    if (cart.items.length === 0) return { cart, parked };
    const ticket = { cart, name: name.trim(), parkedAt: at.toISOString(), parkedBy: cashier };
    return { cart: emptyCart(), parked: [...parked, ticket] };
  };

/**
 * A ticket becomes the cart again. What is in the cart is parked first, under the name that it was
 * brought back from. Refuses a ticket that is not there any more.
 */
export const bringingBack =
  (saleId: string): ParkedChange =>
  (counter, moment) => {
    const ticket = counter.parked.find(({ cart }) => cart.saleId === saleId);
    if (!ticket) throw parkedTicketGone();
    const { parked } = parking(counter.cart.name ?? '')(counter, moment);
    return {
      cart: { ...ticket.cart, name: ticket.name },
      parked: parked.filter(({ cart }) => cart.saleId !== saleId),
    };
  };

export const dropping =
  (saleIds: ReadonlySet<string>): ParkedChange =>
  ({ cart, parked }) => ({
    cart,
    parked: parked.filter(({ cart: { saleId } }) => !saleIds.has(saleId)),
  });

/** Undoes `dropping`: the ticket stands where it stood by its time. */
export const puttingBack =
  (ticket: ParkedTicket): ParkedChange =>
  ({ cart, parked }) => {
    const others = parked.filter((each) => each.cart.saleId !== ticket.cart.saleId);
    const inOrder = [...others, ticket].sort((a, b) => a.parkedAt.localeCompare(b.parkedAt));
    return { cart, parked: inOrder };
  };
