import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { FairFigures } from '../public-figures/fair-figures';
import buttons from '../ui/buttons.module.css';
import classes from './publication-part.module.css';
import { publicationPreviewQuery, publicationQuery, setPublication } from './publication-requests';
import type { Publication } from './publication-requests';

interface PublicationPartProps {
  fairId: string;
  code: string;
}

/** For organizers: what people without an account are told of the fair. */
export function PublicationPart({ fairId, code }: PublicationPartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.publication_title()}</summary>
      {isOpen && <Chosen fairId={fairId} code={code} />}
    </details>
  );
}

function Chosen({ fairId, code }: PublicationPartProps) {
  const { language } = useLanguage();
  const kept = useQuery(publicationQuery(fairId));
  if (kept.data) return <Choosing fairId={fairId} code={code} kept={kept.data} />;
  if (!kept.isError) return <p className={classes.quiet}>{m.loading()}</p>;
  return (
    <p className={classes.failed} role="alert">
      {whyNot(kept.error, language)}{' '}
      <button type="button" className={buttons.button} onClick={() => void kept.refetch()}>
        {m.retry()}
      </button>
    </p>
  );
}

const whyNot = (failure: Error, language: 'vi' | 'en') =>
  (failure instanceof Problem && failure.sentence(language)) || m.error_unreachable();

const VISITS_STEPS = [10, 100, 1_000];
const REVENUE_STEPS_VND = [1_000_000, 10_000_000, 100_000_000];
const DELAYS_MINUTES = [0, 15, 60, null];

function delayWords(minutes: number | null): string {
  if (minutes === null) return m.publication_delay_closed();
  return minutes === 0 ? m.publication_delay_none() : m.publication_delay_minutes({ minutes });
}

function Choosing({ fairId, code, kept }: PublicationPartProps & { kept: Publication }) {
  const { language } = useLanguage();
  const [changed, setChanged] = useState<Partial<Publication>>({});
  const choice: Publication = { ...kept, ...changed };
  const isChanged = JSON.stringify(choice) !== JSON.stringify(kept);
  const saving = useMutation({
    mutationFn: () => setPublication(fairId, choice),
    onSuccess: (saved) => {
      queryClient.setQueryData(publicationQuery(fairId).queryKey, saved);
      setChanged({});
    },
  });
  const change = (more: Partial<Publication>) => {
    saving.reset();
    setChanged({ ...changed, ...more });
  };
  const address = `${location.origin}/f/${code}`;
  const tick = (
    name: 'isPublished' | 'showsVisits' | 'showsRevenue' | 'showsBooths',
    words: string,
  ) => (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={choice[name]}
        onChange={(event) => change({ [name]: event.currentTarget.checked })}
      />
      {words}
    </label>
  );
  return (
    <div className={classes.inside}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p className={classes.quiet}>{m.publication_what()}</p>
        {tick('isPublished', m.publication_is_published())}
        <fieldset className={classes.group}>
          <legend>{m.publication_shows()}</legend>
          {tick('showsRevenue', m.public_revenue())}
          {tick('showsVisits', m.public_visits())}
          {tick('showsBooths', m.public_booths())}
        </fieldset>
        <Steps
          label={m.publication_revenue_step()}
          value={choice.revenueStepVnd}
          steps={REVENUE_STEPS_VND}
          words={(step) => formatVnd(step, language)}
          onChoose={(revenueStepVnd) => change({ revenueStepVnd })}
        />
        <Steps
          label={m.publication_visits_step()}
          value={choice.visitsStep}
          steps={VISITS_STEPS}
          words={(step) => m.public_visits_count({ count: formatCount(step, language) })}
          onChoose={(visitsStep) => change({ visitsStep })}
        />
        <p className={classes.quiet}>{m.publication_step_hint()}</p>
        <label className={classes.field}>
          <span>{m.publication_delay()}</span>
          <select
            value={String(choice.delayMinutes)}
            onChange={(event) => {
              const at = DELAYS_MINUTES.find((each) => String(each) === event.currentTarget.value);
              change({ delayMinutes: at ?? null });
            }}
          >
            {DELAYS_MINUTES.map((minutes) => (
              <option key={String(minutes)} value={String(minutes)}>
                {delayWords(minutes)}
              </option>
            ))}
          </select>
        </label>
        <div className={classes.save}>
          <button type="submit" className={buttons.main} disabled={!isChanged || saving.isPending}>
            {m.publication_save()}
          </button>
          <p role="status" className={saving.isError ? classes.failed : classes.quiet}>
            {saving.isError
              ? whyNot(saving.error, language)
              : isChanged
                ? m.publication_unsaved()
                : saving.isSuccess && m.publication_saved()}
          </p>
        </div>
      </form>
      <section className={classes.preview} aria-label={m.publication_preview()}>
        <p className={classes.quiet}>
          {m.publication_address()}:{' '}
          {kept.isPublished ? (
            <a href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          ) : (
            address
          )}
        </p>
        {choice.isPublished ? (
          <Preview fairId={fairId} choice={choice} />
        ) : (
          <p className={classes.hidden}>{m.publication_hidden()}</p>
        )}
      </section>
    </div>
  );
}

interface StepsProps {
  label: string;
  value: number;
  steps: readonly number[];
  words: (step: number) => string;
  onChoose: (step: number) => void;
}

function Steps({ label, value, steps, words, onChoose }: StepsProps) {
  return (
    <label className={classes.field}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {steps.map((step) => (
          <option key={step} value={step}>
            {words(step)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Preview({ fairId, choice }: { fairId: string; choice: Publication }) {
  const { language } = useLanguage();
  const shown = useQuery({
    ...publicationPreviewQuery(fairId, choice),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <p className={classes.title}>{m.publication_preview()}</p>
      {shown.data ? (
        <div className={classes.sheet} aria-busy={shown.isPlaceholderData}>
          <FairFigures figures={shown.data} />
        </div>
      ) : shown.isError ? (
        <p className={classes.failed} role="alert">
          {whyNot(shown.error, language)}
        </p>
      ) : (
        <p className={classes.quiet}>{m.loading()}</p>
      )}
    </>
  );
}
