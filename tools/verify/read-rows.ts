import { factsOf, type Parcel } from '@phien/parcel';
import { createInterface } from 'node:readline';

/** The rows of a table one by one, in the order they lie; none when the archive lacks the table. */
export async function* rowsOf<T>(parcel: Parcel, table: string): AsyncGenerator<T> {
  const name = factsOf(table);
  if (!parcel.manifest.parts.some((part) => part.name === name)) return;
  const source = await parcel.read(name);
  const lines = createInterface({ input: source, crlfDelay: Infinity });
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as T;
}

export async function allRows<T>(parcel: Parcel, table: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of rowsOf<T>(parcel, table)) rows.push(row);
  return rows;
}

/** Groups rows that follow one another with the same key; memory holds one group at a time. */
export async function* groupsOf<T>(
  rows: AsyncIterable<T>,
  keyOf: (row: T) => string,
): AsyncGenerator<{ key: string; rows: T[] }, void> {
  let group: { key: string; rows: T[] } | null = null;
  for await (const row of rows) {
    const key = keyOf(row);
    if (group !== null && group.key === key) group.rows.push(row);
    else {
      if (group !== null) yield group;
      group = { key, rows: [row] };
    }
  }
  if (group !== null) yield group;
}

/** Answers the groups of ascending keys as they are asked for, ascending; empty where there is none. */
export class GroupsByKey<T> {
  private readonly groups: AsyncGenerator<{ key: string; rows: T[] }, void>;
  private next: { key: string; rows: T[] } | null = null;
  private isBegun = false;
  /** Groups that nobody asked for. */
  unasked = 0;

  constructor(rows: AsyncIterable<T>, keyOf: (row: T) => string) {
    this.groups = groupsOf(rows, keyOf);
  }

  async take(key: string): Promise<T[]> {
    if (!this.isBegun) await this.step();
    while (this.next !== null && this.next.key < key) {
      this.unasked += 1;
      await this.step();
    }
    if (this.next?.key !== key) return [];
    const { rows } = this.next;
    await this.step();
    return rows;
  }

  /** Goes to the end. */
  async finish(): Promise<void> {
    if (!this.isBegun) await this.step();
    while (this.next !== null) {
      this.unasked += 1;
      await this.step();
    }
  }

  private async step(): Promise<void> {
    this.isBegun = true;
    const step = await this.groups.next();
    this.next = step.done === true ? null : step.value;
  }
}
