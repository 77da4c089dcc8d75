import type { Server } from 'node:http';

/**
 * Lets whoever asks close a connection that nobody uses. A server closes it after five seconds else,
 * and one that shares its thread with whoever asks may do so, after a standstill, in the very moment
 * in which the next request is sent: `fetch` then fails, and says nothing of what is tested.
 */
export function keepConnections(server: Server): void {
  server.keepAliveTimeout = 0;
}
