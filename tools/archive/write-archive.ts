import { Client } from 'pg';
import { Readable } from 'node:stream';
import { phienVersion } from '../backup/phien-version';
import {
  plainText,
  quoted,
  readLedgers,
  readMigrations,
  readTables,
  type Connection,
} from '../backup/read-database';
import { ParcelWriter } from '../parcel/parcel-writer';
import {
  ARCHIVE,
  factsOf,
  reportFile,
  type ArchiveManifest,
  type ReportRow,
} from '../verify/archive.rules';
import { KEPT, type KeptTable } from './archive-tables';
import { fairNotSealed, noSuchFair } from './archive.refusals';

const README = `Lưu trữ của một hội chợ · the archive of a fair

facts/     mọi dữ kiện, mỗi dòng một bản ghi JSON: chuỗi chứng từ đúng từng byte, chữ ký của máy,
           bản chốt, khai báo, lượt đếm · every fact, one JSON object a line: the chains of documents
           byte for byte, the phones' signatures, closings, declarations, counts
reports/   các báo cáo đã in · the reports that were printed
manifest.json   tổng kiểm của từng tệp · the checksum of each file

Kiểm tra, không cần cơ sở dữ liệu · to check it, without any database:  npm run verify -- FILE
Nhập vào một Phiên khác · to read it into another Phiên:  npm run import -- FILE

Không có mật khẩu, mã PIN, khoá hay đường dẫn bí mật nào; có tên người và tên đơn vị.
It holds no password, PIN, key or secret link; it holds the names of people and exhibitors.
`;

/* How many rows Postgres hands over at once. */
const AT_ONCE = 2_000;

export interface WrittenArchive {
  manifest: Pick<ArchiveManifest, 'fair' | 'ledger' | 'tables'>;
  /** Of the whole file, hex. */
  sha256: string;
}

/**
 * Writes everything that one fair is into a file that its verifier checks by itself, read in one
 * snapshot. Throws `fair_not_found`, and `fair_not_sealed` unless a draft is wished for.
 */
export async function writeArchive(
  url: string,
  wish: { code: string; file: string; isDraft: boolean; madeAt: Date },
): Promise<WrittenArchive> {
  const client = new Client({ connectionString: url, application_name: 'phien archive' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(plainText);
    const fair = await readFair(client, wish.code);
    if (fair.state !== 'sealed' && !wish.isDraft) throw fairNotSealed(wish.code);
    const parcel = await ParcelWriter.create(wish.file, wish.madeAt);
    try {
      await parcel.addText('README.txt', README);
      const tables = await writeTables(client, parcel, fair.id);
      await writeReports(client, parcel, fair.id);
      const [found] = (await readLedgers(client)).filter(({ fairId }) => fairId === fair.id);
      if (found === undefined) throw noSuchFair(wish.code);
      const { fairId: _, code: __, ...ledger } = found;
      const migrations = await readMigrations(client);
      const manifest = { ...ARCHIVE, phien: phienVersion(), fair, ledger, tables, migrations };
      return { manifest, sha256: await parcel.finish(manifest) };
    } catch (failure) {
      await parcel.abandon();
      throw failure;
    }
  } finally {
    await client.end();
  }
}

async function readFair(db: Connection, code: string): Promise<ArchiveManifest['fair']> {
  const { rows } = await db.query<ArchiveManifest['fair']>(
    `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn", time_zone AS "timeZone",
            day_cut_minutes AS "dayCutMinutes", state FROM fair WHERE code = $1`,
    [code],
  );
  const [fair] = rows;
  if (fair === undefined) throw noSuchFair(code);
  return fair;
}

async function writeTables(db: Connection, parcel: ParcelWriter, fairId: string) {
  const columnsByTable = new Map(
    (await readTables(db)).map((table) => [table.name, table.columns]),
  );
  const tables: ArchiveManifest['tables'] = [];
  for (const table of KEPT) {
    const columns = (columnsByTable.get(table.name) ?? [])
      .filter((column) => !table.withheld.includes(column))
      .map(quoted);
    const where = table.name === 'fair' ? 'id' : 'fair_id';
    const rows = await writeRows(
      db,
      parcel,
      table,
      `SELECT row_to_json(x)::text AS line FROM (SELECT ${columns.join(', ')} FROM ${quoted(table.name)}
        WHERE ${where} = '${fairId}' ORDER BY ${table.orderBy}) x`,
    );
    tables.push({ name: table.name, rows, withheld: [...table.withheld] });
  }
  const people = await writeRows(
    db,
    parcel,
    { name: 'account' },
    `SELECT row_to_json(x)::text AS line FROM (
       SELECT id, name FROM account WHERE id IN (${await accountsNamed(db, fairId)}) ORDER BY id) x`,
  );
  tables.push({ name: 'account', rows: people, withheld: ['login', 'password_hash'] });
  return tables;
}

/** Whoever is named by a row that is kept, by the keys that the database knows. */
async function accountsNamed(db: Connection, fairId: string): Promise<string> {
  const { rows } = await db.query<{ table: string; column: string }>(
    `SELECT c.relname::text AS "table", a.attname::text AS "column"
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
      WHERE k.contype = 'f' AND k.confrelid = 'account'::regclass ORDER BY 1, 2`,
  );
  return rows
    .filter(({ table }) => KEPT.some(({ name }) => name === table))
    .map(
      ({ table, column }) =>
        `SELECT ${quoted(column)} FROM ${quoted(table)} WHERE fair_id = '${fairId}'`,
    )
    .join(' UNION ');
}

async function writeRows(
  db: Connection,
  parcel: ParcelWriter,
  { name }: Pick<KeptTable, 'name'>,
  sql: string,
): Promise<number> {
  let count = 0;
  async function* lines() {
    await db.query(`DECLARE rows NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await db.query<{ line: string }>(`FETCH ${AT_ONCE} FROM rows`);
      if (rows.length === 0) break;
      count += rows.length;
      yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''), 'utf8');
    }
    await db.query('CLOSE rows');
  }
  await parcel.add(factsOf(name), Readable.from(lines()));
  return count;
}

async function writeReports(db: Connection, parcel: ParcelWriter, fairId: string): Promise<void> {
  const key = `day::text, revision, kind, language, format`;
  const { rows: reports } = await db.query<Omit<ReportRow, 'sha256'>>(
    `SELECT ${key} FROM report WHERE fair_id = $1 ORDER BY 1, 2, 3, 4, 5`,
    [fairId],
  );
  for (const report of reports) {
    const { rows } = await db.query<{ bytes: Buffer }>(
      `SELECT bytes FROM report WHERE fair_id = $1 AND (${key}) = ($2, $3, $4, $5, $6)`,
      [fairId, report.day, report.revision, report.kind, report.language, report.format],
    );
    const [row] = rows;
    if (row) await parcel.add(reportFile(report), Readable.from([row.bytes]));
  }
}
