import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { resolve } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { isRunning } from '../machine/running-process';
import { keptDatabaseUrl } from '../rollups/kept-database-url';
import { readHouse } from '../start/house-record';
import { accountWish } from './account-wish.rules';

const usage = `Usage: npm run account -- reset LOGIN

Prints a one-time link, good for an hour, by which the person with this login chooses a new
password. For whoever runs the server: it also helps an organizer whom nobody else can help.

  DATABASE_URL  its PostgreSQL; without it, the embedded one of the open fair in PHIEN_DATA
  PHIEN_URL     the address people reach it by, such as https://hoicho.example.vn
`;

/** Answers the exit code. */
async function reset(login: string): Promise<number> {
  const dataFolder = resolve(projectFolder, process.env.PHIEN_DATA || '.phien');
  const house = readHouse(dataFolder);
  if (!process.env.DATABASE_URL && (house === null || !isRunning(house.supervisor))) {
    process.stderr.write(
      `Hội chợ của ${dataFolder} chưa mở. · No fair is open in ${dataFolder}.\n` +
        'Start it, or say where it is: PHIEN_DATA=… or DATABASE_URL=… npm run account -- reset LOGIN\n',
    );
    return 1;
  }
  process.env.DATABASE_URL ||= keptDatabaseUrl(dataFolder) ?? '';
  /* Modules read their settings while they are loaded. */
  const { IssueServerResetLink } = await import('@phien/identity');
  const { AccountModule } = await import('./account.module');
  const app = await NestFactory.createApplicationContext(AccountModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const link = await app.get(IssueServerResetLink).run(login);
    if (link === null) {
      process.stderr.write(`Không có tài khoản · Nobody has the login: ${login}\n`);
      return 1;
    }
    const address = process.env.PHIEN_URL || (house?.address ?? '');
    process.stdout.write(
      `${link.name}: dùng trong một giờ, một lần · within an hour, once\n` +
        `  ${address.replace(/\/+$/, '')}/reset#token=${link.token}\n`,
    );
    return 0;
  } finally {
    await app.close();
  }
}

async function main(): Promise<number> {
  const wish = accountWish(process.argv.slice(2));
  if (wish !== null) return reset(wish.login);
  process.stdout.write(usage);
  return process.argv.includes('--help') ? 0 : 2;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exit(1);
  },
);
