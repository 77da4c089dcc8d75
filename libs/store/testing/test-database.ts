import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { migrations } from '../migrations';
import { migrate, openPostgres } from '../postgres';

/** A database of one's own, with the newest schema and nothing else. */
export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  close(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    throw new Error(
      'TEST_DATABASE_URL is not set: `npm test` starts a Postgres and sets it, `npm test -- <path>` for a part.',
    );
  }
  return url;
}

const urlOf = (database: string) =>
  Object.assign(new URL(serverUrl()), { pathname: `/${database}` }).href;

async function onServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

/* Its name is a hash of what makes it, so a changed migration never meets an old template. */
const templateName = () =>
  'phien_template_' +
  createHash('sha256')
    .update(migrations.map((step) => step.name + step.prototype.up.toString()).join('\n'))
    .digest('hex')
    .slice(0, 16);

async function template(server: Client): Promise<string> {
  const name = templateName();
  await server.query(`SELECT pg_advisory_lock(hashtext('phien test template'))`);
  try {
    const found = await server.query(`SELECT 1 FROM pg_database WHERE datname = $1`, [name]);
    if (found.rowCount === 0) {
      const draft = `${name}_draft`;
      await server.query(`DROP DATABASE IF EXISTS ${draft}`);
      await server.query(`CREATE DATABASE ${draft}`);
      await migrate(urlOf(draft));
      await server.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    }
  } finally {
    await server.query(`SELECT pg_advisory_unlock(hashtext('phien test template'))`);
  }
  return name;
}

/** Makes an empty database from the migrated template; answers its URL and how to drop it. */
export async function makeTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `phien_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(async (server) => {
    const from = await template(server);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY FILE_COPY`);
  });
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (server) => {
        await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** A test database with an open data source that knows `entities`. Close it in `afterAll`. */
export async function openTestDatabase(
  entities: EntityTarget<ObjectLiteral>[] = [],
): Promise<TestDatabase> {
  const { url, drop } = await makeTestDatabase();
  const dataSource = await openPostgres(url, entities);
  return {
    url,
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}
