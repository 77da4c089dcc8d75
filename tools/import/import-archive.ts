import {
  ARCHIVE,
  KEPT,
  paperFile,
  Parcel,
  plainText,
  quoted,
  readForeignKeys,
  readLedgers,
  reportFile,
  type ArchiveManifest,
} from '@phien/parcel';
import { migrate, migrations } from '@phien/store';
import { Client } from 'pg';
import { archiveUnsound, fairIsHere, importNotSealed } from '../archive/archive.refusals';
import { ledgerDiffers, schemaOfLaterVersion } from '../backup/backup.refusals';
import { loadingOrder } from '../backup/backup.rules';
import type { PaperFileRow, PaperRow, ReportRow } from '../verify/archive-rows';
import { rowsOf } from '../verify/read-rows';
import { verifyArchive } from '../verify/verify-archive';

/* In one statement: so many rows, or so many letters, whichever comes first. */
const ROWS_AT_ONCE = 500;
const LETTERS_AT_ONCE = 4_000_000;

type Row = Record<string, unknown>;

/*
 * What was withheld and the database insists on: for a secret noise, of which nobody knows what it would
 * be the hash of; for words nothing. Nobody signs in as a person of an archive, and no link or sensor of
 * it works.
 */
const NOISE = `sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))`;
export const FILLED: Readonly<Record<string, Record<string, string>>> = {
  declare_link: { token_hash: NOISE },
  gate_sensor: { key: NOISE },
  fee_payment: { bank_text: `''`, note: `''` },
};

/**
 * Reads the archive of a sealed fair into a Phiên that does not have it, all of it or nothing, past
 * every guard of the database. Its people come along by name alone, without a way to sign in.
 *
 * Throws what `verifyArchive` throws, `archive_unsound`, `made_by_later_version`, `fair_not_sealed`,
 * `fair_is_here`, `ledger_differs`.
 */
export async function importArchive(url: string, file: string): Promise<ArchiveManifest> {
  const { manifest, faults } = await verifyArchive(file);
  if (faults.length > 0) throw archiveUnsound(file, faults.length);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw schemaOfLaterVersion(file, unknown);
  if (manifest.fair.state !== 'sealed') throw importNotSealed(manifest.fair.code);
  await migrate(url);
  const parcel = await Parcel.open(file, ARCHIVE);
  const client = new Client({ connectionString: url, application_name: 'phien import' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(plainText);
    await refuseKnownFair(client, manifest);
    await fill(client, parcel);
    await refuseOtherLedger(client, manifest);
    await client.query('COMMIT');
    return manifest;
  } finally {
    /* What was not committed is rolled back by leaving. */
    await client.end();
    parcel.close();
  }
}

async function refuseKnownFair(db: Client, { fair }: ArchiveManifest): Promise<void> {
  const { rowCount } = await db.query(`SELECT 1 FROM fair WHERE id = $1 OR code = $2`, [
    fair.id,
    fair.code,
  ]);
  if (rowCount !== 0) throw fairIsHere(fair.code);
}

async function refuseOtherLedger(db: Client, { fair, ledger }: ArchiveManifest): Promise<void> {
  await db.query('SET CONSTRAINTS ALL IMMEDIATE');
  const found = (await readLedgers(db)).find(({ fairId }) => fairId === fair.id);
  const isSame =
    found?.linkCount === ledger.linkCount &&
    found.documentCount === ledger.documentCount &&
    found.totalVnd === ledger.totalVnd &&
    found.hash === ledger.hash;
  if (!isSame) throw ledgerDiffers(fair.code);
}

async function fill(db: Client, parcel: Parcel): Promise<void> {
  await insertRows(db, 'account', people(parcel), 'ON CONFLICT (id) DO NOTHING');
  const order = loadingOrder(
    KEPT.map(({ name }) => name),
    await readForeignKeys(db),
  );
  for (const table of order) {
    if (table === 'report') await insertRows(db, table, reports(parcel));
    else if (table === 'paper_file') await insertRows(db, table, paperFiles(parcel));
    else if (table === 'document') {
      /* A sale before what takes it back. */
      await insertRows(db, table, documents(parcel, { takeBack: false }));
      await insertRows(db, table, documents(parcel, { takeBack: true }));
    } else await insertRows(db, table, rowsOf<Row>(parcel, table));
  }
}

async function* people(parcel: Parcel): AsyncGenerator<Row> {
  const now = new Date().toISOString();
  for await (const { id, name } of rowsOf<{ id: string; name: string }>(parcel, 'account')) {
    yield {
      id,
      name,
      login: `archive-${id}`,
      password_hash: '',
      may_open_fairs: false,
      is_demo: false,
      created_at: now,
      disabled_at: now,
    };
  }
}

async function* reports(parcel: Parcel): AsyncGenerator<Row> {
  for await (const row of rowsOf<ReportRow>(parcel, 'report')) {
    const bytes = await parcel.readWhole(reportFile(row));
    yield { ...row, bytes: `\\x${bytes.toString('hex')}` };
  }
}

async function* paperFiles(parcel: Parcel): AsyncGenerator<Row> {
  const papers = new Map<string, Pick<PaperRow, 'id' | 'kind' | 'day' | 'edition'>>();
  for await (const { id, kind, day, edition } of rowsOf<PaperRow>(parcel, 'paper')) {
    papers.set(id, { id, kind, day, edition });
  }
  for await (const row of rowsOf<PaperFileRow>(parcel, 'paper_file')) {
    const { paper_id: id, language, format } = row;
    const bytes = await parcel.readWhole(paperFile({ paper: papers.get(id)!, language, format }));
    yield { ...row, bytes: `\\x${bytes.toString('hex')}` };
  }
}

async function* documents(
  parcel: Parcel,
  { takeBack }: { takeBack: boolean },
): AsyncGenerator<Row> {
  for await (const row of rowsOf<Row>(parcel, 'document')) {
    if ((row.original_id !== null) === takeBack) yield row;
  }
}

async function insertRows(
  db: Client,
  table: string,
  rows: AsyncIterable<Row>,
  onConflict = '',
): Promise<void> {
  let batch: string[] = [];
  let letters = 0;
  let columns: string[] = [];
  for await (const row of rows) {
    columns = Object.keys(row);
    const text = JSON.stringify(row);
    batch.push(text);
    letters += text.length;
    if (batch.length < ROWS_AT_ONCE && letters < LETTERS_AT_ONCE) continue;
    await insertBatch(db, table, { columns, batch }, onConflict);
    [batch, letters] = [[], 0];
  }
  if (batch.length > 0) await insertBatch(db, table, { columns, batch }, onConflict);
}

async function insertBatch(
  db: Client,
  table: string,
  { columns, batch }: { columns: readonly string[]; batch: readonly string[] },
  onConflict: string,
): Promise<void> {
  const filled = FILLED[table] ?? {};
  const given = columns.map(quoted);
  const into = [...given, ...Object.keys(filled).map(quoted)].join(', ');
  const values = [...given, ...Object.values(filled)].join(', ');
  await db.query(
    `INSERT INTO ${quoted(table)} (${into})
     SELECT ${values} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json) ${onConflict}`,
    [`[${batch.join(',')}]`],
  );
}
