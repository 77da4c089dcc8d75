import { useId, useState } from 'react';
import { foldText } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { SearchField } from '../ui/search-field';
import classes from './left-out.module.css';
import type { WithoutBooth } from './suggest-requests';

interface LeftOutProps {
  timeZone: string;
  /** Who stands nowhere: somebody new, or somebody who cancelled. */
  waiting: readonly WithoutBooth[];
  leftOut: readonly string[];
  onDecide: (exhibitorIds: readonly string[], isPlaced: boolean) => void;
}

/* Fewer are seen at once. */
const SEARCHED_FROM = 6;

/** Who of those without a booth is given one; first who gave theirs back, and why it stands here. */
export function LeftOut({ timeZone, waiting, leftOut, onDecide }: LeftOutProps) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const shown = waiting.filter(({ exhibitorName }) => {
    const name = foldText(exhibitorName);
    return words.every((word) => name.includes(word));
  });
  const everybody = waiting.map(({ exhibitorId }) => exhibitorId);
  const names = { timeZone, leftOut, onDecide };
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
      <Names
        {...names}
        title={m.suggest_gave_back_title()}
        hint={m.suggest_gave_back_hint()}
        of={shown.filter(({ gaveBack }) => gaveBack !== null)}
      />
      <Names
        {...names}
        title={m.suggest_waiting_title()}
        hint={m.suggest_left_out_hint()}
        of={shown.filter(({ gaveBack }) => gaveBack === null)}
      />
      {waiting.length > 1 && (
        <div className={classes.acts}>
          <button
            type="button"
            className={buttons.quiet}
            disabled={leftOut.length === 0}
            onClick={() => onDecide(everybody, true)}
          >
            {m.suggest_left_out_all()}
          </button>
          <button
            type="button"
            className={buttons.quiet}
            disabled={leftOut.length === waiting.length}
            onClick={() => onDecide(everybody, false)}
          >
            {m.suggest_left_out_none()}
          </button>
        </div>
      )}
    </div>
  );
}

interface NamesProps extends Omit<LeftOutProps, 'waiting'> {
  title: string;
  hint: string;
  of: readonly WithoutBooth[];
}

function Names({ title, hint, of, timeZone, leftOut, onDecide }: NamesProps) {
  const { language } = useLanguage();
  const titleId = useId();
  if (of.length === 0) return null;
  const saidOf = ({ boothCode, at, accountName, isDeclined }: GaveBack) =>
    (isDeclined ? m.suggest_gave_back_declined : m.suggest_gave_back_taken)({
      name: accountName ?? m.plan_someone(),
      code: boothCode,
      time: formatDateTime(at, timeZone, language),
    });
  return (
    <section className={classes.group} aria-labelledby={titleId}>
      <h3 id={titleId}>
        {title} ({formatCount(of.length, language)})
      </h3>
      <p className={classes.count}>{hint}</p>
      <ul className={classes.names}>
        {of.map(({ exhibitorId, exhibitorName, gaveBack }) => (
          <li key={exhibitorId}>
            <label>
              <input
                type="checkbox"
                checked={!leftOut.includes(exhibitorId)}
                onChange={({ currentTarget: { checked } }) => onDecide([exhibitorId], checked)}
              />
              <span>
                {exhibitorName}
                {gaveBack && <span className={classes.why}>{saidOf(gaveBack)}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

type GaveBack = NonNullable<WithoutBooth['gaveBack']>;
