import { fairPath } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './days-and-venue.module.css';
import type { PublicPlan } from './public-plan';

/** Where the fair is, when it is open, and where one comes in. */
export function DaysAndVenue({ plan, today }: { plan: PublicPlan; today: string }) {
  const { language } = useLanguage();
  const isVi = language === 'vi';
  const venue = isVi ? plan.venueVi : plan.venueEn;
  const gates = plan.features.filter(({ kind, nameVi }) => kind === 'gate' && nameVi !== '');
  const zones = plan.zones.filter(({ kind }) => kind === 'selling');
  const link = `${location.origin}${fairPath(plan.code)}`;
  return (
    <article className={classes.part}>
      <h2>{isVi ? plan.nameVi : plan.nameEn}</h2>
      {plan.isDemo && <p className={classes.demo}>{m.demo_meaning()}</p>}
      {venue !== '' && (
        <section>
          <h3>{m.fair_info_venue()}</h3>
          <p>{venue}</p>
        </section>
      )}
      <section>
        <h3>{m.fair_info_days()}</h3>
        <ul className={classes.days}>
          {plan.days.map(({ day, opensAt, closesAt, isOpen, noteVi, noteEn }) => (
            <li key={day} aria-current={day === today ? 'date' : undefined}>
              <span>
                {formatDay(day, language)}
                {day === today && <strong> · {m.fair_info_day_today()}</strong>}
              </span>
              <span>{isOpen ? `${opensAt}–${closesAt}` : m.fair_info_day_shut()}</span>
              {(isVi ? noteVi : noteEn) && <small>{isVi ? noteVi : noteEn}</small>}
            </li>
          ))}
        </ul>
      </section>
      {gates.length > 0 && (
        <section>
          <h3>{m.fair_info_gates()}</h3>
          <ul>
            {gates.map(({ nameVi, nameEn }, at) => (
              <li key={at}>{isVi ? nameVi : nameEn}</li>
            ))}
          </ul>
        </section>
      )}
      {zones.length > 0 && (
        <section>
          <h3>{m.fair_info_zones()}</h3>
          <ul>
            {zones.map(({ code, nameVi, nameEn }) => (
              <li key={code}>{isVi ? nameVi : nameEn}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{m.fair_info_link()}</h3>
        <p>
          <a href={link}>{link}</a>
        </p>
        {'serviceWorker' in navigator && <p className={classes.quiet}>{m.fair_info_keep()}</p>}
      </section>
    </article>
  );
}
