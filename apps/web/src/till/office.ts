/* Fetched together: what is done between sales. */
export { keepDeclaring } from './declare/keep-declaring';
export { MenuSheet } from './menu-sheet';
export { SalesScreen } from './sales/sales-screen';
export { CloseShiftScreen } from './shift/close-shift-screen';
export { ShiftResultScreen } from './shift/shift-result-screen';
