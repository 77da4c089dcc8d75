import { Link } from '@tanstack/react-router';
import { CircleCheck, Plus } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import head from '../ui/screen-head.module.css';
import type { Suggestion } from './suggest-requests';
import { choiceText, pointsText, stateWords } from './suggest-words';
import classes from './suggestion-list.module.css';

interface SuggestionListProps {
  fairCode: string;
  timeZone: string;
  /** The newest first. */
  suggestions: readonly Suggestion[];
  shownId: string | undefined;
  onOpen: (suggestionId: string | undefined) => void;
}

/** The suggestions so far: a column beside the one that is shown, on a phone a select above it. */
export function SuggestionList(props: SuggestionListProps) {
  const { fairCode, timeZone, suggestions, shownId, onOpen } = props;
  const { language } = useLanguage();
  if (suggestions.length === 0) return null;
  const asked = ({ askedAt }: Suggestion) => formatDateTime(askedAt, timeZone, language);
  const outcome = ({ state, figures }: Suggestion) =>
    figures && (state === 'found' || state === 'explaining')
      ? pointsText(figures.points, language)
      : stateWords[state]();
  return (
    <>
      <label className={`${head.control} ${classes.onlyPhone}`}>
        <span>{m.suggest_pick()}</span>
        <select
          className={head.select}
          value={shownId ?? ''}
          onChange={(event) => onOpen(event.currentTarget.value || undefined)}
        >
          <option value="">{m.suggest_new()}</option>
          {suggestions.map((each) => (
            <option key={each.id} value={each.id}>
              {[outcome(each), each.acceptedAt && m.suggest_accepted(), asked(each)]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <nav className={classes.column} aria-label={m.suggest_all()} data-testid="suggestions">
        <Link
          to="/plan/suggest"
          search={{ fair: fairCode }}
          className={`${buttons.button} ${classes.new}`}
          activeOptions={{ exact: true }}
        >
          <Plus size={18} aria-hidden />
          {m.suggest_new()}
        </Link>
        <ul className={classes.list}>
          {suggestions.map((each) => (
            <li key={each.id}>
              <Link
                to="/plan/suggest"
                search={{ fair: fairCode, id: each.id }}
                className={classes.row}
                data-state={each.state}
              >
                <strong>{outcome(each)}</strong>
                {each.acceptedAt !== null && (
                  <span className={classes.accepted}>
                    <CircleCheck size={14} aria-hidden />
                    {m.suggest_accepted()}
                  </span>
                )}
                <span className={classes.quiet}>{choiceText(each.choice)}</span>
                <span className={classes.quiet}>
                  {each.askedByName === null
                    ? asked(each)
                    : m.suggest_asked({ name: each.askedByName, time: asked(each) })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
