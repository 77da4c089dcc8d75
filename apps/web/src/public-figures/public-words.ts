import { formatVnd } from '@phien/kernel';
import type { Language } from '@phien/kernel';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import type { PublicDay, PublicFigures } from './public-requests';

/* Nothing is told more finely than its step, so what is rounded to nothing is said to be below it. */
const roundedWords = (figure: number, step: number, write: (figure: number) => string) =>
  figure === 0
    ? m.public_below({ figure: write(step) })
    : m.public_at_least({ figure: write(figure) });

/** "ít nhất 1.200 lượt", or below how many. */
export const visitsWords = (visits: number, { visitsStep }: PublicFigures, language: Language) =>
  roundedWords(visits, visitsStep, (count) =>
    m.public_visits_count({ count: formatCount(count, language) }),
  );

/** "ít nhất 90.000.000 ₫", or below how much. */
export const revenueWords = (vnd: number, { revenueStepVnd }: PublicFigures, language: Language) =>
  roundedWords(vnd, revenueStepVnd, (amount) => formatVnd(amount, language));

/** Where the figures of a day come from, or why there are none. */
export function stateWords(
  { state, closedAt, revision, isComplete }: PublicDay,
  { timeZone, delayMinutes, ...figures }: PublicFigures,
  language: Language,
): string {
  switch (state) {
    case 'coming':
      return m.public_state_coming();
    case 'running':
      return delayMinutes === null ? m.public_state_running_plain() : m.public_state_running();
    case 'unclosed':
      return delayMinutes === null ? m.public_state_unclosed_plain() : m.public_state_unclosed();
    case 'shut':
      return m.public_state_shut();
    case 'closed': {
      const time = formatDateTime(closedAt ?? figures.asOf ?? '', timeZone, language);
      const words = { time, revision: revision ?? 1 };
      return isComplete ? m.public_state_closed(words) : m.public_state_closed_open(words);
    }
  }
}

/** What of the booths' own word is in a day's revenue. */
export function declaredWords({ declared }: PublicDay): string | null {
  if (declared === 'later') return m.public_declared_later();
  if (declared === 'included') return m.public_declared_included();
  return declared === 'leftOut' ? m.public_declared_left_out() : null;
}

/** How late the organizers tell. */
export function lateWords({ delayMinutes }: PublicFigures): string {
  if (delayMinutes === null) return m.public_late_closed();
  return delayMinutes === 0
    ? m.public_late_none()
    : m.public_late_minutes({ minutes: delayMinutes });
}
