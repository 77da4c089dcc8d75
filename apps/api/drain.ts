import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';

const LONGEST_ANSWER_MS = 5_000;
const LONGEST_DRAIN_MS = 8_000;

/**
 * Ends the process well, once, on SIGTERM, on Ctrl-C, and when the parent that started it with a
 * channel is gone: takes no new connection, answers what has begun, closes sockets, then the
 * database.
 */
export function drainOnSignal(app: INestApplication, server: Server): void {
  const answering = countAnswering(server);
  let isDraining = false;
  const drain = async () => {
    if (isDraining) return;
    isDraining = true;
    setTimeout(() => process.exit(1), LONGEST_DRAIN_MS).unref();
    server.close();
    await answering.untilNone(LONGEST_ANSWER_MS);
    await app.close();
    process.exit(0);
  };
  const drainOrFail = () => {
    drain().catch((error: unknown) => {
      process.stderr.write(`The api did not end well: ${String(error)}\n`);
      process.exit(1);
    });
  };
  process.on('SIGTERM', drainOrFail);
  process.on('SIGINT', drainOrFail);
  if (process.channel) process.on('disconnect', drainOrFail);
}

function countAnswering(server: Server) {
  let answering = 0;
  server.prependListener('request', (_, response) => {
    answering += 1;
    response.once('close', () => (answering -= 1));
  });
  return {
    /* A till that keeps its connection busy would otherwise never let go of it. */
    async untilNone(longestMs: number): Promise<void> {
      const until = Date.now() + longestMs;
      while (answering > 0 && Date.now() < until) {
        server.closeIdleConnections();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      server.closeAllConnections();
    },
  };
}
