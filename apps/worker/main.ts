import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { chooseQueueBackend } from '@phien/store';
import { drainOnSignal } from './drain';
import { WorkerModule } from './worker.module';

async function start(): Promise<void> {
  const { NODE_ENV, PHIEN_CLOCK } = process.env;
  if (PHIEN_CLOCK && NODE_ENV === 'production') {
    throw new Error('PHIEN_CLOCK is set: a moved clock is for demo and tests, not for production.');
  }
  /* Until the loops run there is nothing to finish: a parent that is gone ends us at once. */
  const leave = () => process.exit(0);
  process.once('disconnect', leave);
  chooseQueueBackend();
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: new ConsoleLogger({
      logLevels: ['warn', 'error', 'fatal'],
      json: NODE_ENV === 'production',
    }),
    abortOnError: false,
  });
  drainOnSignal(app);
  process.off('disconnect', leave);
  process.send?.({ ready: true });
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
