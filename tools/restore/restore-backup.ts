import {
  columnsOf,
  notAParcel,
  Parcel,
  parcelChanged,
  plainText,
  quoted,
  readForeignKeys,
  readLedgers,
  readTables,
  type LedgerSum,
  type SavedTable,
} from '@phien/parcel';
import { migrations, postgresOptions } from '@phien/store';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import {
  databaseNotEmpty,
  databaseOfAnother,
  fairIsOpen,
  ledgerDiffers,
  rowsRefused,
  schemaOfLaterVersion,
  tablesDiffer,
} from '../backup/backup.refusals';
import {
  BACKUP,
  ledgerDifference,
  loadingOrder,
  partOf,
  type BackupManifest,
} from '../backup/backup.rules';

export interface RestoreWish {
  url: string;
  file: string;
  /** What the database holds may be deleted. */
  mayReplace: boolean;
}

export interface Restored {
  madeAt: string;
  /** Read again from the database. */
  ledgers: LedgerSum[];
  rowCount: number;
  /** Steps of the schema that the backup did not have yet. */
  migrated: string[];
}

/**
 * Makes a database what it was when the backup was written, and brings it to the newest schema: all
 * of it in one transaction, or nothing. No guard of the database is lifted, so a file that somebody
 * wrote anew, checksums and all, is refused where its chains, sums or keys do not hold.
 *
 * Throws `not_a_parcel`, `wrong_kind_of_parcel`, `made_by_later_version`, `parcel_changed`,
 * `database_not_empty`, `database_of_another`, `fair_is_open`, `tables_differ`, `rows_refused`, `ledger_differs`.
 */
export async function restoreBackup({ url, file, mayReplace }: RestoreWish): Promise<Restored> {
  const parcel = await Parcel.open(file, BACKUP);
  try {
    const manifest = manifestOf(parcel);
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = manifest.migrations.filter((name) => !known.has(name));
    if (unknown.length > 0) throw schemaOfLaterVersion(file, unknown);
    const changed = await parcel.changedParts();
    if (changed.length > 0) throw parcelChanged(file, changed);
    return await inOneTransaction(url, (db, client) =>
      new Restoring(parcel, manifest, db, client).run(mayReplace),
    );
  } finally {
    parcel.close();
  }
}

function manifestOf(parcel: Parcel): BackupManifest {
  const manifest = parcel.manifest as unknown as BackupManifest;
  const lists = ['migrations', 'tables', 'sequences', 'ledgers'] as const;
  if (!lists.every((name) => Array.isArray(manifest[name]))) throw notAParcel(parcel.file);
  return manifest;
}

/* A connection of its own without pipelining, which a COPY cannot be part of. */
async function inOneTransaction<T>(
  url: string,
  work: (db: QueryRunner, client: ClientBase) => Promise<T>,
): Promise<T> {
  const source = new DataSource({
    ...postgresOptions(url, 1),
    applicationName: 'phien restore',
    extra: { options: '-c timezone=UTC' },
  });
  await source.initialize();
  const db = source.createQueryRunner();
  try {
    const client = (await db.connect()) as ClientBase;
    await db.startTransaction();
    const done = await work(db, client);
    await db.commitTransaction();
    return done;
  } catch (failure) {
    if (db.isTransactionActive) await db.rollbackTransaction().catch(() => undefined);
    throw failure;
  } finally {
    await db.release();
    await source.destroy();
  }
}

/* It makes its table only for steps that it takes and writes down itself; ours are in the backup. */
class SchemaSteps extends MigrationExecutor {
  makeTable(db: QueryRunner): Promise<void> {
    return this.createMigrationsTableIfNotExist(db);
  }
}

class Restoring {
  private readonly steps: SchemaSteps;

  constructor(
    private readonly parcel: Parcel,
    private readonly manifest: BackupManifest,
    private readonly db: QueryRunner,
    private readonly client: ClientBase,
  ) {
    this.steps = new SchemaSteps(db.dataSource, db);
    this.steps.transaction = 'none';
  }

