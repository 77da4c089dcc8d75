import type { Language } from '@phien/kernel';

const KEY = 'phien-language';

/* Vietnamese until someone chooses: what the browser was installed in says little about its user. */
function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

let spoken = remembered();

/** Speaks a language on this page, and leaves alone what was chosen on the device. */
export function speakHere(language: Language): void {
  spoken = language;
}

export function remember(language: Language): void {
  spoken = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
}

/** Asked by every compiled message, in place of Paraglide's own runtime: see `vite.config.ts`. */
export const getLocale = (): Language => spoken;

/** Compiled messages look here first; a page that speaks one language only would name it. */
export const experimentalStaticLocale = undefined;
