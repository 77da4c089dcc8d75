import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** What the public page of a fair consists of, put in by the build; `/f/` is the page. */
declare const PUBLIC_FILES: PrecacheEntry[];

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
 * Keeps the page of all fairs, whichever fair and booth the address names; the page itself keeps the
 * plan that it read. What is asked of the fair goes to the network.
 */
precacheAndRoute(PUBLIC_FILES);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/f/')));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
