import { Injectable } from '@nestjs/common';
import { ReadReconciliation } from '@phien/dashboard';
import { Clock } from '@phien/kernel';
import { Bus, redisUrl } from '@phien/store';
import { databaseAway } from '../problem/problem.rules';
import { version } from '../project-folder';
import type { HealthDto } from './health.dto';

const PATIENCE_MS = 2_000;

/** Whether the fair can go on, and what is away. Refuses `database_away`: without it nothing goes on. */
@Injectable()
export class ReadHealth {
  private readonly openedMs = Date.now();

  constructor(
    private readonly readReconciliation: ReadReconciliation,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<HealthDto> {
    const reconciliation = await within(
      PATIENCE_MS,
      this.readReconciliation.run(Date.now() - this.openedMs),
    );
    const bus = this.bus.isUp() ? 'ok' : 'away';
    const addsUp = reconciliation.every(
      ({ differenceCount, isOverdue }) => differenceCount === 0 && !isOverdue,
    );
    return {
      status: bus === 'ok' && addsUp ? 'ok' : 'degraded',
      version,
      database: 'ok',
      bus,
      /* Jobs lie in Redis beside the bus, or in the database that has just answered. */
      queue: redisUrl() === undefined ? 'ok' : bus,
      clock: { now: this.clock.now(), speed: this.clock.speed, isMoved: this.clock.isMoved },
      reconciliation,
    };
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    /* A machine that stood still reads the answer that waits before it says that there is none. */
    timer = setTimeout(() => setImmediate(() => reject(databaseAway())), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
