import { useMemo, useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { fairQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { useWordLine } from '../live/use-word-line';
import { m } from '../paraglide/messages.js';
import { boothsQuery, featuresQuery, movingKey, zonesQuery } from '../plan/plan-requests';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { Skeleton, StaleBar } from '../ui/states';
import { ToastPlace } from '../ui/toast';
import { AskForm } from './ask-form';
import { keepChoice } from './kept-choice';
import type { SearchChoice } from './kept-choice';
import { oneAtATime } from './one-at-a-time';
import { SuggestionList } from './suggestion-list';
import { SuggestionView } from './suggestion-view';
import type { Drawing } from './suggest-parts';
import {
  askSuggestion,
  suggestionsKey,
  suggestionsQuery,
  withoutBoothQuery,
} from './suggest-requests';
import type { Suggestion, SuggestionDetail } from './suggest-requests';
import { isRunning, leftOutAfter } from './suggest.rules';
import classes from './suggest-screen.module.css';

const route = getRouteApi('/plan/suggest');
const shapes = [44, 72, 480];

/** `/plan/suggest`: places are looked for, seen as they come, compared and taken over. */
export function SuggestScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="plan" title={m.suggest_title()} code={code} shapes={shapes}>
      {(entered) => (
        <ToastPlace>
          <Suggestions key={entered.fair.id} {...entered} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

function Suggestions({ fair, caller }: Entered) {
  const { language } = useLanguage();
  const live = useWordLine('suggestion', fair.id, useCatchUp(suggestionsKey(fair.id)));
  /* What others do to the plan meanwhile changes who would move, and who has no booth. */
  useWordLine('plan', fair.id, useCatchUp(movingKey(fair.id)));
  const all = useQuery(suggestionsQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const zones = useQuery(zonesQuery(fair.id));
  const features = useQuery(featuresQuery(fair.id));
  const booths = useQuery(boothsQuery(fair.id));
  const asked = [all, whole, zones, features, booths];
  const drawing = useMemo(
    () =>
      whole.data && zones.data && features.data && booths.data
        ? {
            hall: whole.data,
            zones: zones.data,
            features: features.data,
            booths: booths.data,
          }
        : null,
    [whole.data, zones.data, features.data, booths.data],
  );
  const failed = asked.find(({ isError, data }) => isError && !data);
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
      chip={<AsOfChip state={live} asOf={null} timeZone={null} />}
      bars={(live === 'offline' || live === 'stale') && <StaleBar state="offline" since={null} />}
    >
      <div className={classes.page}>
        <Link to="/plan" search={{ fair: fair.code }} className={classes.back}>
          <ArrowLeft size={18} aria-hidden />
          {m.draws_back()}
        </Link>
        <h1>{m.suggest_title()}</h1>
        {failed?.error ? (
          <FairProblem
            problem={failed.error}
            login={caller.login}
            onRetry={() => asked.forEach((each) => void each.refetch())}
          />
        ) : all.data && drawing ? (
          <Work
            fairId={fair.id}
            fairCode={fair.code}
            isLive={live === 'live'}
            suggestions={all.data}
            drawing={drawing}
          />
        ) : (
          <Skeleton shapes={shapes} />
        )}
      </div>
    </AppShell>
  );
}

function useCatchUp(queryKey: readonly unknown[]): () => void {
  const [catchUp] = useState(() => oneAtATime(() => queryClient.invalidateQueries({ queryKey })));
  return catchUp;
}

interface WorkProps {
  fairId: string;
  fairCode: string;
  isLive: boolean;
  suggestions: Suggestion[];
  drawing: Drawing;
}

interface Asking {
  choice: SearchChoice;
  /** The suggestion after which it is asked again. */
  after: SuggestionDetail | null;
}

function Work({ fairId, fairCode, isLive, suggestions, drawing }: WorkProps) {
  const navigate = useNavigate();
  const { id, with: withId } = route.useSearch();
  const [nextId, setNextId] = useState(newId);
  const go = (search: { id?: string; with?: string }, replace = false) =>
    void navigate({ to: '/plan/suggest', search: { fair: fairCode, ...search }, replace });
  const asking = useMutation({
    mutationFn: async ({ choice, after }: Asking) => {
      /* Since a suggestion somebody may have cancelled, or been given a booth. */
      const leftOut =
        after === null
          ? choice.leftOut
          : leftOutAfter(after, await queryClient.fetchQuery(withoutBoothQuery(fairId)));
      return askSuggestion(fairId, { ...choice, leftOut, id: nextId });
    },
    onSuccess: (asked) => {
      setNextId(newId());
      queryClient.setQueryData(suggestionsQuery(fairId).queryKey, (known) => [
        asked,
        ...(known ?? []).filter((each) => each.id !== asked.id),
      ]);
      go({ id: asked.id });
    },
  });
  const ask = (choice: SearchChoice, after: SuggestionDetail | null = null) => {
    keepChoice(choice);
    asking.mutate({ choice, after });
  };
  return (
    <div className={classes.columns}>
      <SuggestionList
        fairCode={fairCode}
        timeZone={drawing.hall.timeZone}
        suggestions={suggestions}
        shownId={id}
        onOpen={(next) => go({ id: next })}
      />
      <div className={classes.main}>
        {id === undefined ? (
          <AskForm
            fairId={fairId}
            timeZone={drawing.hall.timeZone}
            booths={drawing.booths}
            isFirst={suggestions.length === 0}
            underWay={suggestions.find(({ state }) => isRunning(state)) ?? null}
            isAsking={asking.isPending}
            problem={asking.error}
            onAsk={ask}
            onSee={(underWay) => go({ id: underWay.id })}
          />
        ) : (
          <SuggestionView
            key={id}
            fairId={fairId}
            fairCode={fairCode}
            suggestionId={id}
            isLive={isLive}
            others={suggestions.filter((each) => each.id !== id && each.figures !== null)}
            drawing={drawing}
            withId={withId}
            onWith={(other) => go({ id, with: other }, true)}
            isAsking={asking.isPending}
            problem={asking.error}
            onAsk={ask}
            onChange={(choice) => {
              keepChoice(choice);
              go({});
            }}
          />
        )}
      </div>
    </div>
  );
}
