import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KeepDemoFair, RecordAutumnWinter2025 } from '@phien/planning';
import { IssueRegisters } from '@phien/sales';
import { OpenGates } from '@phien/visitors';
import { join, resolve } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { mayMakeDemo } from './demo-accounts.rules';
import { KeepDemoAccounts } from './keep-demo-accounts';
import { SeedModule } from './seed.module';

/**
 * Fills a database that has the newest schema: the fair of autumn-winter 2025 as published, and the
 * demo fair with gates, registers and accounts. What is there already stays as it is.
 */
async function seed(app: INestApplicationContext): Promise<void> {
  const publishedFairId = await app.get(RecordAutumnWinter2025).run();
  if (!mayMakeDemo(process.env)) {
    process.stdout.write(
      'No demo fair and no demo accounts in production; PHIEN_DEMO=1 asks for them.\n',
    );
    return;
  }
  const demoFairId = await app.get(KeepDemoFair).run();
  await app.get(OpenGates).run({ fairId: demoFairId });
  await app.get(IssueRegisters).run({ fairId: demoFairId, exhibitorIds: null });
  const dataFolder = resolve(projectFolder, process.env.PHIEN_DATA || '.phien');
  await app
    .get(KeepDemoAccounts)
    .run(join(dataFolder, 'demo-accounts.json'), { demoFairId, publishedFairId });
}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(SeedModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    await seed(app);
  } finally {
    await app.close();
  }
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
  process.exitCode = 1;
});
