import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight, Plus } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { fairQuery, fairsQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { Field, Switch } from '../my/field';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { ProblemLine } from '../ui/problem-line';
import { Skeleton } from '../ui/states';
import { CuttingFields } from './cutting-fields';
import { DaysTable } from './days-table';
import { changeFair, moveFair, settingsQuery } from './fair-requests';
import type { FairSettings, ScheduledDay } from './fair-requests';
import classes from './fairs.module.css';
import { NameField } from './name-field';
import {
  addedDay,
  countsOf,
  mayHaveOpeningEvening,
  minutesOf,
  shiftedTo,
  timeOf,
} from './new-fair.rules';

const shapes = [44, 120, 480];

/** What a fair is called, where and when it is, and whether it is published. */
export function FairSettingsScreen({ code }: { code: string }) {
  return (
    <FairScreen screen="plan" title={m.fairs_settings()} code={code} shapes={shapes}>
      {(entered) => <Settings key={entered.fair.id} {...entered} />}
    </FairScreen>
  );
}

function Settings({ fair, caller }: Entered) {
  const { language } = useLanguage();
  const settings = useQuery(settingsQuery(fair.id));
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
    >
      <div className={classes.page}>
        <Link to="/" className={classes.back}>
          <ArrowLeft size={18} aria-hidden />
          {m.fairs_settings_back()}
        </Link>
        {settings.error && !settings.data ? (
          <FairProblem
            problem={settings.error}
            login={caller.login}
            onRetry={() => void settings.refetch()}
          />
        ) : !settings.data ? (
          <Skeleton shapes={shapes} />
        ) : (
          <>
            <h1>{m.fairs_settings()}</h1>
            <StateCard settings={settings.data} />
            <ChangeForm settings={settings.data} />
            <NextSteps fairCode={fair.code} />
          </>
        )}
      </div>
    </AppShell>
  );
}

const refresh = (fairId: string) =>
  Promise.all([
    queryClient.invalidateQueries(fairsQuery),
    queryClient.invalidateQueries(fairQuery(fairId)),
    queryClient.invalidateQueries(settingsQuery(fairId)),
  ]);

const stateTexts: Record<FairSettings['state'], () => string> = {
  draft: m.fairs_is_draft_text,
  published: m.fairs_is_published_text,
  running: m.fairs_is_running_text,
  closed: m.fairs_is_closed_text,
  sealed: m.fairs_is_sealed_text,
};

interface OfSettings {
  settings: FairSettings;
}

/** Where the fair stands, and where an organizer can move it. */
function StateCard({ settings }: OfSettings) {
  const { fair, state, moves } = settings;
  const moving = useMutation({
    mutationFn: (to: FairSettings['state']) => moveFair(fair.id, to),
    onSettled: () => refresh(fair.id),
  });
  const button = (to: FairSettings['state'], words: string, isMain = false) =>
    moves.includes(to) && (
      <button
        type="button"
        className={isMain ? buttons.main : buttons.button}
        disabled={moving.isPending}
        onClick={() => moving.mutate(to)}
      >
        {words}
      </button>
    );
  const isOpenEnded = state === 'running' && fair.hasOpenEnd;
  return (
    <section className={classes.banner} data-state={state} data-testid="fair-state">
      <p className={classes.state}>
        {isOpenEnded ? m.fairs_is_open_ended_text() : stateTexts[state]()}
      </p>
      <div className={classes.deeds}>
        {state === 'draft' && button('published', m.fairs_publish(), true)}
        {state === 'closed' && button('published', m.fairs_reopen())}
        {button('draft', m.fairs_withdraw())}
      </div>
      {moves.includes('closed') && (
        <details className={classes.more}>
          <summary>{m.fairs_end()}</summary>
          <p>{m.fairs_end_sure()}</p>
          <div className={classes.deeds}>{button('closed', m.fairs_end())}</div>
        </details>
      )}
      {moving.error && <ProblemLine problem={moving.error} />}
    </section>
  );
}

const scheduleOf = (fair: WholeFair): ScheduledDay[] =>
  fair.days.map(({ isOpen, isOpening, ...day }) => ({
    ...day,
    kind: isOpen ? 'open' : isOpening ? 'opening_evening' : 'closed',
  }));

