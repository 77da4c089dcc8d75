import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Square } from 'lucide-react';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { ProblemLine } from '../ui/problem-line';
import { PointsLine } from './points-line';
import type { Moment } from './points-line';
import classes from './run-view.module.css';
import { stopSuggestion, suggestionsKey } from './suggest-requests';
import type { Figures, SuggestionDetail } from './suggest-requests';
import { formatPoints, leftText } from './suggest-words';
import { gapOf, secondsLeft } from './suggest.rules';

interface RunViewProps {
  fairId: string;
  suggestion: SuggestionDetail;
  /** When it was answered, by this machine's clock. */
  seenAtMs: number;
}

/** Longer than this a suggestion waits only when nobody takes it up. */
const TAKEN_UP_WITHIN_MS = 15_000;
/** As often as a person wants to hear how far it is. */
const SAY_EVERY_SECONDS = 15;

/** How good the plan is so far, what is proven, and how long it goes on. */
export function RunView({ fairId, suggestion, seenAtMs }: RunViewProps) {
  const { state, figures } = suggestion;
  const moments = useMoments(figures, seenAtMs);
  return (
    <section className={classes.run} aria-label={m.suggest_figures()}>
      {state === 'waiting' && <Waiting />}
      {figures && <FiguresOf figures={figures} suggestion={suggestion} />}
      {state === 'searching' && (
        <>
          {figures ? (
            <PointsLine moments={moments} bound={figures.bound} />
          ) : (
            <p className={notes.quiet}>{m.suggest_first_plan()}</p>
          )}
        </>
      )}
      {(state === 'waiting' || state === 'searching') && (
        <div className={classes.going}>
          {state === 'searching' && <TimeLeft suggestion={suggestion} />}
          <Stop fairId={fairId} suggestion={suggestion} />
        </div>
      )}
      {state === 'explaining' && (
        <p className={notes.quiet} role="status">
          {m.suggest_explaining()}
        </p>
      )}
    </section>
  );
}

function Waiting() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setLong(true), TAKEN_UP_WITHIN_MS);
    return () => clearTimeout(wait);
  }, []);
  return (
    <p className={isLong ? notes.warn : notes.quiet} role="status">
      {isLong ? m.suggest_waiting_long() : m.suggest_waiting()}
    </p>
  );
}

function FiguresOf({ figures, suggestion }: { figures: Figures; suggestion: SuggestionDetail }) {
  const { language } = useLanguage();
  const { points, bound, moves, movesBound, iterations } = figures;
  const gap = gapOf(points, bound);
  return (
    <dl className={classes.figures}>
      <Figure name={m.suggest_points()} note={m.suggest_points_note()} isFirst>
        <span data-testid="suggest-points" data-value={points}>
          {formatPoints(points, language)}
        </span>
      </Figure>
      <Figure
        name={m.suggest_bound()}
        note={
          gap === null
            ? m.suggest_bound_none()
            : gap === 0
              ? m.suggest_gap_none()
              : m.suggest_gap({ gap: formatShare(gap, language) })
        }
      >
        {bound === null ? '–' : formatPoints(bound, language)}
      </Figure>
      {moves === null ? (
        suggestion.choice.fewestMoves && (
          <Figure name={m.suggest_moves()} note={m.suggest_moves_nobody_told()}>
            {formatCount(0, language)}
          </Figure>
        )
      ) : (
        <Figure
          name={m.suggest_moves()}
          note={
            movesBound === null
              ? m.suggest_moves_note()
              : movesBound === moves
                ? m.suggest_moves_fewest()
                : m.suggest_moves_least({ count: formatCount(movesBound, language) })
          }
        >
          {formatCount(moves, language)}
        </Figure>
      )}
      <Figure
        name={m.suggest_iterations()}
        note={m.suggest_of({
          exhibitors: formatCount(suggestion.exhibitorCount, language),
          booths: formatCount(suggestion.boothCount, language),
        })}
      >
        {formatCount(iterations, language)}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  note: string;
  isFirst?: boolean;
  children: ReactNode;
}

const Figure = ({ name, note, isFirst, children }: FigureProps) => (
  <div className={isFirst ? classes.first : undefined}>
    <dt>{name}</dt>
    <dd>{children}</dd>
    <dd className={classes.note}>{note}</dd>
  </div>
);

function TimeLeft({ suggestion }: { suggestion: SuggestionDetail }) {
  const [firstSeenMs] = useState(() => Date.now());
  const [nowMs, setNowMs] = useState(firstSeenMs);
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  const { seconds } = suggestion.choice;
  const left = secondsLeft(suggestion, firstSeenMs, nowMs);
  const said = suggestion.stopAskedAt !== null ? m.suggest_stopping() : leftText(left);
  const toSay = Math.ceil(left / SAY_EVERY_SECONDS) * SAY_EVERY_SECONDS;
  return (
    <div className={classes.left}>
      <progress value={seconds - left} max={seconds} aria-hidden />
      <span aria-hidden>{said}</span>
      <span className="onlyForReaders" role="status">
        {suggestion.stopAskedAt === null ? leftText(Math.min(toSay, seconds)) : said}
      </span>
    </div>
  );
}

function Stop({ fairId, suggestion }: { fairId: string; suggestion: SuggestionDetail }) {
  const stopping = useMutation({
    mutationFn: () => stopSuggestion(fairId, suggestion.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: suggestionsKey(fairId) }),
  });
  return (
    <div className={classes.stop}>
      <button
        type="button"
        className={buttons.button}
        disabled={stopping.isPending || suggestion.stopAskedAt !== null}
        onClick={() => stopping.mutate()}
      >
        <Square size={16} aria-hidden />
        {m.suggest_stop()}
      </button>
      <span className={notes.quiet}>
        {suggestion.figures ? m.suggest_stop_hint() : m.suggest_stop_early()}
      </span>
      {stopping.error && <ProblemLine problem={stopping.error} />}
    </div>
  );
}

/* What was seen here since the page was opened; what came before is known to nobody. */
function useMoments(figures: Figures | null, atMs: number): readonly Moment[] {
  const [seen, setSeen] = useState<{ figures: Figures | null; moments: readonly Moment[] }>({
    figures: null,
    moments: [],
  });
  if (figures === null || seen.figures === figures) return seen.moments;
  const moments = [...seen.moments, { atMs, points: figures.points }];
  setSeen({ figures, moments });
  return moments;
}
