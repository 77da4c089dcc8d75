import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { SearchField } from '../ui/search-field';
import { ErrorState, Skeleton } from '../ui/states';
import {
  betterAndWorse,
  boothDifferences,
  differencesFor,
  differencesFromBefore,
  differencesOf,
  isSameCast,
  takenBefore,
  takenBy,
  termDifferences,
} from './compare.rules';
import type { BoothDifference, Difference } from './compare.rules';
import { codesText, listed } from './listed';
import classes from './parts.module.css';
import type { ComparePartProps, Tone, Tones } from './suggest-parts';
import { suggestionQuery } from './suggest-requests';
import type { Figures, SuggestionDetail, TermName, WeightName } from './suggest-requests';
import { formatPoints, termWords } from './suggest-words';

/** In the address, in place of the id of another suggestion. */
const BEFORE = 'before';
const NOBODY = '';
const ROWS_AT_ONCE = 20;

const tones: Record<BoothDifference, Tone> = {
  others: 'differs',
  only_here: 'onlyHere',
  only_there: 'onlyThere',
};

/** This suggestion beside another one, or beside how everybody stood before it. */
export function ComparePart(props: ComparePartProps) {
  const { fairId, timeZone, suggestion, others, withId, onWith, onTones } = props;
  const { language } = useLanguage();
  const titleId = useId();
  const isBefore = withId === BEFORE;
  const other = useQuery({
    ...suggestionQuery(fairId, withId ?? NOBODY),
    enabled: withId !== undefined && !isBefore,
  });
  return (
    <section className={classes.part} aria-labelledby={titleId} data-testid="compare">
      <h2 id={titleId}>{m.suggest_compare_title()}</h2>
      <select
        className={classes.select}
        aria-labelledby={titleId}
        value={withId ?? NOBODY}
        onChange={(event) => onWith(event.currentTarget.value || undefined)}
      >
        <option value={NOBODY}>{m.suggest_compare_none()}</option>
        <option value={BEFORE}>{m.suggest_compare_before()}</option>
        {others.map(({ id, askedAt, figures }) => (
          <option key={id} value={id}>
            {m.suggest_compare_other({
              time: formatDateTime(askedAt, timeZone, language),
              points: figures ? formatPoints(figures.points, language) : '–',
            })}
          </option>
        ))}
      </select>
      {isBefore && <Compared here={suggestion} there={null} onTones={onTones} />}
      {withId === undefined || isBefore ? null : other.data ? (
        <Compared key={withId} here={suggestion} there={other.data} onTones={onTones} />
      ) : other.isError ? (
        <ErrorState problem={other.error} onRetry={() => void other.refetch()} />
      ) : (
        <Skeleton shapes={[120, 240]} />
      )}
    </section>
  );
}

interface ComparedProps {
  here: SuggestionDetail;
  /** Null: how everybody stood when this one was asked for. */
  there: SuggestionDetail | null;
  onTones: (tones: Tones | null) => void;
}

function Compared({ here, there, onTones }: ComparedProps) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const differences = useMemo(
    () =>
      there === null
        ? differencesFromBefore(here.places)
        : differencesOf(here.places, there.places),
    [here.places, there],
  );
  const shown = differencesFor(differences, typed);
  const showOnPlan = useEffectEvent(onTones);
  useEffect(() => {
    const taken = {
      here: takenBy(here.places),
      there: there === null ? takenBefore(here.places) : takenBy(there.places),
    };
    const booths = boothDifferences(differences, taken);
    showOnPlan((code) => {
      const difference = booths.get(code);
      if (difference) return tones[difference];
      return taken.here.has(code) ? 'quiet' : 'free';
    });
    return () => showOnPlan(null);
  }, [differences, here.places, there]);
  const thereName = there === null ? m.suggest_compare_there_before() : m.suggest_compare_there();
  return (
    <>
      {there === null ? (
        <p className={notes.quiet}>{m.suggest_compare_has_no_points()}</p>
      ) : (
        <ComparedPoints here={here} there={there} />
      )}
      {differences.length === 0 ? (
        <p role="status">{m.suggest_compare_same()}</p>
      ) : (
        <>
          <h3>{m.suggest_compare_count({ count: formatCount(differences.length, language) })}</h3>
          <SearchField label={m.suggest_compare_search()} typed={typed} onType={setTyped} />
          {shown.length === 0 ? (
            <p className={notes.quiet}>{m.suggest_compare_found_none()}</p>
          ) : (
            <table className={classes.table} data-testid="differences">
              <thead>
                <tr>
                  <th scope="col">{m.suggest_compare_exhibitor()}</th>
                  <th scope="col">{m.suggest_compare_here()}</th>
                  <th scope="col">{thereName}</th>
                </tr>
              </thead>
              <tbody>
                {shown.slice(0, most).map((each) => (
                  <Row key={each.exhibitorId} of={each} isBefore={there === null} />
                ))}
              </tbody>
            </table>
          )}
          {shown.length > most && (
            <button
              type="button"
              className={buttons.button}
              onClick={() => setMost(most + ROWS_AT_ONCE)}
            >
              {m.suggest_compare_more({ count: formatCount(shown.length - most, language) })}
            </button>
          )}
        </>
      )}
    </>
  );
}

