import type { ForeignKey, LedgerSum, Manifest, SavedTable } from '@phien/parcel';

export const BACKUP = { kind: 'phien-backup', layout: 1 } as const;

/** What a backup says of itself. */
export interface BackupManifest extends Manifest {
  /** The steps of the schema that the database had taken, in their order. */
  migrations: string[];
  tables: SavedTable[];
  /** The last number that each sequence gave out. */
  sequences: { name: string; last: number }[];
  ledgers: LedgerSum[];
}

export const partOf = (table: string) => `tables/${table}.csv`;

/**
 * The order in which tables are filled under all guards of the database: what a key names comes
 * first. Where a key may wait for the end, the parts come first instead: a document is weighed
 * against its lines and payments the moment it is written. Throws when keys run in a circle.
 */
export function loadingOrder(tables: readonly string[], keys: readonly ForeignKey[]): string[] {
  const waitsFor = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { from, to, isDeferrable } of keys) {
    const [first, second] = isDeferrable ? [from, to] : [to, from];
    /* What is not to be filled is there already. */
    if (waitsFor.has(first)) waitsFor.get(second)?.add(first);
  }
  const order: string[] = [];
  while (order.length < tables.length) {
    const ready = tables.filter(
      (table) =>
        !order.includes(table) &&
        [...(waitsFor.get(table) ?? [])].every((other) => order.includes(other)),
    );
    if (ready.length === 0) {
      const stuck = tables.filter((table) => !order.includes(table));
      throw new Error(`The keys of these tables run in a circle: ${stuck.join(', ')}.`);
    }
    order.push(...ready);
  }
  return order;
}

/** Why a backup's ledgers are not those that were found; null when they are the same. */
export function ledgerDifference(
  written: readonly LedgerSum[],
  found: readonly LedgerSum[],
): string | null {
  const asText = (ledger: LedgerSum | undefined) => ledger && JSON.stringify(Object.values(ledger));
  const of = (ledgers: readonly LedgerSum[], id: string) =>
    asText(ledgers.find(({ fairId }) => fairId === id));
  const ids = new Set([...written, ...found].map(({ fairId }) => fairId));
  for (const id of ids) if (of(written, id) !== of(found, id)) return id;
  return null;
}
