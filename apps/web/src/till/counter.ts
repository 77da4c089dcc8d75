/* Fetched together: the cart's own sheets, and being paid. */
export { PaySheet } from './pay/pay-sheet';
export { DiscountSheet } from './sell/discount-sheet';
export { ItemSheet } from './sell/item-sheet';
export { QuickSaleSheet } from './sell/quick-sale-sheet';
