/* Fetched together: the cart's own sheets, and being paid. */
export { CounterSheet } from './sell/counter-sheet';
export { DiscountSheet } from './sell/discount-sheet';
export { ItemSheet } from './sell/item-sheet';
export { ParkedSheet } from './sell/parked-sheet';
