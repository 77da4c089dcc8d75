import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';

const RETRIED = new Set(['40P01', '40001']);
const TRIES = 5;

/** SQLSTATE of a failed query, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  const code: unknown =
    error instanceof QueryFailedError
      ? (error.driverError as { code?: unknown }).code
      : (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Name of the constraint that refused, or undefined. */
export function brokenConstraint(error: unknown): string | undefined {
  const name: unknown =
    error instanceof QueryFailedError
      ? (error.driverError as { constraint?: unknown }).constraint
      : (error as { constraint?: unknown } | null)?.constraint;
  return typeof name === 'string' ? name : undefined;
}

/**
 * Runs `work` in one READ COMMITTED transaction; the whole of it again, up to five times, when
 * Postgres broke a deadlock (40P01) or could not serialise (40001).
 */
export async function inTransaction<T>(
  source: DataSource,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await source.transaction(work);
    } catch (error) {
      if (tried === TRIES || !RETRIED.has(sqlState(error) ?? '')) throw error;
    }
  }
}
