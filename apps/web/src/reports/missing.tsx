import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import classes from './missing.module.css';
import { missingOf } from './day-words';
import type { Preview } from './reports-requests';

type Coverage = Pick<
  Preview,
  'boothsHeard' | 'boothsAllocated' | 'silentBooths' | 'unclosedRegisters' | 'setAsideCount'
>;

/** What the figures do not hold, in numbers and then by name. */
export function Missing({ coverage }: { coverage: Coverage }) {
  const { language } = useLanguage();
  const { silentBooths, unclosedRegisters, setAsideCount } = coverage;
  const words = missingOf(
    { ...coverage, unclosedRegisterCount: unclosedRegisters.length },
    language,
  );
  return (
    <div className={classes.missing}>
      <p className={words.length === 0 ? classes.none : classes.some}>
        {words.length === 0 ? m.reports_missing_none() : words.join(' · ')}
      </p>
      {setAsideCount > 0 && (
        <p className={classes.some}>
          {m.reports_set_aside({ count: formatCount(setAsideCount, language) })}
        </p>
      )}
      {words.length > 0 && (
        <details className={classes.names}>
          <summary>{m.reports_show_names()}</summary>
          {unclosedRegisters.length > 0 && (
            <>
              <h4>{m.reports_open_shifts()}</h4>
              <ul>
                {unclosedRegisters.map(({ boothCode, name, exhibitorName }) => (
                  <li key={`${boothCode} ${name}`}>
                    <strong>{name.includes(boothCode) ? name : `${boothCode} ${name}`}</strong>{' '}
                    {exhibitorName}
                  </li>
                ))}
              </ul>
            </>
          )}
          {silentBooths.length > 0 && (
            <>
              <h4>{m.reports_silent_booths()}</h4>
              <ul>
                {silentBooths.map(({ boothCode, exhibitorNames }) => (
                  <li key={boothCode}>
                    <strong>{boothCode}</strong> {exhibitorNames.join(', ')}
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
    </div>
  );
}
