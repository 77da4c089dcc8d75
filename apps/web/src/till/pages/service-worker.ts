import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';

/** What the till consists of, put in by the build; `/till/` is the page, the rest are its files. */
declare const TILL_FILES: PrecacheEntry[];

/** Where the reader of barcodes lies: half a megabyte that not every phone needs. */
declare const CODE_READER: string[];

/* The types of a page and of a worker contradict each other: what is used of the worker's. */
interface Lasting {
  waitUntil(work: Promise<void>): void;
}
declare const self: {
  addEventListener(kind: 'message', listen: (event: MessageEvent<unknown> & Lasting) => void): void;
  addEventListener(
    kind: 'fetch',
    listen: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
  addEventListener(kind: 'activate', listen: (event: Lasting) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

/*
 * Keeps the till and nothing else: what is asked of the fair goes to the network as it would without
 * this worker. A newer till waits here until the page says that nobody is in the middle of a sale.
 */
precacheAndRoute(TILL_FILES);
cleanupOutdatedCaches();

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
  if (event.data === 'keep the code reader') event.waitUntil(keepCodeReader());
});
/* Behind the till and not with it: a phone sells before this has come, and when it never comes. */
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (CODE_READER.includes(pathname)) event.respondWith(fromCodeReader(pathname));
});

const codeReader = 'code-reader';

async function keepCodeReader(): Promise<void> {
  const kept = await caches.open(codeReader);
  const requests = await kept.keys();
  const there = requests.map(({ url }) => new URL(url).pathname);
  await Promise.all(
    there.filter((path) => !CODE_READER.includes(path)).map((path) => kept.delete(path)),
  );
  /* Without a network it is asked for again when the till is next opened. */
  await kept.addAll(CODE_READER.filter((path) => !there.includes(path))).catch(() => undefined);
}

async function fromCodeReader(path: string): Promise<Response> {
  return (await (await caches.open(codeReader)).match(path)) ?? fetch(path);
}
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
