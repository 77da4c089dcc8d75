import 'reflect-metadata';
import { chooseQueueBackend, databaseUrl } from '@phien/store';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drainOnSignal } from './drain';
import { settingsFrom, type Settings } from './settings';

/*
 * Longer than a proxy in front keeps a connection that it does not use (Caddy two minutes, nginx one):
 * else we close it in the moment in which it sends the next request, and nobody knows whether what was
 * sent was done.
 */
const KEPT_OPEN_MS = 150_000;

async function start(): Promise<void> {
  /* Until it listens there is nothing to finish: a parent that is gone ends it at once. */
  const leave = () => process.exit(0);
  if (process.channel) process.once('disconnect', leave);
  const settings = settingsFrom(process.env);
  databaseUrl();
  chooseQueueBackend();
  /* Loaded only now: modules read their settings while they are loaded. */
  const { openApp } = await import('./open-app');
  const app = await openApp(settings);
  await app.init();
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEPT_OPEN_MS;
  drainOnSignal(app, server);
  process.off('disconnect', leave);
  const { port } = await listen(server, settings);
  process.send?.({ ready: true, port });
}

function listen(server: Server, { host, port }: Settings): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        const sentence = `Port ${port} on ${host} is taken: stop the program that uses it, or set PORT to another.`;
        reject(new Error(sentence));
      } else if (error.code === 'EADDRNOTAVAIL') {
        reject(new Error(`${host} is no address of this machine: set HOST to one that is.`));
      } else reject(error);
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

start().catch((error: unknown) => {
  const { message } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`The api did not start: ${message}\n`);
  process.exit(1);
});
