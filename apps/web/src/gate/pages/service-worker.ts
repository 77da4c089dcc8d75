import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';

/** What counting at a gate consists of, put in by the build; `/gate/` is the page. */
declare const GATE_FILES: PrecacheEntry[];

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
 * Keeps the gate's page and nothing else: what is asked of the fair goes to the network. A newer page
 * waits here until the phone is put away. Whoever comes from a fair's card brings the fair in the address.
 */
precacheAndRoute(GATE_FILES, { ignoreURLParametersMatching: [/^fair$/] });
cleanupOutdatedCaches();

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
