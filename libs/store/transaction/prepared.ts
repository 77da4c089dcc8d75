import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs one statement of the hot path by name on the transaction's own connection: Postgres parses
 * and plans it once a connection, not once a sale. One name, one text. Statements that nobody waits
 * for are sent one behind the other, in the order of the calls (`together`).
 */
export async function prepared<T extends QueryResultRow>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  return (await runPrepared<T>(em, name, text, values)).rows;
}

/** `prepared` with all that Postgres says of the statement. */
export async function runPrepared<T extends QueryResultRow>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<QueryResult<T>> {
  if (!em.queryRunner) throw new Error(`${name} runs inside a transaction only`);
  const client = (await em.queryRunner.connect()) as PoolClient;
  return client.query<T>({ name, text, values });
}

/**
 * Waits for statements that were sent one behind the other: one way to Postgres and back for all of
 * them. Throws what the first of them that failed says; those behind it fail only because it did.
 */
export async function together<T extends readonly Promise<unknown>[]>(
  statements: readonly [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  /* All are waited for: none may still be on its way when the transaction is rolled back. */
  const ends = await Promise.allSettled<Promise<unknown>[]>([...statements]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(statements);
}
