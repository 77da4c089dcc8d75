import { useCallback, useEffect, useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { DeclareForm, nothingTyped } from './declare-form';
import classes from './declare-page.module.css';
import { declare, readPlace } from './declare-requests';
import type { Place } from './declare-requests';
import { secretIn } from './declare.rules';
import { declaredWords } from './declared-words';
import type { Declared } from './declared-words';
import { keepNumber, keptNumber } from './kept-number';

type Found =
  | { state: 'looking' }
  | { state: 'found'; place: Place }
  | { state: 'failed'; problem: Problem };

/** `/declare/#secret`: a booth says what it sold outside its till. */
export function DeclarePage() {
  const { language } = useLanguage();
  const [token, setToken] = useState(() => secretIn(location.hash));
  const [found, setFound] = useState<Found>({ state: 'looking' });
  const look = useCallback(() => {
    if (token === null) return;
    readPlace(token).then(
      (place) => setFound({ state: 'found', place }),
      (failure: unknown) => {
        const problem = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
        /* What was read before stands on: a hall's network comes and goes. */
        setFound((before) => (before.state === 'found' ? before : { state: 'failed', problem }));
      },
    );
  }, [token]);
  useEffect(() => {
    const changed = () => setToken(secretIn(location.hash));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  useEffect(look, [look]);
  useEffect(() => {
    document.title = `${m.declare_title()} · Phiên`;
  });
  const isDead = found.state === 'failed' && found.problem.status === 404;
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{m.declare_title()}</h1>
        <LanguageChoice />
      </header>
      {token === null ? (
        <Notice title={m.declare_link_dead()} text={m.declare_link_incomplete()} />
      ) : found.state === 'looking' ? (
        <p className={classes.quiet} role="status">
          {m.loading()}
        </p>
      ) : found.state === 'failed' ? (
        <Notice
          title={isDead ? m.declare_link_dead() : m.error_title()}
          text={
            found.problem.code === 'unreachable'
              ? m.error_unreachable()
              : (found.problem.sentence(language) ?? m.error_unknown())
          }
          code={found.problem.code}
          onRetry={isDead ? undefined : look}
        />
      ) : (
        <AtBooth key={token} token={token} place={found.place} onStale={look} />
      )}
    </main>
  );
}

interface NoticeProps {
  title: string;
  text: string;
  code?: string;
  onRetry?: () => void;
}

function Notice({ title, text, code, onRetry }: NoticeProps) {
  return (
    <section className={classes.notice} role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {code && <p className={classes.quiet}>{m.error_code({ code })}</p>}
      {onRetry && (
        <button type="button" className={classes.button} onClick={onRetry}>
          {m.retry()}
        </button>
      )}
    </section>
  );
}

interface AtBoothProps {
  token: string;
  place: Place;
  /** What was read is old. */
  onStale: () => void;
}

function AtBooth({ token, place, onStale }: AtBoothProps) {
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  /* What was taken here since the booth was read. */
  const [taken, setTaken] = useState<Declared[]>([]);
  const day = place.days.find((each) => each.day === chosen) ?? place.days[0];
  const declared = day && latestOf([day.declared, ...taken.filter((one) => one.day === day.day)]);
  return (
    <>
      <section className={classes.place}>
        <p className={classes.booth}>{m.declare_booth({ code: place.boothCode })}</p>
        <p className={classes.name}>{place.exhibitorName}</p>
        <p className={classes.quiet}>{language === 'vi' ? place.fairNameVi : place.fairNameEn}</p>
      </section>
      {!day ? (
        <Notice title={m.declare_no_days()} text={m.declare_no_days_text()} onRetry={onStale} />
      ) : (
        <>
          <label className={classes.day}>
            <span>{m.declare_day()}</span>
            <select
              className={classes.select}
              value={day.day}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {place.days.map((each) => (
                <option key={each.day} value={each.day}>
                  {each.day === place.today
                    ? m.declare_today({ day: formatShortDay(each.day, language) })
                    : formatShortDay(each.day, language)}
                </option>
              ))}
            </select>
          </label>
          {place.hasTill && (
            <p className={classes.quiet}>
              {day.measuredSalesCount === 0
                ? m.declare_no_measured()
                : m.declare_measured({
                    amount: formatVnd(day.measuredVnd, language),
                    sales: formatCount(day.measuredSalesCount, language),
                  })}
            </p>
          )}
          <OfDay
            key={`${day.day} ${declared?.id ?? ''}`}
            token={token}
            day={day.day}
            place={place}
            declared={declared ?? null}
            onTaken={(answer) => setTaken([...taken, answer])}
            onStale={onStale}
          />
        </>
      )}
    </>
  );
}

const latestOf = (each: (Declared | null)[]): Declared | null =>
  each.reduce((last, one) => (one && one.revision > (last?.revision ?? 0) ? one : last), null);

interface OfDayProps extends AtBoothProps {
  day: string;
  declared: Declared | null;
  onTaken: (answer: Declared) => void;
}

/** What stands for the day, or the form; a number that was typed and not taken opens the form again. */
function OfDay({ token, day, place, declared, onTaken, onStale }: OfDayProps) {
  const { language } = useLanguage();
  const [start] = useState(() => keptNumber(token, day));
  const [isChanging, setChanging] = useState(start !== null);
  if (declared !== null && !isChanging) {
    return (
      <section className={classes.done} role="status" data-testid="declared">
        <h2>{m.declare_done({ amount: formatVnd(declared.amountVnd ?? 0, language) })}</h2>
        <p>{declaredWords(declared, place.timeZone, language)}</p>
        <p>{m.declare_done_text()}</p>
        <button type="button" className={classes.button} onClick={() => setChanging(true)}>
          {m.declare_change()}
        </button>
      </section>
    );
  }
  return (
    <>
      {declared && (
        <p className={classes.now}>{declaredWords(declared, place.timeZone, language)}</p>
      )}
      <DeclareForm
        hasTill={place.hasTill}
        present={declared}
        start={start ?? nothingTyped()}
        onTyped={(typed) => keepNumber(token, day, typed)}
        send={(said) => declare(token, day, said)}
        onTaken={(answer) => {
          keepNumber(token, day, null);
          onTaken(answer);
        }}
        onMeanwhile={onStale}
      />
    </>
  );
}
