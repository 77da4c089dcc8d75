import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Difference, Reconciled } from '@phien/dashboard';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../machine/project-folder';
import { keptDatabaseUrl } from './kept-database-url';

const usage = `Usage: npm run rollups:rebuild -- [--fair CODE]

Makes the board's sums again from the documents and the gates' counts, and compares them before and
after. The fair may be open. Ends with 1 when differences remain.

  DATABASE_URL  its PostgreSQL; without it, the embedded one of the open fair in PHIEN_DATA
  REDIS_URL, PHIEN_CLOCK  as the fair has them, if it has any
`;

const line = ({ what, key, unit, expected, found }: Difference) =>
  `    ${what}, ${key}: ${expected} by the facts, ${found} found (${unit})\n`;

function tell(when: string, { differenceCount, differences }: Reconciled): void {
  process.stdout.write(`  ${when}: ${differenceCount} differences\n`);
  process.stdout.write(differences.map(line).join(''));
  const untold = differenceCount - differences.length;
  if (untold > 0) process.stdout.write(`    and ${untold} more\n`);
}

/** Answers how many differences remain. */
async function rebuild(code: string | null): Promise<number> {
  const dataFolder = resolve(projectFolder, process.env.PHIEN_DATA || '.phien');
  process.env.DATABASE_URL ||= keptDatabaseUrl(dataFolder) ?? '';
  /* Modules read their settings while they are loaded. */
  const { chooseQueueBackend } = await import('@phien/store');
  const { RollupsModule } = await import('./rollups.module');
  const { RebuildFairs } = await import('./rebuild-fairs');
  chooseQueueBackend();
  const app = await NestFactory.createApplicationContext(RollupsModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    let remaining = 0;
    for await (const fair of app.get(RebuildFairs).run(code)) {
      process.stdout.write(`${fair.code}\n`);
      tell('before', fair.before);
      tell('after', fair.after);
      remaining += fair.after.differenceCount;
    }
    return remaining;
  } finally {
    await app.close();
  }
}

function readOptions(): { fair?: string; help?: boolean } | null {
  try {
    return parseArgs({ options: { fair: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null || options.help) {
    process.stdout.write(usage);
    return options === null ? 2 : 0;
  }
  return (await rebuild(options.fair ?? null)) === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exit(1);
  },
);
