import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { prepared, runPrepared, together } from './prepared';

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
  return tryAgain(() => source.transaction(work));
}

/**
 * `inTransaction` with two fewer ways to Postgres and back: BEGIN travels before the first
 * statements of `work`, and COMMIT behind the last ones, with which `work` calls and awaits `commit`.
 * Behind a statement that failed COMMIT rolls everything back and is rejected, so `work` is over
 * with the first refusal: no savepoints, nothing that looks at an error and goes on.
 */
export async function inFewFlights<T>(
  source: DataSource,
  work: (em: EntityManager, commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  return tryAgain(async () => {
    const runner = source.createQueryRunner();
    try {
      await runner.connect();
      let isCommitted = false;
      const commit = async () => {
        await commitAll(runner.manager);
        isCommitted = true;
      };
      const begun = prepared(runner.manager, 'begin', 'BEGIN', []);
      try {
        const [, done] = await together([begun, work(runner.manager, commit)]);
        if (!isCommitted) throw new Error('the work was over before its COMMIT');
        return done;
      } catch (error) {
        /* Harmless behind a COMMIT that rolled back, and nobody hears of a connection that is gone. */
        await runner.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  });
}

/* By the same road as the statements before it, or it would overtake them. */
async function commitAll(em: EntityManager): Promise<void> {
  const { command } = await runPrepared(em, 'commit', 'COMMIT', []);
  if (command !== 'COMMIT') throw new Error('COMMIT rolled back behind a statement that failed');
}

async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || !RETRIED.has(sqlState(error) ?? '')) throw error;
    }
  }
}
