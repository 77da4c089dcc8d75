import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ledgerLines } from '../backup/ledger-lines';
import { asTyped, withSavedDatabase } from '../backup/whose-database';
import { runToEnd } from '../machine/tell-refusal';

const usage = `Usage: npm run import -- FILE

Reads the archive of a sealed fair, written by npm run archive, into a Phiên that does not have it.
The archive is verified first. Its people come along by name alone; who may see the fair here, its
organizers decide anew.

  DATABASE_URL  its PostgreSQL; without it, the embedded one in PHIEN_DATA, open or closed
`;

function readFile(): string | null {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    return values.help || file === undefined || rest.length > 0 ? null : asTyped(file);
  } catch {
    return null;
  }
}

async function importInto(url: string, file: string): Promise<number> {
  /* Modules read their settings while they are loaded. */
  process.env.DATABASE_URL = url;
  const { importArchive } = await import('./import-archive');
  const { rebuildOneFair } = await import('./rebuild-one-fair');
  const { fair, ledger } = await importArchive(url, file);
  process.stdout.write(
    `  ✓ ${fair.nameVi} · ${fair.nameEn}\n` +
      ledgerLines([{ ...ledger, fairId: fair.id, code: fair.code }]),
  );
  const differenceCount = await rebuildOneFair(fair.code);
  process.stdout.write(
    `  ${differenceCount === 0 ? '✓' : '✗'} đối soát: ${differenceCount} chênh lệch · reconciled: ${differenceCount} differences\n`,
  );
  return differenceCount === 0 ? 0 : 1;
}

runToEnd(async () => {
  const file = readFile();
  if (file === null) {
    process.stdout.write(usage);
    return process.argv.includes('--help') ? 0 : 2;
  }
  return withSavedDatabase((url) => importInto(url, file));
});