function Row({
  of: { exhibitorName, here, there },
  isBefore,
}: {
  of: Difference;
  isBefore: boolean;
}) {
  const absent = isBefore ? m.suggest_nowhere() : m.suggest_compare_absent();
  return (
    <tr>
      <th scope="row">{exhibitorName}</th>
      <td className={classes.codes}>{here === null ? absent : codesText(here)}</td>
      <td className={classes.codes}>{there === null ? absent : codesText(there)}</td>
    </tr>
  );
}

function ComparedPoints({ here, there }: { here: SuggestionDetail; there: SuggestionDetail }) {
  const { language } = useLanguage();
  if (!here.figures || !there.figures) return null;
  const isSameFair = isSameCast(here.places, there.places);
  const isSameMeasure = (term: TermName) =>
    isSameFair && percentOf(here, term) === percentOf(there, term);
  const terms = termDifferences<TermName>(here.figures.terms, there.figures.terms, isSameMeasure);
  const isComparable = terms.every(({ thereSaves }) => thereSaves !== null);
  const { better, worse } = betterAndWorse(terms);
  const told = (side: typeof better) =>
    listed(
      side.map(({ term, points }) =>
        m.suggest_topic_points({
          topic: topicWords[term](),
          points: formatPoints(points, language),
        }),
      ),
      language,
    );
  const points = (of: Figures) => formatPoints(of.points, language);
  return (
    <>
      <div role="status" data-testid="compared">
        {better.length > 0 && <p>{m.suggest_compare_better({ what: told(better) })}</p>}
        {worse.length > 0 && <p>{m.suggest_compare_worse({ what: told(worse) })}</p>}
        {isComparable && better.length + worse.length === 0 && <p>{m.suggest_compare_equal()}</p>}
        {!isSameFair ? (
          <p className={notes.warn}>{m.suggest_compare_other_fair()}</p>
        ) : (
          !isComparable && <p className={notes.warn}>{m.suggest_compare_weights()}</p>
        )}
        {isSameFair && here.instanceHash !== there.instanceHash && (
          <p className={notes.quiet}>{m.suggest_compare_other_data()}</p>
        )}
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{m.suggest_compare_terms()}</th>
            <th scope="col" className={classes.number}>
              {m.suggest_compare_here()}
            </th>
            <th scope="col" className={classes.number}>
              {m.suggest_compare_there()}
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ term, here: a, there: b, thereSaves }) => (
            <tr key={term}>
              <th scope="row">
                {termWords[term]()}
                {isSameFair && thereSaves === null && (
                  <span title={m.suggest_compare_unlike()}> ≠</span>
                )}
              </th>
              <td className={classes.number}>{formatPoints(a, language)}</td>
              <td className={classes.number}>{formatPoints(b, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.suggest_compare_points()}</th>
            <td className={classes.number}>{points(here.figures)}</td>
            <td className={classes.number}>{points(there.figures)}</td>
          </tr>
          {(here.figures.moves !== null || there.figures.moves !== null) && (
            <tr>
              <th scope="row">{m.suggest_compare_moves()}</th>
              <td className={classes.number}>{movesText(here.figures, language)}</td>
              <td className={classes.number}>{movesText(there.figures, language)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </>
  );
}

const movesText = ({ moves }: Figures, language: 'vi' | 'en') =>
  moves === null ? '–' : formatCount(moves, language);

/* Pulls that were wished for have no slider. */
const percentOf = ({ choice }: SuggestionDetail, term: TermName) =>
  term === 'affinity' ? 100 : (choice.weights[term satisfies WeightName] ?? 100);

/* What the points of a term are about, whichever of the two has fewer. */
const topicWords: Record<TermName, () => string> = {
  corner: m.suggest_topic_corner,
  front: m.suggest_topic_front,
  gate: m.suggest_topic_gate,
  choices: m.suggest_topic_choices,
  anchor: m.suggest_topic_anchor,
  ventilation: m.suggest_topic_ventilation,
  cohesion: m.suggest_topic_cohesion,
  competitors: m.suggest_topic_competitors,
  smell: m.suggest_topic_smell,
  affinity: m.suggest_topic_affinity,
};
