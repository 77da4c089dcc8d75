import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, clockFrom } from '@phien/kernel';
import { Bus } from './bus/bus';
import { FactsBell } from './bus/facts-bell';
import { PostgresBus } from './bus/postgres-bus';
import { RedisBus } from './bus/redis-bus';
import { OutboxRow } from './outbox/outbox-row.entity';
import { postgresOptions } from './postgres';
import { databaseUrl, redisUrl } from './settings';

/** Postgres, the clock and the bus, for every lib. Entities come by `forFeature` from their own lib. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        ...postgresOptions(databaseUrl()),
        autoLoadEntities: true,
        retryAttempts: 5,
        retryDelay: 500,
      }),
    }),
    TypeOrmModule.forFeature([OutboxRow]),
  ],
  providers: [
    FactsBell,
    { provide: Clock, useFactory: () => clockFrom(process.env.PHIEN_CLOCK) },
    {
      provide: Bus,
      useFactory: () => {
        const redis = redisUrl();
        return redis === undefined ? new PostgresBus(databaseUrl()) : new RedisBus(redis);
      },
    },
  ],
  exports: [Clock, Bus, FactsBell],
})
export class StoreModule implements OnApplicationShutdown {
  constructor(@Inject(Bus) private readonly bus: Bus) {}

  onApplicationShutdown(): Promise<void> {
    return this.bus.close();
  }
}
