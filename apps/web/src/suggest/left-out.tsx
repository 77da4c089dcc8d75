import { useState } from 'react';
import { foldText } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { SearchField } from '../ui/search-field';
import classes from './left-out.module.css';

interface LeftOutProps {
  /** Who stands nowhere: somebody new, or somebody who cancelled. */
  waiting: readonly { id: string; name: string }[];
  leftOut: readonly string[];
  onChange: (leftOut: string[]) => void;
}

/* Fewer are seen at once. */
const SEARCHED_FROM = 6;

/** Who of those without a booth is given one. */
export function LeftOut({ waiting, leftOut, onChange }: LeftOutProps) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const shown = waiting.filter(({ name }) => words.every((word) => foldText(name).includes(word)));
  return (
    <div className={classes.part} data-testid="left-out">
      <p className={classes.count} role="status">
        {m.suggest_left_out_places({
          placed: formatCount(waiting.length - leftOut.length, language),
          all: formatCount(waiting.length, language),
        })}
      </p>
      {waiting.length > SEARCHED_FROM && (
        <div
          onKeyDown={(event) => {
            /* It stands in a form that would begin a search. */
            if (event.key === 'Enter') event.preventDefault();
          }}
        >
          <SearchField label={m.suggest_left_out_search()} typed={typed} onType={setTyped} />
        </div>
      )}
      {shown.length === 0 && <p className={classes.count}>{m.suggest_why_found_none()}</p>}
      <ul className={classes.names}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={!leftOut.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange(checked ? leftOut.filter((each) => each !== id) : [...leftOut, id])
                }
              />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
      {waiting.length > 1 && (
        <div className={classes.acts}>
          <button
            type="button"
            className={buttons.quiet}
            disabled={leftOut.length === 0}
            onClick={() => onChange([])}
          >
            {m.suggest_left_out_all()}
          </button>
          <button
            type="button"
            className={buttons.quiet}
            disabled={leftOut.length === waiting.length}
            onClick={() => onChange(waiting.map(({ id }) => id))}
          >
            {m.suggest_left_out_none()}
          </button>
        </div>
      )}
    </div>
  );
}
