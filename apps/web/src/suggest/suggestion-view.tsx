import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { ProblemLine } from '../ui/problem-line';
import { ErrorState, Skeleton } from '../ui/states';
import { AcceptPart } from './accept-part';
import { Certificate } from './certificate';
import { CheckAgain } from './check-again';
import { ComparePart } from './compare-part';
import { ConflictView } from './conflict-view';
import type { SearchChoice } from './kept-choice';
import { NoPlan } from './no-plan';
import { OffersPart } from './offers-part';
import { ReasonsPart } from './reasons-part';
import { RunView } from './run-view';
import { StandingLine } from './standing-line';
import { SuggestPicture } from './suggest-picture';
import type { Drawing, Tones } from './suggest-parts';
import { suggestionQuery } from './suggest-requests';
import type { Suggestion, SuggestionDetail } from './suggest-requests';
import { changedBooths, standingBefore, standingIn } from './suggest-tones';
import type { Standing } from './suggest-tones';
import { choiceText, stateWords } from './suggest-words';
import { isRunning } from './suggest.rules';
import classes from './suggestion-view.module.css';
import { useLanding } from './use-landing';

/* Without a line a search is asked how far it is. */
const ASK_EVERY_MS = 2_000;
/* Also with one: a word may be lost, and reasons come after the plan. */
const LOOK_EVERY_MS = 15_000;

interface SuggestionViewProps {
  fairId: string;
  fairCode: string;
  suggestionId: string;
  /** Whether the line tells when it has changed. */
  isLive: boolean;
  /** All others that have a plan. */
  others: readonly Suggestion[];
  drawing: Drawing;
  withId: string | undefined;
  onWith: (suggestionId: string | undefined) => void;
  isAsking: boolean;
  problem: Error | null;
  onAsk: (choice: SearchChoice, after: SuggestionDetail) => void;
  /** Goes back to the form with this choice. */
  onChange: (choice: SearchChoice) => void;
}

/** One suggestion: how far it is, the plan as it comes, what it is worth, and what to do with it. */
export function SuggestionView(props: SuggestionViewProps) {
  const { fairId, suggestionId, isLive } = props;
  const asked = useQuery({
    ...suggestionQuery(fairId, suggestionId),
    refetchInterval: ({ state }) =>
      state.data && (isRunning(state.data.state) || state.data.state === 'explaining')
        ? isLive
          ? LOOK_EVERY_MS
          : ASK_EVERY_MS
        : false,
  });
  if (asked.data) return <Seen {...props} suggestion={asked.data} seenAtMs={asked.dataUpdatedAt} />;
  if (asked.isError) {
    return <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />;
  }
  return <Skeleton shapes={[72, 480]} />;
}

interface SeenProps extends SuggestionViewProps {
  suggestion: SuggestionDetail;
  seenAtMs: number;
}

function Seen(props: SeenProps) {
  const { fairId, fairCode, others, drawing, withId, onWith } = props;
  const { isAsking, problem, onChange, suggestion, seenAtMs } = props;
  const onAsk = (again: SearchChoice) => props.onAsk(again, suggestion);
  const { language } = useLanguage();
  const { timeZone } = drawing.hall;
  const heading = useLanding();
  const [chosen, setChosen] = useState<string | null>();
  const [acceptTones, onAcceptTones] = useTones();
  const [compareTones, onCompareTones] = useTones();
  const { standing, changed } = useFrames(suggestion);
  const { state, figures, conflict, choice } = suggestion;
  /* Until somebody chooses, the first booth that is in the way is brought into view. */
  const chosenCode = chosen === undefined ? (conflict?.boothCodes[0] ?? null) : chosen;
  const part = { fairId, fairCode, timeZone, drawing, suggestion };
  const conflictTones = useMemo((): Tones | null => {
    if (!conflict) return null;
    const codes = new Set(conflict.boothCodes);
    return (code) => (codes.has(code) ? 'conflict' : undefined);
  }, [conflict]);
  const isFound = state === 'found' || state === 'explaining';
  const time = formatDateTime(suggestion.askedAt, timeZone, language);
  return (
    <div className={classes.view} data-testid="suggestion" data-state={state}>
      <header className={classes.head}>
        <h2 ref={heading} tabIndex={-1}>
          {stateWords[state]()}
        </h2>
        {isFound && (
          <button type="button" className={buttons.button} onClick={() => onChange(choice)}>
            <RotateCcw size={18} aria-hidden />
            {m.suggest_change()}
          </button>
        )}
        <p className={notes.quiet}>
          {choiceText(choice)}
          <br />
          {suggestion.askedByName === null
            ? time
            : m.suggest_asked({ name: suggestion.askedByName, time })}
        </p>
      </header>
      {conflict ? (
        <ConflictView
          conflict={conflict}
          places={suggestion.places}
          onChange={() => onChange(choice)}
          onChoose={setChosen}
        />
      ) : state === 'unknown' || state === 'failed' ? (
        <NoPlan state={state} onChange={() => onChange(choice)} />
      ) : (
        <RunView fairId={fairId} suggestion={suggestion} seenAtMs={seenAtMs} />
      )}
      {isFound && (
        <AcceptPart {...part} isAsking={isAsking} onAsk={onAsk} onTones={onAcceptTones} />
      )}
      {problem && <ProblemLine problem={problem} />}
      <SuggestPicture
        drawing={drawing}
        standing={standing}
        tones={conflictTones ?? compareTones ?? acceptTones}
        changed={isRunning(state) ? changed : undefined}
        chosenCode={chosenCode}
        onChoose={setChosen}
      >
        <StandingLine code={chosenCode} standing={standing} hasPlan={figures !== null} />
      </SuggestPicture>
      {isFound && <OffersPart {...part} isAsking={isAsking} onAsk={onAsk} />}
      {isFound && (
        <ComparePart
          {...part}
          others={others}
          withId={withId}
          onWith={onWith}
          onTones={onCompareTones}
        />
      )}
      {isFound && figures && <Certificate figures={figures} fewestMoves={choice.fewestMoves} />}
      {isFound && <ReasonsPart {...part} chosenCode={chosenCode} onChoose={setChosen} />}
      {!isRunning(state) && <CheckAgain fairId={fairId} suggestion={suggestion} />}
    </div>
  );
}

/* What a part wants booths to be coloured for, while it does. */
function useTones(): [Tones | null, (tones: Tones | null) => void] {
  const [tones, setTones] = useState<{ of: Tones } | null>(null);
  const onTones = useMemo(() => (next: Tones | null) => setTones(next && { of: next }), []);
  return [tones?.of ?? null, onTones];
}

interface Frames {
  places: SuggestionDetail['places'];
  hasPlan: boolean;
  standing: ReadonlyMap<string, Standing>;
  changed: ReadonlySet<string>;
}

/* Each answer with other places is a frame; what is new against the one before is lit up. */
function useFrames({ places, figures }: SuggestionDetail): Frames {
  const hasPlan = figures !== null;
  const standingNow = () => (hasPlan ? standingIn(places) : standingBefore(places));
  const [frame, setFrame] = useState<Frames>(() => ({
    ...{ places, hasPlan },
    standing: standingNow(),
    changed: new Set(),
  }));
  if (frame.places === places && frame.hasPlan === hasPlan) return frame;
  const standing = standingNow();
  const changed = frame.hasPlan ? changedBooths(frame.standing, standing) : new Set<string>();
  const next = { places, hasPlan, standing, changed };
  setFrame(next);
  return next;
}
