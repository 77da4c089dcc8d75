import { X } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatShortDay } from '../i18n/times';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './days-table.module.css';
import type { ScheduledDay } from './fair-requests';
import { isReversed } from './new-fair.rules';

interface DaysTableProps {
  days: readonly ScheduledDay[];
  /** Kinds to choose from; an opening evening is one of them where the fair may have one. */
  kinds: readonly ScheduledDay['kind'][];
  onChange: (day: string, next: ScheduledDay) => void;
  /** Left out where the days are a range. */
  onRemove?: (day: string) => void;
  /** Why a day stays as it counts: its hours may move while it is not over. */
  heldBy?: (day: string) => 'over' | 'facts' | null;
}

export const dayKindWords: Record<ScheduledDay['kind'], () => string> = {
  open: m.fairs_day_open,
  closed: m.fairs_day_closed,
  opening_evening: m.fairs_day_opening_evening,
};

/** The days one under the other: whether each is open, from when to when, and a note. */
export function DaysTable({ days, kinds, onChange, onRemove, heldBy }: DaysTableProps) {
  const { language } = useLanguage();
  return (
    <ul className={classes.days} data-testid="days">
      {days.map((day) => {
        const name = formatShortDay(day.day, language);
        const held = heldBy?.(day.day) ?? null;
        const set = (said: Partial<ScheduledDay>) => onChange(day.day, { ...day, ...said });
        const note = language === 'vi' ? 'noteVi' : 'noteEn';
        return (
          <li key={day.day} className={classes.day} data-kind={day.kind}>
            <span className={classes.name}>
              {name}
              {held && (
                <span className={classes.held}>
                  {held === 'over' ? m.fairs_day_over() : m.fairs_day_with_facts()}
                </span>
              )}
            </span>
            <select
              className={`${fields.control} ${classes.kind}`}
              aria-label={m.fairs_day_kind_of({ day: name })}
              value={day.kind}
              disabled={held !== null}
              onChange={(event) => set({ kind: event.currentTarget.value as ScheduledDay['kind'] })}
            >
              {[...new Set([...kinds, day.kind])].map((kind) => (
                <option key={kind} value={kind}>
                  {dayKindWords[kind]()}
                </option>
              ))}
            </select>
            {day.kind === 'closed' ? (
              <input
                className={`${fields.control} ${classes.note}`}
                aria-label={m.fairs_day_note_of({ day: name })}
                placeholder={m.fairs_day_note()}
                maxLength={200}
                value={day[note]}
                disabled={held === 'over'}
                onChange={(event) => set({ [note]: event.currentTarget.value })}
              />
            ) : (
              <span className={classes.hours}>
                <input
                  type="time"
                  className={fields.control}
                  aria-label={m.fairs_day_opens_of({ day: name })}
                  value={day.opensAt}
                  disabled={held === 'over'}
                  onChange={(event) => set({ opensAt: event.currentTarget.value })}
                />
                <span aria-hidden>–</span>
                <input
                  type="time"
                  className={fields.control}
                  aria-label={m.fairs_day_closes_of({ day: name })}
                  aria-invalid={isReversed(day) ? true : undefined}
                  value={day.closesAt}
                  disabled={held === 'over'}
                  onChange={(event) => set({ closesAt: event.currentTarget.value })}
                />
              </span>
            )}
            {onRemove && (
              <button
                type="button"
                className={`${buttons.quiet} ${classes.remove}`}
                aria-label={m.fairs_day_remove({ day: name })}
                disabled={held !== null}
                onClick={() => onRemove(day.day)}
              >
                <X size={18} aria-hidden />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
