/** What a document may hold at most; the ledger, its doors and the till all ask here. */
export const documentLimits = {
  /** Of any document: more is not even linked. */
  textBytes: 65_536,
  /**
   * Of a sale. Its void or whole refund repeats its lines with other signs and adds an original, a
   * reason and a moment of its own, at most some 7.5 KB: a sale that fits can always be undone.
   */
  saleTextBytes: 57_344,
  /** What `reissueOf` adds to a sale at most: one that was issued can always be issued again. */
  reissueBytes: 256,
  lines: 100,
  payments: 20,
  /** Different notes of a counted drawer, and the dearest there may ever be. */
  notes: 20,
  noteVnd: 10_000_000,
  nameLength: 200,
  reasonLength: 500,
  cashierLength: 100,
  codeLength: 40,
  unitLength: 40,
  epoch: 2_147_483_647,
  /**
   * Ten billion VND, either side of zero, for every amount and total: 900,000 of the dearest sales
   * still sum below 2^53.
   */
  amountVnd: 10_000_000_000,
  /** A billion units, so that the quantities of a sale sum exactly too. */
  quantityMilli: 1_000_000_000_000,
  /** About 300 years: a phone that believes in 1970 fits, a number that breaks a date does not. */
  clockOffsetMs: 10_000_000_000_000,
} as const;
