import { formatBigVnd } from '@phien/kernel';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './day-list.module.css';
import { closesWords, hoursOf, missingOf } from './day-words';
import { shelved } from './reports.rules';
import type { Day } from './reports-requests';
import { SigningLine } from '../sign/signing-line';
import { StateChip } from './state-chip';

interface DayListProps {
  days: Day[];
  fair: WholeFair;
  chosen: string | undefined;
}

/** The days of the fair, the newest first; those to come are folded away. */
export function DayList({ days, fair, chosen }: DayListProps) {
  const { begun, upcoming } = shelved(days);
  const rows = (of: Day[]) => (
    <ul className={classes.list}>
      {of.map((day) => (
        <li key={day.day}>
          <DayRow day={day} fair={fair} isChosen={day.day === chosen} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={m.reports_list()} className={classes.nav}>
      {rows(begun)}
      {upcoming.length > 0 && (
        <details className={classes.upcoming} open={begun.length === 0}>
          <summary>{m.reports_upcoming({ count: upcoming.length })}</summary>
          {rows(upcoming)}
        </details>
      )}
    </nav>
  );
}

function DayRow({ day, fair, isChosen }: { day: Day; fair: WholeFair; isChosen: boolean }) {
  const { language } = useLanguage();
  const { figures } = day;
  const missing = missingOf(figures, language);
  const lateCount = day.waitingDocumentCount + day.waitingDeclaredCount;
  const closes = day.state === 'upcoming' ? null : closesWords(day, fair, language);
  return (
    <Link
      to="/reports"
      search={{ fair: fair.code, day: day.day }}
      className={`${classes.row} ${isChosen ? classes.chosen : ''}`}
      aria-current={isChosen ? 'page' : undefined}
    >
      <span className={classes.head}>
        <span className={classes.date}>{formatShortDay(day.day, language)}</span>
        <StateChip day={day} />
        {day.revision !== null && (
          <span className={classes.revision}>{m.reports_revision({ revision: day.revision })}</span>
        )}
        <ChevronRight size={18} aria-hidden className={classes.arrow} />
      </span>
      {figures === null ? (
        <span className={classes.quiet}>{hoursOf(day)}</span>
      ) : (
        <span className={classes.figures}>
          <strong>{formatBigVnd(figures.totalVnd, language)}</strong>
          <span>
            {formatCount(figures.salesCount, language)} {m.reports_sales().toLowerCase()}
          </span>
          <span>
            {formatCount(figures.entries, language)} {m.reports_visits().toLowerCase()}
          </span>
        </span>
      )}
      {figures !== null && missing.length > 0 && (
        <span className={classes.quiet}>{missing.join(' · ')}</span>
      )}
      <SigningLine fair={fair} day={day.day} revision={day.revision} />
      {closes !== null && <span className={classes.quiet}>{closes}</span>}
      {day.revision !== null && lateCount > 0 && (
        <span className={classes.late}>
          {m.reports_late_short({ count: formatCount(lateCount, language) })}
        </span>
      )}
    </Link>
  );
}
