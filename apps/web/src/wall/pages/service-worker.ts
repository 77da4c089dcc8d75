import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';

/** What a wall consists of, put in by the build; `/tv/` is the page. */
declare const WALL_FILES: PrecacheEntry[];

/* The types of a page and of a worker contradict each other: what is used of the worker's. */
interface Lasting {
  waitUntil(work: Promise<void>): void;
}
declare const self: {
  addEventListener(kind: 'message', listen: (event: MessageEvent<unknown>) => void): void;
  addEventListener(kind: 'activate', listen: (event: Lasting) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

/*
 * Keeps the wall's page and nothing else: a box that is switched on before the network is shows its
 * last picture, not the browser's page of errors. What is asked of the fair goes to the network.
 */
precacheAndRoute(WALL_FILES);
cleanupOutdatedCaches();

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