  async run(mayReplace: boolean): Promise<Restored> {
    const { client, manifest } = this;
    await client.query(plainText);
    await this.takeAlone();
    const found = await readTables(client);
    if (found.length > 0) {
      if (!found.some(({ name }) => name === 'migration')) throw databaseOfAnother();
      if (!mayReplace) throw databaseNotEmpty();
      await this.dropEverything(found.map(({ name }) => quoted(name)));
    }
    await this.makeSchema();
    for (const table of await this.inOrder()) await this.fill(table);
    await this.check('document_line', () => client.query(`SET CONSTRAINTS ALL IMMEDIATE`));
    for (const { name, last } of manifest.sequences) {
      await client.query(`SELECT setval($1::regclass, $2)`, [quoted(name), last]);
    }
    const names = manifest.tables.map(({ name }) => quoted(name));
    await client.query(`ANALYZE ${names.join(', ')}`);
    const ledgers = await readLedgers(client);
    const differing = ledgerDifference(manifest.ledgers, ledgers);
    if (differing !== null) throw ledgerDiffers(differing);
    const newer = await this.steps.executePendingMigrations();
    return {
      madeAt: manifest.madeAt,
      ledgers,
      rowCount: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      migrated: newer.map(({ name }) => name),
    };
  }

  /* Whoever sells into a database that is replaced under its feet loses what it was told is kept. */
  private async takeAlone(): Promise<void> {
    const { rows } = await this.client.query<{ count: string }>(
      `SELECT count(*)::text AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'phien'`,
    );
    if (rows[0]?.count !== '0') throw fairIsOpen();
  }

  /* Jobs that wait were of the old data; what is due is asked of the new. */
  private async dropEverything(tables: readonly string[]): Promise<void> {
    await this.client.query(`DROP TABLE ${tables.join(', ')} CASCADE`);
    await this.client.query(`DROP SCHEMA IF EXISTS bullmq CASCADE`);
    const { rows } = await this.client.query<{ it: string }>(
      `SELECT p.oid::regprocedure::text AS it FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (
          SELECT 1 FROM pg_depend x WHERE x.objid = p.oid AND x.classid = 'pg_proc'::regclass AND x.deptype = 'e')`,
    );
    for (const { it } of rows) await this.client.query(`DROP FUNCTION ${it}`);
  }

  /* As the backup had it, and without the reference rows that the steps bring: those are in the file. */
  private async makeSchema(): Promise<void> {
    await this.steps.makeTable(this.db);
    for (const name of this.manifest.migrations) {
      const step = migrations.find((each) => each.name === name);
      if (step !== undefined) await new step().up(this.db);
    }
    const made = await readTables(this.client);
    const saved = new Set(this.manifest.tables.map(({ name }) => name));
    const differing = made.filter(({ name }) => !saved.delete(name)).map(({ name }) => name);
    if (differing.length + saved.size > 0) {
      throw tablesDiffer(this.parcel.file, [...differing, ...saved]);
    }
    const names = made.map(({ name }) => quoted(name));
    for (const name of names) await this.client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    await this.client.query(`TRUNCATE ${names.join(', ')}`);
    for (const name of names) await this.client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  }

  private async inOrder(): Promise<SavedTable[]> {
    const { tables } = this.manifest;
    const order = loadingOrder(
      tables.map(({ name }) => name),
      await readForeignKeys(this.client),
    );
    return order.flatMap((name) => tables.find((table) => table.name === name) ?? []);
  }

  private async fill(table: SavedTable): Promise<void> {
    const source = await this.parcel.read(partOf(table.name));
    const copy = copyFrom(
      `COPY ${quoted(table.name)} (${columnsOf(table)}) FROM STDIN (FORMAT csv, HEADER MATCH)`,
    );
    await this.check(table.name, () => pipeline(source, this.client.query(copy)));
    if (copy.rowCount !== table.rows) {
      throw rowsRefused(table.name, `${copy.rowCount} of ${table.rows} rows`);
    }
  }

  private async check(table: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      const { code, message } = failure as Error & { code?: string };
      /* Of SQL, five letters: a broken file and a lost connection speak for themselves. */
      if (!/^(22|23)[0-9A-Z]{3}$/.test(code ?? '')) throw failure;
      throw rowsRefused(table, message);
    }
  }
}
