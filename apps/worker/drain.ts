import type { INestApplicationContext } from '@nestjs/common';

const LONGEST_DRAIN_MS = 10_000;

/**
 * Ends the process well, once, on SIGTERM, on Ctrl-C, and when the parent that started it with a
 * channel is gone: loops end after the transaction under way, jobs after what they write, then the
 * database is closed.
 */
export function drainOnSignal(app: INestApplicationContext): void {
  let isDraining = false;
  const drain = async () => {
    if (isDraining) return;
    isDraining = true;
    setTimeout(() => {
      process.stderr.write(
        `The worker was still at work ${LONGEST_DRAIN_MS / 1_000} s after it was told to stop; what was under way is rolled back.\n`,
      );
      process.exit(1);
    }, LONGEST_DRAIN_MS).unref();
    await app.close();
    process.exit(0);
  };
  const drainOrFail = () => {
    drain().catch((error: unknown) => {
      process.stderr.write(`The worker did not end well: ${String(error)}\n`);
      process.exit(1);
    });
  };
  process.on('SIGTERM', drainOrFail);
  process.on('SIGINT', drainOrFail);
  if (process.channel) process.on('disconnect', drainOrFail);
}
