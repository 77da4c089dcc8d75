import { types } from 'pg';
import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { migrations } from './migrations';
import { PostgresNames } from './naming/postgres-names';

/* A number that a double cannot hold stops the query: rounded money would go on unseen. */
function wholeNumber(text: string): number {
  const whole = Number(text);
  if (!Number.isSafeInteger(whole)) {
    throw new RangeError(`the bigint ${text} from Postgres is beyond ±(2^53 − 1)`);
  }
  return whole;
}

types.setTypeParser(types.builtins.INT8, wholeNumber);
/* Days as text: a Date would drag them through a time zone. */
types.setTypeParser(types.builtins.DATE, (day) => day);

/** Options of the one data source: migrations only, never `synchronize`. `poolSize` defaults to 12. */
export function postgresOptions(databaseUrl: string, poolSize = 12) {
  return {
    type: 'postgres',
    url: databaseUrl,
    namingStrategy: new PostgresNames(),
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    poolSize,
    applicationName: 'phien',
    /* A connection sends what it is given at once, and reads the answers in order. */
    extra: { options: '-c timezone=UTC', pipeline: true },
  } satisfies DataSourceOptions;
}

/** An open data source on `databaseUrl`. The caller destroys it. */
export async function openPostgres(
  databaseUrl: string,
  entities: EntityTarget<ObjectLiteral>[] = [],
  poolSize?: number,
): Promise<DataSource> {
  const source = new DataSource({
    ...postgresOptions(databaseUrl, poolSize),
    entities: entities as (new () => ObjectLiteral)[],
  });
  return source.initialize();
}

/** Brings the database to the newest schema; each migration whole or not at all. Returns what ran. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = await openPostgres(databaseUrl, [], 1);
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
