export const sumOf = <Row>(rows: readonly Row[], amountOf: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + amountOf(row), 0);

/** The part of a whole from 0 to 1; null when there is no whole to have a part of. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? part / whole : null;
