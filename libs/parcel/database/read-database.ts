import type { ClientBase } from 'pg';

/** One table as it was saved. */
export interface SavedTable {
  name: string;
  columns: string[];
  rows: number;
}

/** What a fair's ledger comes to: equal before and after, or something is lost. */
export interface LedgerSum {
  fairId: string;
  code: string;
  /** Everything the chains hold, booked or set aside. */
  linkCount: number;
  /** What is booked of it. */
  documentCount: number;
  totalVnd: number;
  /** Of the chain hashes of every link, by register, epoch and sequence. Hex. */
  hash: string;
}

/** A key between two tables, other than of a table to itself. */
export interface ForeignKey {
  from: string;
  to: string;
  isDeferrable: boolean;
}

/** Any connection; what is read is read in the transaction that it is in. */
export type Connection = Pick<ClientBase, 'query'>;

/** Values read as text must read the same on every server. */
export const plainText = [
  `SET LOCAL datestyle TO 'ISO, YMD'`,
  `SET LOCAL intervalstyle TO 'postgres'`,
  `SET LOCAL timezone TO 'UTC'`,
  `SET LOCAL bytea_output TO 'hex'`,
  `SET LOCAL extra_float_digits TO 3`,
  `SET LOCAL synchronize_seqscans TO off`,
  `SET LOCAL statement_timeout TO 0`,
  `SET LOCAL idle_in_transaction_session_timeout TO 0`,
].join(';');

/* Tables of ours: those of an extension come with it. */
const OURS = `c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (
  SELECT 1 FROM pg_depend x WHERE x.objid = c.oid AND x.classid = 'pg_class'::regclass AND x.deptype = 'e')`;

/** Every table, with its columns in their order. */
export async function readTables(db: Connection): Promise<Omit<SavedTable, 'rows'>[]> {
  const { rows } = await db.query<{ name: string; columns: string[] }>(
    `SELECT c.relname::text AS name, ARRAY(SELECT a.attname::text FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns
     FROM pg_class c WHERE ${OURS} ORDER BY c.relname`,
  );
  return rows;
}

/** The keys between tables. */
export async function readForeignKeys(db: Connection): Promise<ForeignKey[]> {
  const { rows } = await db.query<ForeignKey>(
    `SELECT DISTINCT c.relname::text AS "from", r.relname::text AS "to", k.condeferrable AS "isDeferrable"
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.contype = 'f' AND c.oid <> r.oid AND ${OURS}`,
  );
  return rows;
}

export async function readMigrations(db: Connection): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(`SELECT name FROM migration ORDER BY id`);
  return rows.map(({ name }) => name);
}

export async function readSequences(db: Connection): Promise<{ name: string; last: number }[]> {
  const { rows } = await db.query<{ name: string; last: string }>(
    `SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ name, last }) => ({ name, last: Number(last) }));
}

/** What every fair's ledger comes to. */
export async function readLedgers(db: Connection): Promise<LedgerSum[]> {
  const { rows } = await db.query<Record<keyof LedgerSum, string>>(
    `SELECT f.id AS "fairId", f.code, l.count::text AS "linkCount", d.count::text AS "documentCount",
            d.vnd::text AS "totalVnd", encode(sha256(l.hashes), 'hex') AS hash
       FROM fair f,
       LATERAL (SELECT count(*) AS count, coalesce(string_agg(hash, ''::bytea
                  ORDER BY register_id, epoch, sequence), ''::bytea) AS hashes
                  FROM link WHERE fair_id = f.id) l,
       LATERAL (SELECT count(*) AS count, coalesce(sum(total_vnd), 0) AS vnd
                  FROM document WHERE fair_id = f.id) d
      ORDER BY f.code`,
  );
  return rows.map((row) => ({
    fairId: row.fairId,
    code: row.code,
    linkCount: Number(row.linkCount),
    documentCount: Number(row.documentCount),
    totalVnd: Number(row.totalVnd),
    hash: row.hash,
  }));
}

/** A name as SQL reads it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const columnsOf = ({ columns }: { columns: readonly string[] }) =>
  columns.map(quoted).join(', ');
