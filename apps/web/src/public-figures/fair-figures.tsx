import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatDay, formatDays } from '../i18n/times';
import { formatVnd } from '@phien/kernel';
import { m } from '../paraglide/messages.js';
import classes from './fair-figures.module.css';
import type { PublicDay, PublicFigures } from './public-requests';
import { declaredWords, lateWords, revenueWords, stateWords, visitsWords } from './public-words';

/** What the public sees of a fair: on its own page, and before that to whoever chooses it. */
export function FairFigures({ figures }: { figures: PublicFigures }) {
  const { language } = useLanguage();
  const { days, timeZone, asOf, showsVisits, showsRevenue } = figures;
  const ofFair = days.filter(({ opensAt }) => opensAt !== null);
  const [first, last] = [ofFair[0], ofFair.at(-1)];
  /* The newest first: that is what people come for. */
  const begun = days.filter(({ state }) => state !== 'coming').reverse();
  const coming = days.filter(({ state }) => state === 'coming');
  const venue = language === 'vi' ? figures.venueVi : figures.venueEn;
  return (
    <article className={classes.fair}>
      <header className={classes.head}>
        <h1>{language === 'vi' ? figures.nameVi : figures.nameEn}</h1>
        <p>
          {[venue, first && last && formatDays(first.day, last.day, language)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {figures.isDemo && <p className={classes.demo}>{m.demo_meaning()}</p>}
      </header>
      {!isAnyShown(figures) ? (
        <p className={classes.note}>{m.public_none_chosen()}</p>
      ) : (
        <p className={classes.asOf} data-testid="public-as-of">
          {asOf === null
            ? m.public_none_yet()
            : figures.delayMinutes === null
              ? m.public_as_of_closed({ time: formatDateTime(asOf, timeZone, language) })
              : m.public_as_of({ time: formatDateTime(asOf, timeZone, language) })}{' '}
          {lateWords(figures)}
        </p>
      )}
      {(showsVisits || showsRevenue) && <Total figures={figures} />}
      <section className={classes.days}>
        <h2>{m.public_days()}</h2>
        <Days days={begun} figures={figures} />
        {begun.length > 0 && coming.length > 0 ? (
          <details>
            <summary>
              {m.public_days_coming({ count: formatCount(coming.length, language) })}
            </summary>
            <Days days={coming} figures={figures} />
          </details>
        ) : (
          <Days days={coming} figures={figures} />
        )}
      </section>
      {isAnyShown(figures) && <How figures={figures} />}
    </article>
  );
}

const isAnyShown = ({ showsVisits, showsRevenue, showsBooths }: PublicFigures) =>
  showsVisits || showsRevenue || showsBooths;

function Total({ figures }: { figures: PublicFigures }) {
  const { language } = useLanguage();
  const { visits, revenueVnd } = figures.total;
  return (
    <section className={classes.total}>
      <h2>{m.public_total()}</h2>
      <dl>
        {figures.showsRevenue && (
          <div>
            <dt>{m.public_revenue()}</dt>
            <dd data-testid="public-revenue">
              {revenueVnd === null
                ? m.public_none_yet()
                : revenueWords(revenueVnd, figures, language)}
            </dd>
          </div>
        )}
        {figures.showsVisits && (
          <div>
            <dt>{m.public_visits()}</dt>
            <dd data-testid="public-visits">
              {visits === null ? m.public_none_yet() : visitsWords(visits, figures, language)}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Days({ days, figures }: { days: PublicDay[]; figures: PublicFigures }) {
  if (days.length === 0) return null;
  return (
    <ol>
      {days.map((day) => (
        <Day key={day.day} day={day} figures={figures} />
      ))}
    </ol>
  );
}

function Day({ day, figures }: { day: PublicDay; figures: PublicFigures }) {
  const { language } = useLanguage();
  const { visits, revenueVnd, isRevenueWithheld, boothsSelling } = day;
  const isAnyTold =
    visits !== null || revenueVnd !== null || isRevenueWithheld || boothsSelling !== null;
  return (
    <li className={classes.day} data-testid={`public-day-${day.day}`}>
      <div className={classes.dayHead}>
        <h3>{formatDay(day.day, language)}</h3>
        <p>
          {[
            day.opensAt === null || day.closesAt === null
              ? m.public_outside()
              : day.state !== 'shut' &&
                m.public_hours({ opens: day.opensAt, closes: day.closesAt }),
            (isAnyShown(figures) || day.state === 'shut' || day.state === 'coming') &&
              stateWords(day, figures, language),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {isAnyTold && (
        <dl className={classes.figures}>
          {(revenueVnd !== null || isRevenueWithheld) && (
            <div>
              <dt>{m.public_revenue()}</dt>
              <dd>
                {revenueVnd === null
                  ? m.public_few_booths()
                  : revenueWords(revenueVnd, figures, language)}
                {declaredWords(day) && <small>{declaredWords(day)}</small>}
              </dd>
            </div>
          )}
          {visits !== null && (
            <div>
              <dt>{m.public_visits()}</dt>
              <dd>{visitsWords(visits, figures, language)}</dd>
            </div>
          )}
          {boothsSelling !== null && (
            <div>
              <dt>{m.public_booths()}</dt>
              <dd>{m.public_booths_count({ count: formatCount(boothsSelling, language) })}</dd>
            </div>
          )}
        </dl>
      )}
    </li>
  );
}

function How({ figures }: { figures: PublicFigures }) {
  const { language } = useLanguage();
  const { showsVisits, showsRevenue, showsBooths, visitsStep, revenueStepVnd } = figures;
  return (
    <section className={classes.how}>
      <h2>{m.public_how()}</h2>
      <ul>
        {showsRevenue && (
          <li>{m.public_how_revenue({ step: formatVnd(revenueStepVnd, language) })}</li>
        )}
        {showsRevenue && <li>{m.public_how_few()}</li>}
        {showsVisits && (
          <li>
            {m.public_how_visits({
              step: m.public_visits_count({ count: formatCount(visitsStep, language) }),
            })}
          </li>
        )}
        {showsBooths && <li>{m.public_how_booths()}</li>}
        {(showsVisits || showsRevenue) && <li>{m.public_how_total()}</li>}
        <li>{m.public_how_closed()}</li>
      </ul>
    </section>
  );
}
