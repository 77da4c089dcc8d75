import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { CloseDay, CloseDueDays, WriteReport } from '@phien/reports';
import { chooseQueueBackend } from '@phien/store';
import { WorkerModule } from '../../../apps/worker/worker.module';
import { nowMs } from '../figures';
import { LoopWatch } from './loop-watch';
import { GrowthWatch } from './growth-watch';
import type { WorkerAnswer, WorkerOrder } from './watched-worker.messages';

/* The worker as it is, all its loops included, whose own event loop is looked at while it works. */
async function open(): Promise<void> {
  chooseQueueBackend();
  const worker = await NestFactory.createApplicationContext(WorkerModule, {
    logger: ['warn', 'error', 'fatal'],
  });

  const carryOut = async (order: WorkerOrder): Promise<void> => {
    if (order.kind === 'wait') await pause(order.ms);
    if (order.kind === 'ask') await worker.get(CloseDueDays).run();
    if (order.kind === 'close') {
      const { fairId, day } = order;
      await worker.get(CloseDay).run({ fairId, day, accountId: null, becomes: 1 });
    }
    if (order.kind === 'write') {
      const { kind: _, ...file } = order;
      await worker.get(WriteReport).run({ ...file, kind: 'end_of_day', revision: 1 });
    }
  };

  process.on('message', (order: WorkerOrder) => {
    void answer(() => carryOut(order));
  });
  process.send?.({ ready: true });
}

async function answer(work: () => Promise<void>): Promise<void> {
  const loop = new LoopWatch().begin();
  const growth = new GrowthWatch().begin();
  const before = process.cpuUsage();
  const beganAtMs = nowMs();
  const failure = await work().then(
    () => undefined,
    (reason: unknown) => String(reason),
  );
  const endedAtMs = nowMs();
  const { user, system } = process.cpuUsage(before);
  const answered: WorkerAnswer = {
    beganAtMs,
    endedAtMs,
    longestBlock: loop.end(),
    processorSeconds: (user + system) / 1e6,
    moreMegabytes: growth.end(),
    failure,
  };
  process.send?.(answered);
}

void open();
