import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../tools/postgres/embedded-postgres';
import { removeHome } from '../../tools/postgres/postgres-home';
import { FairServer } from '../fair-server';

/** A server on a Postgres of its own, durable as in earnest, to be killed or starved. */
export async function withOwnPostgres<Answer>(
  use: (server: FairServer, superuserUrl: string) => Promise<Answer>,
  folder = mkdtempSync(join(tmpdir(), 'phien-fault-')),
): Promise<Answer> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const postgres = new EmbeddedPostgres({
    dataFolder: folder,
    logFile: join(folder, 'postgres.log'),
    onNote: () => undefined,
  });
  try {
    const { superuserUrl } = await postgres.start();
    const server = await FairServer.open({ adminUrl: superuserUrl });
    try {
      return await use(server, superuserUrl);
    } finally {
      await server.close();
    }
  } finally {
    await postgres.stop();
    removeHome(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
