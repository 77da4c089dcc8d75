import { BullModule } from '@nestjs/bullmq';
import type { DynamicModule } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import { databaseUrl, redisUrl } from '../settings';

/** BullMQ keeps its jobs in Redis when REDIS_URL names one, else in the same Postgres. One per process; call before Nest starts. */
export function chooseQueueBackend(): void {
  if (redisUrl() === undefined) setDefaultBackendFactory(createPostgresBackend);
  else setDefaultBackendFactory(createRedisBackend);
}

/** The connection of every queue. Jobs leave nothing behind: what is due is asked of Postgres. */
export function queueRoot(): DynamicModule {
  return BullModule.forRootAsync({
    useFactory: () => {
      const redis = redisUrl();
      return {
        connection:
          redis === undefined
            ? { connectionString: databaseUrl(), schema: 'bullmq', migrate: true, max: 4 }
            : { url: redis, maxRetriesPerRequest: null },
        defaultJobOptions: { removeOnComplete: true, removeOnFail: 100, attempts: 5 },
      };
    },
  });
}
