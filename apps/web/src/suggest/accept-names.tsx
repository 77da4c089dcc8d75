import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { SearchField } from '../ui/search-field';
import { differencesFor } from './compare.rules';
import type { Difference } from './compare.rules';
import { codesText } from './listed';
import notes from '../ui/notes.module.css';
import classes from './parts.module.css';

const SHOWN_AT_ONCE = 6;

interface ChosenProps {
  changing: readonly Difference[];
  chosen: ReadonlySet<string>;
  onChoose: (exhibitorIds: ReadonlySet<string>) => void;
}

/** Exhibitors that are accepted one by one. */
export function Chosen({ changing, chosen, onChoose }: ChosenProps) {
  const [typed, setTyped] = useState('');
  const shown = differencesFor(changing, typed);
  return (
    <fieldset className={classes.group}>
      <legend>{m.suggest_accept_who()}</legend>
      <SearchField label={m.suggest_accept_search()} typed={typed} onType={setTyped} />
      {shown.length === 0 && <p className={notes.quiet}>{m.suggest_accept_found_none()}</p>}
      <ul className={classes.choices}>
        {shown.map((each) => (
          <li key={each.exhibitorId}>
            <label className={classes.check}>
              <input
                type="checkbox"
                checked={chosen.has(each.exhibitorId)}
                onChange={() => {
                  const next = new Set(chosen);
                  if (!next.delete(each.exhibitorId)) next.add(each.exhibitorId);
                  onChoose(next);
                }}
              />
              <NameAndMove of={each} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Who stands where others are to stand, and so comes along. */
export function Along({ of }: { of: readonly Difference[] }) {
  const { language } = useLanguage();
  if (of.length === 0) return null;
  return (
    <details
      className={`${notes.warn} ${classes.along}`}
      data-testid="along"
      open={of.length <= SHOWN_AT_ONCE}
    >
      <summary>{m.suggest_accept_with({ count: formatCount(of.length, language) })}</summary>
      <ul className={classes.moves}>
        {of.map((each) => (
          <li key={each.exhibitorId}>
            <NameAndMove of={each} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const NameAndMove = ({ of: { exhibitorName, here, there } }: { of: Difference }) => (
  <span>
    {exhibitorName}{' '}
    <span className={classes.codes}>
      {m.suggest_from_to({ from: codesText(there), to: codesText(here) })}
    </span>
  </span>
);
