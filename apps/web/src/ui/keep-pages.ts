const lookAgainMs = 3_600_000;

export interface KeptPages {
  /** Lets a newer page in when one waits and nobody is in the middle of something. */
  takeOver(): void;
}

/** What opens without a network: the till, the counting at a gate, a wall, and a fair's public page. */
export type KeptScreen = 'till' | 'gate' | 'tv' | 'f';

/**
 * Keeps a screen on the phone, so that it opens without a network. A newer one is fetched beside it
 * and takes over only when `isFree`: every tab is then opened anew, each when it is free. `onKept`
 * is told when the whole screen is here.
 */
export function keepPages(
  screen: KeptScreen,
  isFree: () => boolean,
  onKept: () => void = () => undefined,
): KeptPages {
  /* In development nothing is built that could be kept; some private windows have no workers at all. */
  const canKeep = import.meta.env.PROD && 'serviceWorker' in navigator;
  if (!canKeep) return { takeOver: () => undefined };
  const workers = navigator.serviceWorker;
  let registration: ServiceWorkerRegistration | undefined;
  let isServed = workers.controller !== null;
  let isReplaced = false;
  const takeOver = () => {
    if (!isFree()) return;
    if (isReplaced) location.reload();
    else if (isServed) registration?.waiting?.postMessage('take over');
  };
  workers.addEventListener('controllerchange', () => {
    /* The first worker serves the very page that fetched it. */
    isReplaced = isServed;
    isServed = true;
    takeOver();
  });
  void workers.ready.then(onKept);
  void workers
    .register(`/${screen}/service-worker.js`, { scope: `/${screen}/` })
    .then((registered) => {
      registration = registered;
      registered.addEventListener('updatefound', () => {
        registered.installing?.addEventListener('statechange', takeOver);
      });
      takeOver();
      /* Without a network there is nothing newer; the next look finds it. */
      setInterval(() => void registered.update().catch(() => undefined), lookAgainMs);
    }, notKept);
  return { takeOver };
}

/* A browser that keeps no pages, such as a private one, still works while there is a network. */
function notKept(failure: unknown): void {
  console.warn('This screen could not be kept on this phone:', failure);
}
