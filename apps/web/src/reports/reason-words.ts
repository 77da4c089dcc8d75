import { m } from '../paraglide/messages.js';
import { knownReason } from './reports.rules';

/** Why a revision was made: a reason of the house in this language, a person's as they wrote it. */
export function reasonWords(reason: string): string {
  const known = knownReason(reason);
  if (known === 'first') return m.reports_reason_first();
  if (known === 'late') return m.reports_reason_late();
  return known === 'hours' ? m.reports_reason_hours() : reason;
}
