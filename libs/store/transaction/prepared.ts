import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs one statement of the hot path by name on the transaction's own connection: Postgres parses
 * and plans it once a connection, not once a sale. One name, one text.
 */
export async function prepared<T extends QueryResultRow>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  if (!em.queryRunner) throw new Error(`${name} runs inside a transaction only`);
  const client = (await em.queryRunner.connect()) as PoolClient;
  return (await client.query<T>({ name, text, values })).rows;
}
