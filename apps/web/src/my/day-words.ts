import type { Language } from '@phien/kernel';
import { tagOf } from '../i18n/numbers';

/** "01/03/2027" of a day that has no time. */
export const dayInWords = (day: string, language: Language) =>
  new Intl.DateTimeFormat(tagOf(language), {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));
