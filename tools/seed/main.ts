import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Account, IssueSetupLink } from '@phien/identity';
import { KeepDemoApplications, KeepDemoFair, RecordAutumnWinter2025 } from '@phien/planning';
import { IssueRegisters } from '@phien/sales';
import { OpenGates } from '@phien/visitors';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { projectFolder } from '../machine/project-folder';
import { mayMakeDemo } from './demo-accounts.rules';
import { KeepDemoAccounts } from './keep-demo-accounts';
import { SeedModule } from './seed.module';

/**
 * Fills a database that has the newest schema: the fair of autumn-winter 2025 as published, and for
 * a trial the demo fair with gates, registers, accounts and applications. What is there already stays
 * as it is.
 */
async function seed(app: INestApplicationContext): Promise<void> {
  const publishedFairId = await app.get(RecordAutumnWinter2025).run();
  const { manager } = app.get(DataSource);
  const isSomebodys =
    (await manager.existsBy(Account, { isDemo: false })) &&
    !(await manager.existsBy(Account, { isDemo: true }));
  if (!mayMakeDemo(process.env, { isSomebodys })) {
    process.stdout.write('No demo fair and no demo accounts; PHIEN_DEMO=1 asks for them.\n');
    return;
  }
  const demoFairId = await app.get(KeepDemoFair).run();
  await app.get(OpenGates).run({ fairId: demoFairId });
  await app.get(IssueRegisters).run({ fairId: demoFairId, exhibitorIds: null });
  const dataFolder = resolve(projectFolder, process.env.PHIEN_DATA || '.phien');
  const { organizerId } = await app
    .get(KeepDemoAccounts)
    .run(join(dataFolder, 'demo-accounts.json'), { demoFairId, publishedFairId });
  await app.get(KeepDemoApplications).run({ fairId: demoFairId, accountId: organizerId });
}

/* To whoever started us, and to the log only when nobody else can show it: logs are kept. */
function showSetupLink(token: string): void {
  if (process.send) {
    process.send({ setupToken: token });
    return;
  }
  const address = (process.env.PHIEN_URL ?? '').replace(/\/+$/, '');
  process.stdout.write(
    `Chưa có tài khoản nào. Mở đường dẫn này trong 24 giờ để tạo người tổ chức đầu tiên · ` +
      `Nobody has an account yet. Open this link within 24 hours to make the first organizer:\n` +
      `  ${address}/setup#token=${token}\n`,
  );
}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(SeedModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    await seed(app);
    const setupToken = await app.get(IssueSetupLink).run();
    if (setupToken !== null) showSetupLink(setupToken);
  } finally {
    await app.close();
  }
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
  process.exitCode = 1;
});
