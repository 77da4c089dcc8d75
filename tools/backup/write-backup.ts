import {
  columnsOf,
  ParcelWriter,
  phienVersion,
  plainText,
  quoted,
  readLedgers,
  readMigrations,
  readSequences,
  readTables,
  type Connection,
  type SavedTable,
} from '@phien/parcel';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BACKUP, partOf, type BackupManifest } from './backup.rules';
import { nothingToSave } from './backup.refusals';

const README = `Bản sao lưu của Phiên · a backup of Phiên

Mọi bảng của cơ sở dữ liệu, mỗi bảng một tệp CSV trong tables/, chụp tại một thời điểm.
Every table of the database, one CSV file each under tables/, as of one moment.

! GIỮ KÍN · KEEP IT SECRET. Trong tệp có: tên và tài khoản của mọi người, mật khẩu và PIN đã băm,
  phiên đăng nhập và đường dẫn đã băm, số tài khoản nhận tiền của gian hàng, nhật ký thao tác.
  Không có khoá riêng của điện thoại nào: khoá ấy không bao giờ rời máy.
  It holds: people's names and logins, hashed passwords and PINs, hashes of sessions and links,
  the bank accounts booths are paid to, the audit log. It holds no phone's private key: those
  never leave the phones.

Khôi phục · to go back to it:  npm run restore -- FILE
`;

/** What was written, and where. */
export interface WrittenBackup {
  manifest: Pick<BackupManifest, 'tables' | 'ledgers' | 'migrations'>;
  /** Of the whole file, hex. */
  sha256: string;
}

/**
 * Saves the whole database into one file while the fair goes on: everything is read in one snapshot,
 * so no sale is half in it. Memory stays small whatever the size. Throws `nothing_to_save`.
 *
 * @param madeAt real time: it says when the file was made, not what day the fair has
 */
export async function writeBackup(url: string, file: string, madeAt: Date): Promise<WrittenBackup> {
  const client = new Client({ connectionString: url, application_name: 'phien backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(plainText);
    const tables = await readTables(client);
    if (!tables.some(({ name }) => name === 'migration')) throw nothingToSave();
    const parcel = await ParcelWriter.create(file, madeAt);
    try {
      await parcel.addText('README.txt', README);
      const saved: SavedTable[] = [];
      for (const table of tables) saved.push(await saveTable(client, parcel, table));
      const manifest = {
        ...BACKUP,
        phien: phienVersion(),
        migrations: await readMigrations(client),
        tables: saved,
        /* Sequences know no snapshot: read last, they are past everything that was saved. */
        sequences: await readSequences(client),
        ledgers: await readLedgers(client),
      };
      return { manifest, sha256: await parcel.finish(manifest) };
    } catch (failure) {
      await parcel.abandon();
      throw failure;
    }
  } finally {
    await client.end();
  }
}

async function saveTable(
  client: Client,
  parcel: ParcelWriter,
  table: Omit<SavedTable, 'rows'>,
): Promise<SavedTable> {
  const copy = client.query(
    copyTo(`COPY ${quoted(table.name)} (${columnsOf(table)}) TO STDOUT (FORMAT csv, HEADER)`),
  );
  await parcel.add(partOf(table.name), copy);
  return { ...table, rows: await rowsCopied(client, copy) };
}

/* The number comes after the last byte, and surely before the answer to the next question. */
async function rowsCopied(db: Connection, copy: { rowCount: number }): Promise<number> {
  await db.query('SELECT 1');
  return copy.rowCount;
}
