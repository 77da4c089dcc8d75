import { NestFactory } from '@nestjs/core';
import { chooseQueueBackend } from '@phien/store';
import { RebuildFairs } from '../rollups/rebuild-fairs';
import { RollupsModule } from '../rollups/rollups.module';

/** Makes the board's sums of a fair of DATABASE_URL; answers how many differences remain. */
export async function rebuildOneFair(code: string): Promise<number> {
  chooseQueueBackend();
  const app = await NestFactory.createApplicationContext(RollupsModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    let remaining = 0;
    for await (const { after } of app.get(RebuildFairs).run(code)) {
      remaining += after.differenceCount;
    }
    return remaining;
  } finally {
    await app.close();
  }
}
