import { Readable } from 'node:stream';
import {
  plainText,
  quoted,
  readLedgers,
  readMigrations,
  readTables,
  type Connection,
} from '../database/read-database';
import type { ParcelWriter } from '../parcel-writer';
import { phienVersion } from '../phien-version';
import {
  ARCHIVE,
  factsOf,
  paperFile,
  reportFile,
  type ArchiveManifest,
} from './archive-form.rules';
import { KEPT, type KeptTable } from './archive-tables';

const README = `Lưu trữ của một hội chợ · the archive of a fair

facts/     mọi dữ kiện, mỗi dòng một bản ghi JSON: chuỗi chứng từ đúng từng byte, chữ ký của máy,
           bản chốt, khai báo, lượt đếm · every fact, one JSON object a line: the chains of documents
           byte for byte, the phones' signatures, closings, declarations, counts
reports/   các báo cáo cuối ngày đã lập · the reports of its days as they were made
papers/    bản kê, dữ liệu hóa đơn, danh sách chứng từ, báo cáo kết quả đã lập ·
           statements, sales for invoices, lists of documents, reports on the fair as they were made
manifest.json   tổng kiểm của từng tệp · the checksum of each file

Kiểm tra, không cần cơ sở dữ liệu · to check it, without any database:  npm run verify -- FILE
Nhập vào một Phiên khác · to read it into another Phiên:  npm run import -- FILE

Không có mật khẩu, mã PIN, khoá hay đường dẫn bí mật nào; có tên người và tên đơn vị.
It holds no password, PIN, key or secret link; it holds the names of people and exhibitors.
`;

export interface WrittenArchive {
  manifest: Pick<ArchiveManifest, 'fair' | 'ledger' | 'tables'>;
  /** Of the whole file, hex. */
  sha256: string;
  /** Of the names and sums of its parts, hex: the same whenever it is made of the same facts. */
  contents: string;
}

/** Reads in one snapshot from here on: as text that is the same on every server. */
export async function beginSnapshot(db: Connection, access: 'READ ONLY' | 'READ WRITE') {
  await db.query(`BEGIN ISOLATION LEVEL REPEATABLE READ ${access}`);
  await db.query(plainText);
}

/** What an archive says of its fair; undefined when no fair has the code or the id. */
export async function readArchivedFair(
  db: Connection,
  by: { code: string } | { id: string },
): Promise<ArchiveManifest['fair'] | undefined> {
  const [column, value] = 'code' in by ? ['code', by.code] : ['id', by.id];
  const { rows } = await db.query<ArchiveManifest['fair']>(
    `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn", time_zone AS "timeZone",
            day_cut_minutes AS "dayCutMinutes", state FROM fair WHERE ${column} = $1`,
    [value],
  );
  return rows[0];
}

/**
 * Writes everything that one fair is into a parcel that its verifier checks by itself. `db` is in the
 * snapshot that it is read from; memory stays small whatever the size. The parcel is
 * finished; whoever calls abandons it when this throws.
 */
export async function writeArchive(
  db: Connection,
  parcel: ParcelWriter,
  fair: ArchiveManifest['fair'],
  onProgress: (percent: number) => void = () => undefined,
): Promise<WrittenArchive> {
  await parcel.addText('README.txt', README);
  const files = await readFiles(db, fair.id);
  const steps = KEPT.length + files.length;
  let done = 0;
  const step = () => onProgress(Math.floor((99 * ++done) / steps));
  const tables = await writeTables(db, parcel, fair.id, step);
  for (const { name, table, key } of files) {
    const columns = Object.keys(key).map(quoted).join(', ');
    const values = Object.values(key);
    const places = values.map((_, at) => `$${at + 2}`).join(', ');
    const { rows } = await db.query<{ bytes: Buffer }>(
      `SELECT bytes FROM ${quoted(table)} WHERE fair_id = $1 AND (${columns}) = (${places})`,
      [fair.id, ...values],
    );
    const [row] = rows;
    if (row) await parcel.add(name, Readable.from([row.bytes]));
    step();
  }
  const found = (await readLedgers(db)).find(({ fairId }) => fairId === fair.id);
  if (found === undefined) throw new Error('The fair has no ledger.');
  const { fairId: _, code: __, ...ledger } = found;
  const migrations = await readMigrations(db);
  const manifest = { ...ARCHIVE, phien: phienVersion(), fair, ledger, tables, migrations };
  const contents = parcel.contents();
  return { manifest, contents, sha256: await parcel.finish(manifest) };
}

async function writeTables(
  db: Connection,
  parcel: ParcelWriter,
  fairId: string,
  onTable: () => void,
) {
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
    onTable();
  }
  const people = await writeRows(
    db,
    parcel,
    { name: 'account', rowsAtOnce: 2_000 },
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
  { name, rowsAtOnce }: Pick<KeptTable, 'name' | 'rowsAtOnce'>,
  sql: string,
): Promise<number> {
  let count = 0;
  async function* lines() {
    await db.query(`DECLARE rows NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await db.query<{ line: string }>(`FETCH ${rowsAtOnce} FROM rows`);
      if (rows.length === 0) break;
      count += rows.length;
      yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''), 'utf8');
    }
    await db.query('CLOSE rows');
  }
  await parcel.add(factsOf(name), Readable.from(lines()));
  return count;
}

/** A stored file: its name in the archive, and where its bytes lie. */
interface StoredFile {
  name: string;
  table: 'report' | 'paper_file';
  key: Record<string, string | number>;
}

async function readFiles(db: Connection, fairId: string): Promise<StoredFile[]> {
  const { rows: reports } = await db.query<Parameters<typeof reportFile>[0]>(
    `SELECT day::text, revision, kind, language, format FROM report WHERE fair_id = $1
      ORDER BY 1, 2, 3, 4, 5`,
    [fairId],
  );
  const { rows: papers } = await db.query<
    Parameters<typeof paperFile>[0]['paper'] & { language: string; format: string }
  >(
    `SELECT p.id, p.kind, p.day::text, p.edition, f.language, f.format
       FROM paper_file f JOIN paper p ON p.fair_id = f.fair_id AND p.id = f.paper_id
      WHERE f.fair_id = $1 ORDER BY p.kind, p.id, f.language, f.format`,
    [fairId],
  );
  return [
    ...reports.map((report): StoredFile => {
      const { day, revision, kind, language, format } = report;
      return {
        name: reportFile(report),
        table: 'report',
        key: { day, revision, kind, language, format },
      };
    }),
    ...papers.map(({ language, format, ...paper }): StoredFile => ({
      name: paperFile({ paper, language, format }),
      table: 'paper_file',
      key: { paper_id: paper.id, language, format },
    })),
  ];
}
