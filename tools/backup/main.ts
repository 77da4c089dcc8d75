import { parseArgs } from 'node:util';
import { runToEnd } from '../machine/tell-refusal';
import { ledgerLines } from './ledger-lines';
import { asTyped, backupFile, withSavedDatabase } from './whose-database';
import { writeBackup } from './write-backup';

const usage = `Usage: npm run backup [-- FILE]

Saves everything Phiên knows into one file, as of one moment, while the fair goes on. Only its owner
may read the file: it holds accounts and hashed passwords. Prints count, sum and hash of every ledger.

  FILE          where to; without it, a name with the time in PHIEN_DATA/backups
  DATABASE_URL  its PostgreSQL; without it, the embedded one in PHIEN_DATA, open or closed
`;

function readFile(): string | null {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help || positionals.length > 1) return null;
    return positionals[0] === undefined ? '' : asTyped(positionals[0]);
  } catch {
    return null;
  }
}

runToEnd(async () => {
  const given = readFile();
  if (given === null) {
    process.stdout.write(usage);
    return process.argv.includes('--help') ? 0 : 2;
  }
  const madeAt = new Date();
  const file = given || backupFile(madeAt);
  const { manifest, sha256 } = await withSavedDatabase((url) => writeBackup(url, file, madeAt));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `  ✓ ${file}\n    ${manifest.tables.length} bảng · tables, ${rows} dòng · rows\n` +
      `    sha256 ${sha256}\n${ledgerLines(manifest.ledgers)}` +
      `  ! Giữ kín, và cất một bản ở nơi khác máy này · Keep it secret, and keep a copy off this machine.\n`,
  );
  return 0;
});