const asTyped = ({ fair }: FairSettings) => ({
  nameVi: fair.nameVi,
  nameEn: fair.nameEn,
  venueVi: fair.venueVi,
  venueEn: fair.venueEn,
  series: fair.series,
  timeZone: fair.timeZone,
  dayCut: timeOf(fair.dayCutMinutes),
  graceMinutes: String(fair.closingGraceMinutes),
  hasOpenEnd: fair.hasOpenEnd,
  days: scheduleOf(fair),
});

type Typed = ReturnType<typeof asTyped>;
const isLike = (a: Typed, b: Typed) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What was typed, and what it was typed over. Whatever else of the fair changes meanwhile changes
 * neither; when others changed the same, saving says so.
 */
interface Draft {
  typed: Typed;
  over: FairSettings;
}

function ChangeForm({ settings: latest }: OfSettings) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isSaved, setSaved] = useState(false);
  const settings = draft && !isLike(asTyped(draft.over), asTyped(latest)) ? draft.over : latest;
  const { fair, mayChange, hasFacts, today, daysWithFacts, version, state } = settings;
  const typed = draft?.typed ?? asTyped(settings);
  const isDirty = draft !== null;
  const set = (said: Partial<Typed>) => {
    const next = { ...typed, ...said };
    setDraft(isLike(next, asTyped(settings)) ? null : { typed: next, over: settings });
    setSaved(false);
  };
  const saving = useMutation({
    mutationFn: ({ dayCut, graceMinutes, days, ...said }: Typed) =>
      changeFair(fair.id, {
        ...said,
        version,
        dayCutMinutes: minutesOf(dayCut),
        closingGraceMinutes: Number(graceMinutes),
        schedule: days,
      }),
    onSuccess: (over, sent) => {
      queryClient.setQueryData(settingsQuery(fair.id).queryKey, over);
      /* What was typed since stays, over what was saved. */
      setDraft((now) => (now && !isLike(now.typed, sent) ? { ...now, over } : null));
      setSaved(true);
      void refresh(fair.id);
    },
  });
  const forget = () => {
    setDraft(null);
    saving.reset();
  };
  const lookAnew = async () => {
    await refresh(fair.id);
    forget();
  };
  const heldBy = (day: string) =>
    daysWithFacts.includes(day)
      ? day < today
        ? 'over'
        : 'facts'
      : day < today && state !== 'draft'
        ? 'over'
        : null;
  const text = (key: 'venueVi' | 'venueEn' | 'series') => ({
    name: key,
    value: typed[key],
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [key]: event.currentTarget.value }),
  });
  const isNamed = typed.nameVi.trim() !== '' && typed.nameEn.trim() !== '';
  const isGraceRight = /^\d{1,3}$/.test(typed.graceMinutes) && Number(typed.graceMinutes) <= 720;
  const isCutRight = /^\d\d:\d\d$/.test(typed.dayCut) && minutesOf(typed.dayCut) <= 719;
  const [first, last] = [typed.days[0], typed.days.at(-1)];
  const isOvertaken = saving.error instanceof Problem && saving.error.code === 'fair_changed_since';
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed && isGraceRight && isCutRight && !saving.isPending) saving.mutate(typed);
      }}
    >
      <fieldset className={classes.card} disabled={!mayChange}>
        <legend>{m.fairs_names()}</legend>
        <div className={classes.grid}>
          <NameField
            label={m.fairs_name_vi()}
            error={typed.nameVi.trim() ? null : m.fairs_fault_name()}
            value={typed.nameVi}
            onType={(nameVi) => set({ nameVi })}
          />
          <NameField
            label={m.fairs_name_en()}
            error={typed.nameEn.trim() ? null : m.fairs_fault_name()}
            value={typed.nameEn}
            onType={(nameEn) => set({ nameEn })}
          />
          <Field label={m.fairs_venue_vi()}>
            {(wired) => <input {...wired} {...text('venueVi')} />}
          </Field>
          <Field label={m.fairs_venue_en()}>
            {(wired) => <input {...wired} {...text('venueEn')} />}
          </Field>
          <Field label={m.fairs_series()} hint={m.fairs_series_hint()} isOptional>
            {(wired) => <input {...wired} {...text('series')} />}
          </Field>
        </div>
      </fieldset>
      <fieldset className={classes.card} disabled={!mayChange}>
        <legend>{m.fairs_days()}</legend>
        {fair.kind === 'point_of_sale' && (
          <Switch
            name="hasOpenEnd"
            label={m.fairs_open_end()}
            hint={m.fairs_open_end_hint()}
            isOn={typed.hasOpenEnd}
            onTurn={(hasOpenEnd) => set({ hasOpenEnd })}
          />
        )}
        <p className={classes.quiet}>{m.fairs_review_days(countsOf(typed.days))}</p>
        <DaysTable
          days={typed.days}
          kinds={
            mayHaveOpeningEvening(fair.kind)
              ? ['open', 'closed', 'opening_evening']
              : ['open', 'closed']
          }
          heldBy={heldBy}
          onChange={(day, next) =>
            set({ days: typed.days.map((each) => (each.day === day ? next : each)) })
          }
          onRemove={(day) => set({ days: typed.days.filter((each) => each.day !== day) })}
        />
        {first && last && mayChange && (
          <div className={classes.grid}>
            <div className={classes.deeds}>
              {(state === 'draft' || first.day > today) && (
                <button
                  type="button"
                  className={buttons.button}
                  onClick={() => set({ days: [addedDay(first, -1), ...typed.days] })}
                >
                  <Plus size={18} aria-hidden />
                  {m.fairs_day_add_first()}
                </button>
              )}
              {(state === 'draft' || last.day >= today) && (
                <button
                  type="button"
                  className={buttons.button}
                  onClick={() => set({ days: [...typed.days, addedDay(last, 1)] })}
                >
                  <Plus size={18} aria-hidden />
                  {m.fairs_day_add_last()}
                </button>
              )}
            </div>
            {typed.days.every(({ day }) => heldBy(day) === null) && (
              <Field label={m.fairs_days_shift()} hint={m.fairs_days_shift_hint()}>
                {(wired) => (
                  <input
                    {...wired}
                    type="date"
                    min={state === 'draft' ? undefined : today}
                    value={first.day}
                    onChange={(event) =>
                      set({ days: shiftedTo(typed.days, event.currentTarget.value) })
                    }
                  />
                )}
              </Field>
            )}
          </div>
        )}
        <CuttingFields
          timeZone={typed.timeZone}
          dayCut={typed.dayCut}
          graceMinutes={typed.graceMinutes}
          onSet={set}
          isFixed={hasFacts}
          errors={{
            dayCut: isCutRight ? null : m.fairs_fault_day_cut(),
            grace: isGraceRight ? null : m.fairs_fault_grace(),
          }}
        />
      </fieldset>
      {saving.error && <ProblemLine problem={saving.error} />}
      {isOvertaken && (
        <div className={classes.deeds}>
          <button type="button" className={buttons.button} onClick={() => void lookAnew()}>
            {m.fairs_look_anew()}
          </button>
        </div>
      )}
      {isSaved && !isDirty && (
        <p className={classes.ok} role="status">
          {m.fairs_saved()}
        </p>
      )}
      {mayChange && isDirty && (
        <div className={classes.foot}>
          <button type="button" className={buttons.button} onClick={forget}>
            {m.fairs_undo_typed()}
          </button>
          <button type="submit" className={buttons.main} aria-disabled={saving.isPending}>
            {saving.isPending ? m.fairs_saving() : m.fairs_save()}
          </button>
        </div>
      )}
    </form>
  );
}

function NextSteps({ fairCode: fair }: { fairCode: string }) {
  return (
    <section className={classes.card}>
      <h2>{m.fairs_next_steps()}</h2>
      <ul className={classes.ways}>
        <li>
          <Link to="/plan/edit" search={{ fair }}>
            <ArrowRight size={18} aria-hidden />
            {m.fairs_next_draw()}
          </Link>
        </li>
        <li>
          <Link to="/people" search={{ fair, tab: 'exhibitors' }}>
            <ArrowRight size={18} aria-hidden />
            {m.fairs_next_roster()}
          </Link>
        </li>
        <li>
          <Link to="/people" search={{ fair }}>
            <ArrowRight size={18} aria-hidden />
            {m.fairs_next_people()}
          </Link>
        </li>
      </ul>
    </section>
  );
}
