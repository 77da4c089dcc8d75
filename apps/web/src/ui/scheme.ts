import { useSyncExternalStore } from 'react';

/** What was chosen on this device: fixed colours, or those of the system. */
export type SchemeChoice = 'light' | 'dark' | 'auto';

const KEY = 'phien-color-scheme';
/*
 * Both are listened to, and asked for `matches` only here: Chromium tells no change that somebody
 * has read off the list before its next frame, and the page would keep the colours of before.
 */
const system = window.matchMedia('(prefers-color-scheme: dark)');
const paper = window.matchMedia('print');
let isSystemDark = system.matches;
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
let isPrinting = false;

/* Paper is white: whatever was chosen for the screen, what is printed is light. */
const isDark = () => !isPrinting && (chosen === 'auto' ? isSystemDark : chosen === 'dark');
const shown = () => (isDark() ? 'dark' : 'light');

/* The attribute is Mantine's, so that its parts and ours follow one switch. */
function show(): void {
  document.documentElement.setAttribute('data-mantine-color-scheme', shown());
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', isDark() ? '#0E1513' : '#F6F8F7');
  listeners.forEach((listener) => listener());
}

function print(is: boolean): void {
  isPrinting = is;
  show();
}

system.addEventListener('change', ({ matches }) => {
  isSystemDark = matches;
  show();
});
/* Firefox prints a copy that only the events foretell; a preview of a tool only changes the medium. */
paper.addEventListener('change', ({ matches }) => print(matches));
window.addEventListener('beforeprint', () => print(true));
window.addEventListener('afterprint', () => print(false));

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
