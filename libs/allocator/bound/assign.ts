/**
 * The cheapest assignment of every row to a column of its own, by shortest augmenting paths (Kuhn
 * 1955, Munkres 1957). Leaves the dual prices of the last one: what is told is their sum, which is
 * below every assignment whatever was rounded on the way.
 */
export class Assignment {
  readonly ofRow: Float64Array;
  readonly ofColumn: Float64Array;
  /** Row by column, -1 for those that nobody has. */
  readonly rowAt: Int32Array;
  private readonly least: Float64Array;
  private readonly from: Int32Array;
  private readonly isSeen: Uint8Array;

  constructor(rows: number, columns: number) {
    this.ofRow = new Float64Array(rows);
    this.ofColumn = new Float64Array(columns);
    this.rowAt = new Int32Array(columns);
    this.least = new Float64Array(columns);
    this.from = new Int32Array(columns);
    this.isSeen = new Uint8Array(columns);
  }

  /** Costs row by row. Infinity when there are fewer columns than rows. */
  solve(costs: Float64Array, rows: number, columns: number): number {
    const { ofRow, ofColumn, rowAt, least, from, isSeen } = this;
    if (columns < rows) return Infinity;
    ofColumn.fill(0, 0, columns);
    rowAt.fill(-1, 0, columns);
    for (let row = 0; row < rows; row += 1) {
      least.fill(Infinity, 0, columns);
      isSeen.fill(0, 0, columns);
      ofRow[row] = 0;
      let current = row;
      let last = -1;
      /* How much the rows and columns seen so far have risen since each was first seen. */
      let risen = 0;
      for (;;) {
        const start = current * columns;
        const base = risen - ofRow[current]!;
        let nearest = Infinity;
        let next = -1;
        for (let column = 0; column < columns; column += 1) {
          if (isSeen[column] === 1) continue;
          const length = costs[start + column]! + base - ofColumn[column]!;
          if (length < least[column]!) {
            least[column] = length;
            from[column] = last;
          }
          if (least[column]! < nearest) {
            nearest = least[column]!;
            next = column;
          }
        }
        risen = nearest;
        last = next;
        isSeen[next] = 1;
        current = rowAt[next]!;
        if (current < 0) break;
      }
      ofRow[row] = risen;
      for (let column = 0; column < columns; column += 1) {
        if (isSeen[column] === 0 || column === last) continue;
        const gain = risen - least[column]!;
        ofColumn[column] = ofColumn[column]! - gain;
        ofRow[rowAt[column]!] = ofRow[rowAt[column]!]! + gain;
      }
      while (last >= 0) {
        const before = from[last]!;
        rowAt[last] = before < 0 ? row : rowAt[before]!;
        last = before;
      }
    }
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += ofRow[row]!;
    for (let column = 0; column < columns; column += 1) sum += ofColumn[column]!;
    return sum;
  }
}
