/* Fetched together: what is said to be sold outside this till, and sending it. */
export { DeclareSheet } from './declare-sheet';
export { keepDeclaring } from './keep-declaring';
