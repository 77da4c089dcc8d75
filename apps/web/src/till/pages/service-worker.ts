import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';

/** What the till consists of, put in by the build; `/till/` is the page, the rest are its files. */
declare const TILL_FILES: PrecacheEntry[];

/* The types of a page and of a worker contradict each other: what is used of the worker's. */
declare const self: {
  addEventListener(kind: 'message', listen: (event: MessageEvent<unknown>) => void): void;
  addEventListener(
    kind: 'activate',
    listen: (event: { waitUntil(work: Promise<void>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

/*
 * Keeps the till and nothing else: what is asked of the fair goes to the network as it would without
 * this worker. A newer till waits here until the page says that nobody is in the middle of a sale.
 */
precacheAndRoute(TILL_FILES);
cleanupOutdatedCaches();

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
