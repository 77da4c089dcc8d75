import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { formatDateTime, formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { FigureGrid } from '../reports/figure-grid';
import { Missing } from '../reports/missing';
import { reasonWords } from '../reports/reason-words';
import { shortHash } from '../reports/reports.rules';
import type { Closing } from '../reports/reports-requests';
import buttons from '../ui/buttons.module.css';
import { Sheet } from '../ui/sheet';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './signing.module.css';
import { ToSecondFactor } from './signing-line';
import {
  reviewQuery,
  secondFactorQuery,
  signClosing,
  type Review,
  type SumCheck,
} from './sign-requests';
import { isCode, SHORTEST_EXCEPTION } from './sign.rules';

interface SignSheetProps {
  fair: WholeFair;
  closing: Closing;
  onClose: () => void;
}

/** What an official looks at before they sign a revision, and the signature. */
export function SignSheet({ fair, closing, onClose }: SignSheetProps) {
  const { language } = useLanguage();
  const review = useQuery(reviewQuery(fair.id, closing));
  const { revision, day } = closing;
  return (
    <Sheet title={m.sign_title({ revision, day: formatDay(day, language) })} onClose={onClose}>
      <div className={classes.sheet} data-testid="sign-sheet">
        <Figures fair={fair} closing={closing} />
        {review.data ? (
          <>
            <Sums review={review.data} />
            <Signing fair={fair} closing={closing} review={review.data} onDone={onClose} />
          </>
        ) : review.isError ? (
          <ErrorState problem={review.error} onRetry={() => void review.refetch()} />
        ) : (
          <Skeleton shapes={[80, 160]} />
        )}
      </div>
    </Sheet>
  );
}

function Figures({ fair, closing }: { fair: WholeFair; closing: Closing }) {
  const { language } = useLanguage();
  const { totalVnd, measuredVnd, declaredVnd, isComplete } = closing;
  const share = (part: number) => formatShare(totalVnd === 0 ? 0 : part / totalVnd, language);
  const vnd = (amount: number) => formatVnd(amount, language);
  return (
    <section className={classes.part}>
      <p className={isComplete ? classes.good : classes.warn}>
        {[
          m.as_of({ time: formatDateTime(closing.closedAt, fair.timeZone, language) }),
          isComplete ? m.sign_complete() : m.sign_provisional(),
          m.reports_reason_is({ reason: reasonWords(closing.reason) }),
        ].join(' · ')}
      </p>
      <FigureGrid figures={closing} />
      <p className={classes.mix}>
        {declaredVnd === null
          ? m.sign_mix_measured({ total: vnd(totalVnd) })
          : m.sign_mix({
              total: vnd(totalVnd),
              measured: vnd(measuredVnd),
              measuredShare: share(measuredVnd),
              declared: vnd(declaredVnd),
              declaredShare: share(declaredVnd),
            })}
      </p>
      <Missing coverage={closing} />
      <details className={classes.names}>
        <summary>{m.sign_meanings()}</summary>
        <dl className={classes.meaning}>
          {[
            [m.sign_meaning_revenue(), m.sign_meaning_revenue_is()],
            [m.sign_meaning_declared(), m.sign_meaning_declared_is()],
            [m.sign_meaning_sales(), m.sign_meaning_sales_is()],
            [m.sign_meaning_visits(), m.sign_meaning_visits_is()],
            [m.sign_meaning_heard(), m.sign_meaning_heard_is()],
          ].map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

const sumWords: Record<SumCheck['of'], () => string> = {
  measured_and_declared: m.sign_sum_measured_and_declared,
  zones: m.sign_sum_zones,
  origins: m.sign_sum_origins,
  stars: m.sign_sum_stars,
  classes: m.sign_sum_classes,
  booths: m.sign_sum_booths,
  methods: m.sign_sum_methods,
  kinds: m.sign_sum_kinds,
  zones_declared: m.sign_sum_zones_declared,
  origins_declared: m.sign_sum_origins_declared,
  shift_cash: m.sign_sum_shift_cash,
  gates: m.sign_sum_gates,
  visits_by_method: m.sign_sum_visits_by_method,
  hours: m.sign_sum_hours,
  visits_by_hour: m.sign_sum_visits_by_hour,
};

function Sums({ review }: { review: Review }) {
  const { language } = useLanguage();
  const write = ({ unit }: SumCheck, amount: number) =>
    unit === 'vnd' ? formatVnd(amount, language) : formatCount(amount, language);
  const wrong = review.sums.filter(({ parts, total }) => parts !== total);
  const rows = (of: readonly SumCheck[]) => (
    <dl className={classes.sums}>
      {of.map((check) => (
        <div key={check.of} className={check.parts === check.total ? undefined : classes.wrong}>
          <dt>{sumWords[check.of]()}</dt>
          <dd>
            {check.parts === check.total
              ? `= ${write(check, check.total)}`
              : m.sign_sum_differs({
                  parts: write(check, check.parts),
                  total: write(check, check.total),
                })}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <section className={classes.part}>
      <h3>{m.sign_sums()}</h3>
      {wrong.length > 0 ? (
        <div className={classes.bad}>
          <p>{m.sign_sums_wrong({ count: wrong.length })}</p>
          {rows(wrong)}
        </div>
      ) : (
        <p className={classes.good}>{m.sign_sums_right({ count: review.sums.length })}</p>
      )}
      <details className={classes.names}>
        <summary>{m.sign_sums_all()}</summary>
        {rows(review.sums)}
      </details>
    </section>
  );
}

interface SigningProps {
  fair: WholeFair;
  closing: Closing;
  review: Review;
  onDone: () => void;
}

function Signing({ fair, closing, review, onDone }: SigningProps) {
  const { language } = useLanguage();
  const factor = useQuery(secondFactorQuery);
  const [code, setCode] = useState('');
  const [exception, setException] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isExcepted = review.sums.some(({ parts, total }) => parts !== total);
  const isExceptionShort = isExcepted && exception.trim().length < SHORTEST_EXCEPTION;
  const signing = useMutation({
    mutationFn: () =>
      signClosing(fair.id, closing, {
        hash: closing.hash,
        code: code.trim(),
        ...(isExcepted && { exception: exception.trim() }),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['reports', fair.id] });
      onDone();
    },
  });
  const submit = () => {
    setChecked(true);
    if (isCode(code) && !isExceptionShort && !signing.isPending) signing.mutate();
  };
  const isSignable = review.isUnaltered && review.isLatest;
  return (
    <section className={classes.foot}>
      <h3>{m.sign_signature()}</h3>
      {!review.isUnaltered && <p className={classes.bad}>{m.sign_altered()}</p>}
      {!review.isLatest && <p className={classes.warn}>{m.sign_not_latest()}</p>}
      {review.waitingCount > 0 && (
        <p className={classes.warn}>
          {m.sign_waiting({ count: formatCount(review.waitingCount, language) })}
        </p>
      )}
      <p className={classes.quiet}>{m.sign_binds()}</p>
      <p className={classes.hash}>
        {m.reports_hash()} <code title={closing.hash}>{shortHash(closing.hash)}</code>{' '}
        {m.reports_signed_heads({ signed: closing.signedHeadCount, heads: closing.headCount })}
      </p>
      {factor.isError ? (
        <ErrorState problem={factor.error} onRetry={() => void factor.refetch()} />
      ) : !factor.data ? (
        <Skeleton shapes={[72]} />
      ) : !factor.data.isOn ? (
        <>
          <p className={classes.warn}>{m.sign_no_phone()}</p>
          <ToSecondFactor />
        </>
      ) : (
        <form
          className={classes.part}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {isExcepted && (
            <label className={classes.field}>
              <span>{m.sign_exception()}</span>
              <textarea
                rows={3}
                maxLength={500}
                value={exception}
                aria-invalid={isChecked && isExceptionShort}
                onChange={(event) => setException(event.currentTarget.value)}
              />
              <span className={isChecked && isExceptionShort ? classes.error : classes.quiet}>
                {m.sign_exception_hint()}
              </span>
            </label>
          )}
          <label className={classes.field}>
            <span>{m.sign_code()}</span>
            <input
              className={classes.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              aria-invalid={isChecked && !isCode(code)}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <span className={isChecked && !isCode(code) ? classes.error : classes.quiet}>
              {m.sign_code_hint()}
            </span>
          </label>
          <p role="alert" className={classes.error}>
            {signing.isError && refusalWords(signing.error, language)}
          </p>
          <button
            type="submit"
            className={buttons.main}
            disabled={!isSignable || signing.isPending}
          >
            <PenLine size={18} aria-hidden />
            {signing.isPending ? m.sign_signing() : m.sign_do({ revision: closing.revision })}
          </button>
        </form>
      )}
    </section>
  );
}

function refusalWords(problem: Error, language: 'vi' | 'en'): string {
  if (!(problem instanceof Problem)) return m.error_unknown();
  return problem.sentence(language) ?? m.error_unreachable();
}
