import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { resolve } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { isRunning } from '../machine/running-process';
import { keptDatabaseUrl } from '../rollups/kept-database-url';
import { readHouse } from '../start/house-record';
import { accountWish, type AccountWish } from './account-wish.rules';

const usage = `Usage: npm run account -- reset LOGIN
       npm run account -- lost-phone LOGIN

Prints a one-time link, good for an hour, by which the person with this login chooses a new
password; or takes the lost phone for codes away from that account, so that another can be set up.
For whoever runs the server: it also helps an organizer whom nobody else can help.

  DATABASE_URL  its PostgreSQL; without it, the embedded one of the open fair in PHIEN_DATA
  PHIEN_URL     the address people reach it by, such as https://hoicho.example.vn
`;

/** Answers the exit code. */
async function reset({ verb, login }: AccountWish): Promise<number> {
  const dataFolder = resolve(projectFolder, process.env.PHIEN_DATA || '.phien');
  const house = readHouse(dataFolder);
  if (!process.env.DATABASE_URL && (house === null || !isRunning(house.supervisor))) {
    process.stderr.write(
      `Hội chợ của ${dataFolder} chưa mở. · No fair is open in ${dataFolder}.\n` +
        `Start it, or say where it is: PHIEN_DATA=… or DATABASE_URL=… npm run account -- ${verb} LOGIN\n`,
    );
    return 1;
  }
  process.env.DATABASE_URL ||= keptDatabaseUrl(dataFolder) ?? '';
  /* Modules read their settings while they are loaded. */
  const { IssueServerResetLink, ResetServerSecondFactor } = await import('@phien/identity');
  const { AccountModule } = await import('./account.module');
  const app = await NestFactory.createApplicationContext(AccountModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const nobody = () => {
      process.stderr.write(`Không có tài khoản · Nobody has the login: ${login}\n`);
      return 1;
    };
    if (verb === 'lost-phone') {
      const person = await app.get(ResetServerSecondFactor).run(login);
      if (person === null) return nobody();
      const done = person.wasOn
        ? 'đã bỏ điện thoại cũ, ghép máy mới ở trang Tài khoản · the old phone is taken away'
        : 'chưa ghép điện thoại nào · no phone was set up';
      process.stdout.write(`${person.name}: ${done}\n`);
      return 0;
    }
    const link = await app.get(IssueServerResetLink).run(login);
    if (link === null) return nobody();
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
  if (wish !== null) return reset(wish);
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
