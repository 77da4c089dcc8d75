import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatVnd, newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { WholeFair } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { closingsQuery, daysQuery, type Closing } from '../reports/reports-requests';
import { instantAt } from '../sign/sign.rules';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './press-figures.module.css';
import {
  notePressFigure,
  pressFiguresQuery,
  strikePressFigure,
  type PressFigure,
} from './press-requests';

type Kind = PressFigure['figure'];

const kindWords: Record<Kind, () => string> = {
  revenue: m.press_revenue,
  measured: m.press_measured,
  declared: m.press_declared,
  sales: m.press_sales,
  visits: m.press_visits,
  booths_heard: m.press_booths_heard,
};
const kinds = Object.keys(kindWords) as Kind[];
const isMoney = (kind: Kind) => ['revenue', 'measured', 'declared'].includes(kind);

const valueOf: Record<Kind, (closing: Closing) => number | null> = {
  revenue: ({ totalVnd }) => totalVnd,
  measured: ({ measuredVnd }) => measuredVnd,
  declared: ({ declaredVnd }) => declaredVnd,
  sales: ({ salesCount }) => salesCount,
  visits: ({ entries }) => entries,
  booths_heard: ({ boothsHeard }) => boothsHeard,
};

interface PressFiguresProps {
  fair: WholeFair;
  callerName: string;
}

/** The list of what was given to the press, and the form that adds to it. */
export function PressFigures({ fair, callerName }: PressFiguresProps) {
  const figures = useQuery(pressFiguresQuery(fair.id));
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: pressFiguresQuery(fair.id).queryKey });
  return (
    <div className={classes.inside}>
      <p className={classes.quiet}>{m.press_what()}</p>
      <NoteFigure fair={fair} callerName={callerName} onNoted={refresh} />
      {figures.data ? (
        figures.data.length === 0 ? (
          <p className={classes.quiet}>{m.press_none()}</p>
        ) : (
          <ul className={classes.list} data-testid="press-figures">
            {figures.data.map((figure) => (
              <FigureRow key={figure.id} fair={fair} figure={figure} onStruck={refresh} />
            ))}
          </ul>
        )
      ) : figures.isError ? (
        <ErrorState problem={figures.error} onRetry={() => void figures.refetch()} />
      ) : (
        <Skeleton shapes={[72, 72]} />
      )}
    </div>
  );
}

interface FigureRowProps {
  fair: WholeFair;
  figure: PressFigure;
  onStruck: () => void;
}

function FigureRow({ fair, figure, onStruck }: FigureRowProps) {
  const { language } = useLanguage();
  const write = (value: number) =>
    isMoney(figure.figure) ? formatVnd(value, language) : formatCount(value, language);
  const { day, revision, latestRevision, latestValue, struckReason } = figure;
  const isOutdated = latestRevision !== revision && latestValue !== figure.value;
  return (
    <li className={struckReason === null ? classes.row : classes.struck}>
      <p className={classes.said}>
        <strong>{m.press_quote({ words: figure.toldAs })}</strong>{' '}
        <span className={classes.quiet}>
          {kindWords[figure.figure]()}: {write(figure.value)}
        </span>
      </p>
      <p className={classes.quiet}>
        {m.press_told({
          by: figure.toldBy,
          to: figure.toldTo,
          time: formatDateTime(figure.toldAt, fair.timeZone, language),
        })}
      </p>
      <p className={classes.quiet}>
        {m.press_of({ day: formatShortDay(day, language), revision })} ·{' '}
        {figure.isSigned ? m.press_signed() : m.press_unsigned()} ·{' '}
        {m.press_noted_by({ name: figure.notedByName })}
      </p>
      {isOutdated && latestValue !== null && (
        <p className={classes.warn}>
          {m.press_outdated({ revision: latestRevision, value: write(latestValue) })}
        </p>
      )}
      {struckReason === null ? (
        <Strike fairId={fair.id} figure={figure} onStruck={onStruck} />
      ) : (
        <p className={classes.warn}>{m.press_struck({ reason: struckReason })}</p>
      )}
    </li>
  );
}

function Strike({
  fairId,
  figure,
  onStruck,
}: {
  fairId: string;
  figure: PressFigure;
  onStruck: () => void;
}) {
  const [reason, setReason] = useState('');
  const striking = useMutation({
    mutationFn: () => strikePressFigure(fairId, figure.id, reason.trim()),
    onSuccess: onStruck,
  });
  return (
    <details className={classes.strike}>
      <summary>{m.press_strike()}</summary>
      <form
        className={classes.strikeForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') striking.mutate();
        }}
      >
        <label className={classes.field}>
          <span>{m.press_strike_reason()}</span>
          <input
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className={buttons.button} disabled={striking.isPending}>
          {m.press_strike_do()}
        </button>
        {striking.error && <ProblemLine problem={striking.error} />}
      </form>
    </details>
  );
}

