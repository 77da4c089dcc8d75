/* Fetched together: the cart's own sheets, reading codes, and being paid. */
export { keepCodeReader } from './scan/code-reader';
export { ScannerEar } from './scan/scanner-ear';
export { CounterSheet } from './sell/counter-sheet';
export { ParkedSheet } from './sell/parked-sheet';
