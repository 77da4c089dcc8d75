import { tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';

/** "một, hai và ba". */
export const listed = (words: readonly string[], language: 'vi' | 'en'): string =>
  new Intl.ListFormat(tagOf(language), { type: 'conjunction' }).format(words);

/** "A01, A02", or that there is none. */
export const codesText = (codes: readonly string[] | null): string =>
  codes === null || codes.length === 0 ? m.suggest_nowhere() : codes.join(', ');