interface NoteFigureProps {
  fair: WholeFair;
  callerName: string;
  onNoted: () => void;
}

function NoteFigure({ fair, callerName, onNoted }: NoteFigureProps) {
  const { language } = useLanguage();
  const days = useQuery(daysQuery(fair.id));
  const closed = (days.data ?? []).filter(({ revision }) => revision !== null).reverse();
  const [chosenDay, setDay] = useState<string | null>(null);
  const day = closed.find((each) => each.day === chosenDay) ?? closed[0];
  const closings = useQuery({
    ...closingsQuery(fair.id, day?.day ?? '', day?.revision ?? null),
    enabled: day !== undefined,
  });
  const [chosenRevision, setRevision] = useState<number | null>(null);
  const revisions = [...(closings.data ?? [])].reverse();
  const closing = revisions.find(({ revision }) => revision === chosenRevision) ?? revisions[0];
  const [kind, setKind] = useState<Kind>('revenue');
  const value = closing === undefined ? null : valueOf[kind](closing);
  const written =
    value === null ? '' : isMoney(kind) ? formatVnd(value, language) : formatCount(value, language);
  const [words, setWords] = useState<string | null>(null);
  const [toldTo, setToldTo] = useState('');
  const [toldBy, setToldBy] = useState(callerName);
  const [toldAt, setToldAt] = useState('');
  /* Kept until the server has it, so that sending twice notes once. */
  const id = useRef(newId());
  const noting = useMutation({
    mutationFn: async () => {
      const instant = instantAt(toldAt, fair.timeZone);
      if (closing === undefined || instant === null) return;
      await notePressFigure(fair.id, {
        id: id.current,
        day: closing.day,
        revision: closing.revision,
        figure: kind,
        toldAs: (words ?? written).trim(),
        toldTo: toldTo.trim(),
        toldBy: toldBy.trim(),
        toldAt: instant,
      });
    },
    onSuccess: () => {
      id.current = newId();
      setWords(null);
      setToldTo('');
      onNoted();
    },
  });
  if (days.data && closed.length === 0) {
    return <p className={classes.quiet}>{m.press_nothing_closed()}</p>;
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (closing !== undefined && !noting.isPending) noting.mutate();
      }}
    >
      <Field title={m.press_day()}>
        {(field) => (
          <select
            id={field}
            value={day?.day ?? ''}
            onChange={(event) => setDay(event.currentTarget.value)}
          >
            {closed.map((each) => (
              <option key={each.day} value={each.day}>
                {formatShortDay(each.day, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field title={m.press_revision()}>
        {(field) => (
          <select
            id={field}
            value={closing?.revision ?? ''}
            onChange={(event) => setRevision(Number(event.currentTarget.value))}
          >
            {revisions.map(({ revision }) => (
              <option key={revision} value={revision}>
                {m.reports_revision({ revision })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field title={m.press_figure()}>
        {(field) => (
          <select
            id={field}
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value as Kind);
              setWords(null);
            }}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {kindWords[each]()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field title={m.press_told_as()}>
        {(field) => (
          <input
            id={field}
            required
            maxLength={200}
            value={words ?? written}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field title={m.press_told_to()}>
        {(field) => (
          <input
            id={field}
            required
            maxLength={200}
            value={toldTo}
            onChange={(event) => setToldTo(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field title={m.press_told_by()}>
        {(field) => (
          <input
            id={field}
            required
            maxLength={200}
            value={toldBy}
            onChange={(event) => setToldBy(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field title={m.press_told_at()}>
        {(field) => (
          <input
            id={field}
            type="datetime-local"
            required
            value={toldAt}
            onChange={(event) => setToldAt(event.currentTarget.value)}
          />
        )}
      </Field>
      <button
        type="submit"
        className={buttons.main}
        disabled={closing === undefined || value === null || noting.isPending}
      >
        {m.press_note()}
      </button>
      <p role="status" className={classes.quiet}>
        {noting.isSuccess && m.press_noted()}
      </p>
      {noting.error && <ProblemLine problem={noting.error} />}
    </form>
  );
}

/* A label that holds a choice would be called by all that can be chosen. */
function Field({ title, children }: { title: string; children: (field: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{title}</label>
      {children(id)}
    </div>
  );
}
