import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ledgerLines } from '../backup/ledger-lines';
import { asTyped, withFreeDatabase } from '../backup/whose-database';
import { runToEnd } from '../machine/tell-refusal';

const usage = `Usage: npm run restore -- FILE [--replace]

Makes the database what it was when FILE was written by npm run backup, all of it or nothing, and
brings it to this Phiên's schema. Then it compares the facts with everything computed from them.
Ends with 1 when it refuses or something differs. No fair may be open on the database meanwhile.

  --replace     delete what the database holds; without it only an empty one is filled
  DATABASE_URL  its PostgreSQL; without it, the embedded one in PHIEN_DATA
`;

function readWish(): { file: string; mayReplace: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean' }, replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (values.help || file === undefined || rest.length > 0) return null;
    return { file: asTyped(file), mayReplace: values.replace };
  } catch {
    return null;
  }
}

async function restore(url: string, wish: { file: string; mayReplace: boolean }): Promise<number> {
  /* Modules read their settings while they are loaded. */
  process.env.DATABASE_URL = url;
  const { restoreBackup } = await import('./restore-backup');
  const { compareEveryFair } = await import('./compare-every-fair');
  const { ledgers, madeAt, migrated, rowCount } = await restoreBackup({ url, ...wish });
  process.stdout.write(
    `  ✓ ${wish.file}\n    ghi lúc · made at ${madeAt}, ${rowCount} dòng · rows\n` +
      migrated.map((name) => `    + ${name}\n`).join('') +
      ledgerLines(ledgers),
  );
  const differenceCount = await compareEveryFair();
  process.stdout.write(
    `  ${differenceCount === 0 ? '✓' : '✗'} đối soát: ${differenceCount} chênh lệch · reconciled: ${differenceCount} differences\n`,
  );
  return differenceCount === 0 ? 0 : 1;
}

runToEnd(async () => {
  const wish = readWish();
  if (wish === null) {
    process.stdout.write(usage);
    return process.argv.includes('--help') ? 0 : 2;
  }
  return withFreeDatabase((url) => restore(url, wish));
});
