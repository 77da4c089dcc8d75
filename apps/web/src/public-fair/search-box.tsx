import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { m } from '../paraglide/messages.js';
import { SearchField } from '../ui/search-field';
import classes from './search-box.module.css';
import type { Hit } from './search.rules';
import { holdersIn } from './words';

const SHOWN_HITS = 8;

interface SearchBoxProps {
  typed: string;
  onType: (text: string) => void;
  hits: readonly Hit[];
  /** What may have been meant, where nothing was found. */
  meant: string | null;
  /** Something was found, and is not among what was narrowed down to. */
  isHidden: boolean;
  /** Whether booths are proposed under the field; a list below it shows them anyway. */
  proposes: boolean;
  onOpen: (code: string) => void;
}

/** The field, and under it what it found: booths to open, or what may have been meant. */
export function SearchBox(props: SearchBoxProps) {
  const { typed, onType, hits, meant, isHidden, proposes, onOpen } = props;
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isAsking = typed.trim() !== '';
  const shown = proposes && isOpen ? hits.slice(0, SHOWN_HITS) : [];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !box.current) return;
    const stops = [...box.current.querySelectorAll<HTMLElement>('input, button')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[at + step]?.focus();
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className={classes.box}
      role="search"
      onFocus={() => setOpen(true)}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={onKeyDown}
    >
      <SearchField
        label={m.fair_search()}
        typed={typed}
        onType={(text) => {
          onType(text);
          setOpen(true);
        }}
      />
      {shown.length > 0 && (
        <ul className={classes.hits} data-testid="search-hits">
          {shown.map(({ stand, found }) => (
            <li key={stand.code}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  onOpen(stand.code);
                }}
              >
                <strong>{stand.code}</strong>
                <span dir="auto">{found?.of ?? holdersIn(stand)}</span>
                {found && found.kind !== 'exhibitor' && found.kind !== 'code' && (
                  <small dir="auto">{found.text}</small>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="status" className={classes.none}>
        {isAsking && hits.length === 0 && (
          <p>
            {isHidden ? m.fair_search_filtered() : m.fair_search_none({ typed: typed.trim() })}{' '}
            {meant !== null && (
              <button type="button" onClick={() => onType(meant)}>
                {m.fair_search_try({ meant })}
              </button>
            )}
            {meant === null && !isHidden && m.fair_search_fewer()}
          </p>
        )}
      </div>
    </div>
  );
}
