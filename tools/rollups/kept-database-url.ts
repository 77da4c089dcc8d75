import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownName } from '../postgres/cluster';
import { homeLink } from '../postgres/postgres-home';

/** Where the embedded PostgreSQL of a data folder answers while its fair is open; null without one. */
export function keptDatabaseUrl(dataFolder: string): string | null {
  const read = (file: string) => readFileSync(join(homeLink(dataFolder), file), 'utf8').trim();
  try {
    return `postgres://${ownName}:${read(`password-${ownName}`)}@127.0.0.1:${read('port')}/${ownName}`;
  } catch {
    return null;
  }
}
