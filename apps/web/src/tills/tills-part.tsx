import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { Fair } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { SearchField } from '../ui/search-field';
import { Empty } from '../ui/states';
import { TillPanel } from './till-panel';
import { TillRow } from './till-row';
import { showWords } from './till-words';
import type { Times } from './till-words';
import { makeTills, tillsQuery } from './tills.requests';
import type { Till, Tills } from './tills.requests';
import { countOf, found, keyOf, showIn, shows, unsentOf } from './tills.rules';
import classes from './tills.module.css';

const route = getRouteApi('/tills');

interface TillsPartProps {
  fair: Fair;
  tills: Tills;
  times: Times;
}

/** Every phone of the fair, the worst first; counts that filter, and one of them opened. */
export function TillsPart({ fair, tills: answer, times }: TillsPartProps) {
  const { language } = times;
  const { tills, silentAfterMinutes } = answer;
  const show = showIn(route.useSearch().show);
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<Till | null>(null);
  const listed = found(tills, show, typed);
  const till = opened && nowOf(tills, opened);
  const choose = (wanted: typeof show) =>
    void navigate({
      search: (before) => ({ ...before, show: wanted === show ? undefined : wanted }),
      replace: true,
    });
  if (tills.length === 0) return <NoTills fairId={fair.id} />;
  const unsent = unsentOf(tills);
  return (
    <section aria-label={m.tills_tab_phones()}>
      <p className={unsent > 0 ? classes.heldSome : classes.heldNone} role="status">
        {unsent > 0 ? m.tills_held({ count: formatCount(unsent, language) }) : m.tills_held_none()}
      </p>
      <div className={classes.counts} role="group" aria-label={m.tills_show()}>
        {shows.map((each) => {
          const count = countOf(tills, each);
          return (
            <button
              key={each}
              type="button"
              className={`${classes.countButton} ${count > 0 ? classes[`some_${each}`] : ''}`}
              aria-pressed={each === show}
              data-testid={`show-${each}`}
              onClick={() => choose(each)}
            >
              <strong>{formatCount(count, language)}</strong>
              <span>{showWords[each]()}</span>
            </button>
          );
        })}
      </div>
      <div className={classes.tools}>
        <SearchField label={m.tills_search()} typed={typed} onType={setTyped} />
        <p className={classes.found} role="status">
          {m.tills_found({ count: formatCount(listed.length, language) })}
        </p>
      </div>
      {listed.length === 0 ? (
        <Empty
          title={m.tills_none_found()}
          text={m.tills_none_found_text()}
          action={
            <button
              type="button"
              className={buttons.button}
              onClick={() => {
                setTyped('');
                choose(show);
              }}
            >
              {m.tills_show_all()}
            </button>
          }
        />
      ) : (
        <>
          <div className={`${classes.heads} ${classes.row}`} aria-hidden>
            <span>{m.tills_col_booth()}</span>
            <span>{m.tills_col_exhibitor()}</span>
            <span>{m.tills_col_state()}</span>
            <span className={classes.number}>{m.tills_col_unsent()}</span>
            <span>{m.tills_col_seen()}</span>
          </div>
          <ul className={classes.rows} data-testid="tills">
            {listed.map((each) => (
              <TillRow key={keyOf(each)} till={each} times={times} onOpen={() => setOpened(each)} />
            ))}
          </ul>
        </>
      )}
      <p className={classes.hint}>
        {m.tills_silent_hint({ minutes: formatCount(silentAfterMinutes, language) })}
      </p>
      {till && <TillPanel fair={fair} till={till} times={times} onClose={() => setOpened(null)} />}
    </section>
  );
}

/* A phone that was replaced while it was looked at gives way to the one in its place. */
const nowOf = (tills: readonly Till[], seen: Till): Till =>
  tills.find((till) => keyOf(till) === keyOf(seen)) ??
  tills.find(({ registerId }) => registerId === seen.registerId) ??
  seen;

function NoTills({ fairId }: { fairId: string }) {
  const cache = useQueryClient();
  const making = useMutation({
    mutationFn: () => makeTills(fairId),
    onSettled: () => cache.invalidateQueries({ queryKey: tillsQuery(fairId).queryKey }),
  });
  return (
    <>
      <Empty
        title={m.tills_empty()}
        text={m.tills_empty_text()}
        action={
          <button
            type="button"
            className={buttons.main}
            aria-disabled={making.isPending}
            onClick={() => {
              if (!making.isPending) making.mutate();
            }}
          >
            <Plus size={18} aria-hidden />
            {m.tills_empty_do()}
          </button>
        }
      />
      {making.error && <ProblemLine problem={making.error} />}
    </>
  );
}
