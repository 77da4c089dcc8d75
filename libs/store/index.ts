export { Bus } from './bus/bus';
export { FactsBell } from './bus/facts-bell';
export { PostgresBus } from './bus/postgres-bus';
export { RedisBus } from './bus/redis-bus';
export {
  lockAll,
  lockExclusive,
  lockShared,
  type Lock,
  type LockKind,
} from './lock/transaction-lock';
export { migrations } from './migrations';
export { announce, type News } from './outbox/announce';
export { OutboxRow } from './outbox/outbox-row.entity';
export { migrate, openPostgres, postgresOptions } from './postgres';
export { chooseQueueBackend, queueRoot } from './queue/queue';
export { Rounds } from './rounds/rounds';
export { databaseUrl, publicUrl, redisUrl } from './settings';
export { StoreModule } from './store.module';
export { keepConnections } from './testing/keep-connections';
export { makeTestDatabase, openTestDatabase, type TestDatabase } from './testing/test-database';
export {
  brokenConstraint,
  inFewFlights,
  inTransaction,
  sqlState,
} from './transaction/in-transaction';
export { prepared, together } from './transaction/prepared';
