import { useEffect, useRef, useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { Caller } from '../api/client';
import { fairsQuery, queryClient, sessionQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { HomeLink } from '../ui/fair-screen';
import { ProblemLine } from '../ui/problem-line';
import { Forbidden, Skeleton } from '../ui/states';
import { AboutStep } from './about-step';
import { openFair } from './fair-requests';
import classes from './fairs.module.css';
import {
  blankWish,
  codeOf,
  faultsOf,
  keptWish,
  minutesOf,
  scheduleOf,
  stepOf,
  type FairWish,
} from './new-fair.rules';
import { PlanStep } from './plan-step';
import { ReviewStep } from './review-step';

/** A fair in three steps. What is typed stays on the device until the fair is made. */
export function NewFairScreen() {
  const { data: caller } = useQuery(sessionQuery);
  useEffect(() => {
    document.title = `${m.fairs_new()} · Phiên`;
  });
  return (
    <AppShell name="Phiên">
      <div className={classes.page}>
        {!caller ? (
          <Skeleton shapes={[44, 64, 480]} />
        ) : caller.mayOpenFairs ? (
          <Wizard caller={caller} />
        ) : (
          <Forbidden login={caller.login} action={<HomeLink />} />
        )}
      </div>
    </AppShell>
  );
}

const keyOf = ({ accountId }: Caller) => `phien-new-fair ${accountId}`;

/* A device that keeps nothing loses what was typed at a reload, and nothing else. */
function keep(caller: Caller, wish: FairWish | null): void {
  try {
    if (wish === null) localStorage.removeItem(keyOf(caller));
    else localStorage.setItem(keyOf(caller), JSON.stringify(wish));
  } catch {
    return;
  }
}

function kept(caller: Caller): FairWish {
  try {
    return keptWish(localStorage.getItem(keyOf(caller)), newId());
  } catch {
    return blankWish(newId());
  }
}

const stepWords = [m.fairs_step_about, m.fairs_step_plan, m.fairs_step_review] as const;

function Wizard({ caller }: { caller: Caller }) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [wish, setWish] = useState(() => kept(caller));
  const [isChecked, setChecked] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const fairs = useQuery(fairsQuery);
  const own = new Set(
    caller.grants.filter(({ role }) => role === 'organizer').map(({ fairId }) => fairId),
  );
  const earlier = fairs.data?.filter(({ id, boothCount }) => own.has(id) && boothCount > 0) ?? [];
  const faults = faultsOf(wish);
  const set = (said: Partial<FairWish>) => {
    const next = { ...wish, ...said };
    setWish(next);
    keep(caller, next);
  };
  const go = (step: FairWish['step']) => {
    set({ step });
    setChecked(false);
    head.current?.focus();
  };
  const opening = useMutation({
    mutationFn: () => openFair(wishSent(wish)),
    onSuccess: async (fair) => {
      keep(caller, null);
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: fairsQuery.queryKey });
      await navigate({ to: '/plan/fair', search: { fair: fair.code } });
    },
  });
  const next = () => {
    if (faults.some((fault) => stepOf(fault) <= wish.step)) {
      setChecked(true);
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    } else if (wish.step === 3) opening.mutate();
    else go(wish.step === 1 ? 2 : 3);
  };
  const shown = isChecked ? faults : [];
  const part = { wish, set, faults: shown, language };
  return (
    <>
      <div className={classes.head}>
        <h1 ref={head} tabIndex={-1}>
          {m.fairs_new()}
        </h1>
        <p className={classes.quiet}>{m.fairs_kept()}</p>
      </div>
      <ol className={classes.steps} aria-label={m.fairs_steps()}>
        {stepWords.map((word, at) => {
          const step = (at + 1) as FairWish['step'];
          const isDone = step < wish.step;
          return (
            <li
              key={step}
              aria-current={step === wish.step ? 'step' : undefined}
              data-done={isDone || undefined}
            >
              <span className={classes.stepMark} aria-hidden>
                {isDone ? <Check size={16} /> : step}
              </span>
              {isDone ? (
                <button type="button" className={classes.stepLink} onClick={() => go(step)}>
                  {word()}
                </button>
              ) : (
                <span>{word()}</span>
              )}
            </li>
          );
        })}
      </ol>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!opening.isPending) next();
        }}
      >
        {wish.step === 1 && <AboutStep {...part} known={seriesOf(fairs.data)} />}
        {wish.step === 2 && <PlanStep {...part} earlier={earlier} />}
        {wish.step === 3 && <ReviewStep {...part} earlier={earlier} go={go} />}
        {opening.error && <ProblemLine problem={opening.error} />}
        <div className={classes.foot}>
          {wish.step === 1 ? (
            <Link to="/" className={buttons.button}>
              {m.fairs_cancel()}
            </Link>
          ) : (
            <button
              type="button"
              className={buttons.button}
              onClick={() => go(wish.step === 3 ? 2 : 1)}
            >
              {m.fairs_before()}
            </button>
          )}
          <button
            type="button"
            className={`${buttons.quiet} ${classes.anew}`}
            onClick={() => {
              const blank = blankWish(newId());
              setWish(blank);
              keep(caller, null);
              setChecked(false);
              opening.reset();
            }}
          >
            {m.fairs_anew()}
          </button>
          <button type="submit" className={buttons.main} aria-disabled={opening.isPending}>
            {wish.step < 3 ? m.fairs_next() : opening.isPending ? m.fairs_making() : m.fairs_make()}
          </button>
        </div>
      </form>
    </>
  );
}

const seriesOf = (fairs: readonly { series: string }[] = []) =>
  [...new Set(fairs.map(({ series }) => series))].filter(Boolean).sort();

const wishSent = (wish: FairWish) => ({
  id: wish.id,
  cast: 'none' as const,
  isDraft: true,
  ...(wish.beginning === 'earlier'
    ? { planOf: wish.planOf }
    : { template: wish.beginning === 'picture' ? ('empty' as const) : wish.beginning }),
  kind: wish.kind,
  series: wish.series.trim(),
  code: codeOf(wish),
  nameVi: wish.nameVi.trim(),
  nameEn: wish.nameEn.trim() || wish.nameVi.trim(),
  venueVi: wish.venueVi.trim(),
  venueEn: wish.venueEn.trim() || wish.venueVi.trim(),
  timeZone: wish.timeZone,
  dayCutMinutes: minutesOf(wish.dayCut),
  closingGraceMinutes: Number(wish.graceMinutes),
  hasOpenEnd: wish.hasOpenEnd && wish.kind === 'point_of_sale',
  schedule: scheduleOf(wish),
});
