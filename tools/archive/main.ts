import { parseArgs } from 'node:util';
import { ledgerLines } from '../backup/ledger-lines';
import { asTyped, withSavedDatabase } from '../backup/whose-database';
import { runToEnd } from '../machine/tell-refusal';
import { archiveFile } from './archive-file';

const usage = `Usage: npm run archive -- FAIR FILE [--draft]

Writes a sealed fair, by its code, into one file: facts, signed heads, closings, reports, papers, checksums.
npm run verify checks it without any database, npm run import reads it into another Phiên.

  --draft       also while the fair is not sealed: figures may still change
  DATABASE_URL  its PostgreSQL; without it, the embedded one in PHIEN_DATA, open or closed
`;

function readWish(): { code: string; file: string; isDraft: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean' }, draft: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [code, file, ...rest] = positionals;
    if (values.help || code === undefined || file === undefined || rest.length > 0) return null;
    return { code, file: asTyped(file), isDraft: values.draft };
  } catch {
    return null;
  }
}

runToEnd(async () => {
  const wish = readWish();
  if (wish === null) {
    process.stdout.write(usage);
    return process.argv.includes('--help') ? 0 : 2;
  }
  const { manifest, sha256 } = await withSavedDatabase((url) =>
    archiveFile(url, { ...wish, madeAt: new Date() }),
  );
  const { fair, ledger, tables } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `  ✓ ${wish.file}\n    ${rows} dòng · rows\n    sha256 ${sha256}\n` +
      ledgerLines([{ ...ledger, fairId: fair.id, code: fair.code }]) +
      `  Kiểm tra · to check it: npm run verify -- ${wish.file}\n`,
  );
  return 0;
});
