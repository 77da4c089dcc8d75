import type { Language } from '@phien/kernel';
import { tillStateWords } from '../board/till-state-words';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import type { Till } from './tills.requests';
import type { Advice, Show } from './tills.rules';

export interface Times {
  language: Language;
  timeZone: string;
  /** When this was asked; instants of another day bear their date. */
  asOf: string;
}

/** "17:40" of today, "17:40 28/10/2025" of another day. */
export function timeOf(instant: string, { language, timeZone, asOf }: Times): string {
  const day = (at: string) => formatDateTime(at, timeZone, language).slice(-10);
  const isToday = day(instant) === day(asOf);
  return isToday
    ? formatHourMinute(instant, timeZone, language)
    : formatDateTime(instant, timeZone, language);
}

/** A phone's state, and since when. */
export function stateWords(till: Till, times: Times): string {
  const time = till.since === null ? '' : timeOf(till.since, times);
  return tillStateWords(till, time, times.language);
}

/** What a silent phone said before it fell silent, or a clashing one holds; null of any other. */
export function heldWords(till: Till, { language }: Times): string | null {
  if (till.state === 'clashing' && till.unsentCount > 0) {
    return m.tills_clash_held({ count: formatCount(till.unsentCount, language) });
  }
  if (till.state !== 'silent') return null;
  if (till.saidAt === null) return m.tills_silent_unsaid();
  return till.unsentCount > 0
    ? m.tills_silent_held({ count: formatCount(till.unsentCount, language) })
    : m.tills_silent_sent();
}

export const minutesOff = (till: Pick<Till, 'clockOffsetMs'>) =>
  Math.round(Math.abs(till.clockOffsetMs ?? 0) / 60_000);

type Alarm = Till['alarms'][number];

/** An alarm that the state itself does not say already. */
export function alarmWords(alarm: Alarm, till: Till, language: Language): string | null {
  const words: Record<Alarm, () => string | null> = {
    clash: () => (till.state === 'clashing' ? null : m.tills_alarm_clash()),
    silent_open_shift: () => null,
    set_aside_waiting: () =>
      m.tills_alarm_set_aside({ count: formatCount(till.setAsideCount, language) }),
    storage_not_kept: m.tills_alarm_storage,
    clock_off: () => m.tills_alarm_clock({ minutes: formatCount(minutesOff(till), language) }),
    old_version: m.tills_alarm_version,
  };
  return words[alarm]();
}

export const showWords: Record<Show, () => string> = {
  silent: m.tills_show_silent,
  holding: m.tills_show_holding,
  alarms: m.tills_show_alarms,
  all_sent: m.tills_show_all_sent,
  closed: m.tills_show_closed,
  unused: m.tills_show_unused,
  revoked: m.tills_show_revoked,
};

export const adviceWords: Record<Advice, () => string> = {
  clashing: m.tills_do_clashing,
  silent: m.tills_do_silent,
  holding: m.tills_do_holding,
  closed_holding: m.tills_do_closed_holding,
  not_paired: m.tills_do_not_paired,
  revoked: m.tills_do_revoked,
  aside: m.tills_do_aside,
  storage: m.tills_do_storage,
  clock: m.tills_do_clock,
  version: m.tills_do_version,
};

export type Tone = 'danger' | 'warn' | 'ok' | 'info' | 'quiet';

export const toneOf: Record<Till['state'], Tone> = {
  clashing: 'danger',
  silent: 'danger',
  closed_holding: 'danger',
  holding: 'warn',
  all_sent: 'ok',
  closed_and_empty: 'info',
  never_used: 'quiet',
  not_paired: 'quiet',
  revoked: 'quiet',
};

export const kindWords = {
  sale: m.tills_kind_sale,
  refund: m.tills_kind_refund,
  void: m.tills_kind_void,
  shift_open: m.tills_kind_shift_open,
  shift_close: m.tills_kind_shift_close,
  cash_move: m.tills_kind_cash_move,
};
