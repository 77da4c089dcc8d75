import { useSyncExternalStore } from 'react';

/** What was chosen on this device: fixed colours, or those of the system. */
export type SchemeChoice = 'light' | 'dark' | 'auto';

const KEY = 'phien-color-scheme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function remembered(): SchemeChoice {
  try {
    const chosen = localStorage.getItem(KEY);
    return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
  } catch {
    return 'auto';
  }
}

let chosen = remembered();

const shown = () => (chosen === 'auto' ? (system.matches ? 'dark' : 'light') : chosen);

/* The attribute is Mantine's, so that its parts and ours follow one switch. */
function show(): void {
  document.documentElement.setAttribute('data-mantine-color-scheme', shown());
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', shown() === 'dark' ? '#0E1513' : '#F6F8F7');
  listeners.forEach((listener) => listener());
}

system.addEventListener('change', show);

export function chooseScheme(next: SchemeChoice): void {
  chosen = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The choice of this device, and the colours that it comes to now. */
export function useScheme(): { chosen: SchemeChoice; shown: 'light' | 'dark' } {
  return {
    chosen: useSyncExternalStore(subscribe, () => chosen),
    shown: useSyncExternalStore(subscribe, shown),
  };
}
