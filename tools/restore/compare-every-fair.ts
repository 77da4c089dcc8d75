import { NestFactory } from '@nestjs/core';
import { ReconcileFair } from '@phien/dashboard';
import { chooseQueueBackend } from '@phien/store';
import { DataSource } from 'typeorm';
import { RollupsModule } from '../rollups/rollups.module';

/** Reconciles every fair of DATABASE_URL; answers how many differences there are, and names the first. */
export async function compareEveryFair(): Promise<number> {
  chooseQueueBackend();
  const app = await NestFactory.createApplicationContext(RollupsModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    let count = 0;
    const fairs = await app
      .get(DataSource)
      .query<{ id: string; code: string }[]>(`SELECT id, code FROM fair ORDER BY code`);
    for (const { id, code } of fairs) {
      const { differenceCount, differences } = await app.get(ReconcileFair).run(id);
      count += differenceCount;
      for (const { what, key, expected, found } of differences.slice(0, 5)) {
        process.stdout.write(`    ${code}: ${what}, ${key}: ${expected} ≠ ${found}\n`);
      }
    }
    return count;
  } finally {
    await app.close();
  }
}
