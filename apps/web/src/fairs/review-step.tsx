import type { ReactNode } from 'react';
import type { Fair } from '../api/client';
import { formatDay, formatDays } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { kindWords, type StepProps } from './about-step';
import classes from './fairs.module.css';
import { codeOf, countsOf, scheduleOf, type FairWish } from './new-fair.rules';
import { beginningWords, faces, pictureOf } from './plan-step';
import { PlanThumb } from './plan-thumb';

interface ReviewStepProps extends StepProps {
  earlier: readonly Fair[];
  go: (step: FairWish['step']) => void;
}

/** Step 3: everything once more, before the draft is made. */
export function ReviewStep({ wish, language, earlier, go }: ReviewStepProps) {
  const schedule = scheduleOf(wish);
  const days = schedule.filter(({ kind }) => kind !== 'opening_evening');
  const evening = schedule.find(({ kind }) => kind === 'opening_evening');
  const closed = days.filter(({ kind }) => kind === 'closed');
  const others = days.filter(
    ({ kind, opensAt, closesAt }) =>
      kind === 'open' && (opensAt !== wish.opensAt || closesAt !== wish.closesAt),
  );
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const isOpenEnded = wish.kind === 'point_of_sale' && wish.hasOpenEnd;
  const hours = m.fairs_review_hours({ opens: wish.opensAt, closes: wish.closesAt });
  const named = earlier.find(({ id }) => id === wish.planOf);
  const copied = named && (language === 'vi' ? named.nameVi : named.nameEn);
  const said: [string, ReactNode][] = [
    [m.fairs_kind(), kindWords[wish.kind].name()],
    [m.fairs_name_vi(), wish.nameVi],
    [m.fairs_name_en(), wish.nameEn || wish.nameVi],
    [m.fairs_code(), codeOf(wish)],
    ...(wish.series.trim() ? [[m.fairs_series(), wish.series] as [string, ReactNode]] : []),
    [m.fairs_venue_vi(), wish.venueVi],
    [
      m.fairs_days(),
      <>
        {isOpenEnded
          ? m.fairs_open_end_from({ day: formatDay(first, language) })
          : formatDays(first, last, language)}
        <br />
        {m.fairs_review_days(countsOf(days))} ·{' '}
        {others.length === 0 ? hours : m.fairs_review_other_hours({ hours, count: others.length })}
      </>,
    ],
    ...closed.map(({ day, noteVi, noteEn }): [string, ReactNode] => [
      m.fairs_review_closed(),
      [formatDay(day, language), noteVi || noteEn].filter(Boolean).join(' · '),
    ]),
    ...(evening
      ? [
          [
            m.fairs_evening_day(),
            `${formatDay(evening.day, language)} · ${m.fairs_review_hours({
              opens: evening.opensAt,
              closes: evening.closesAt,
            })}`,
          ] as [string, ReactNode],
        ]
      : []),
    [
      m.fairs_cutting(),
      m.fairs_review_cut({
        zone: wish.timeZone,
        cut: wish.dayCut,
        grace: wish.graceMinutes,
      }),
    ],
  ];
  return (
    <>
      <section className={classes.card}>
        <div className={classes.cardHead}>
          <h2>{m.fairs_step_about()}</h2>
          <button type="button" className={buttons.button} onClick={() => go(1)}>
            {m.fairs_change_this()}
          </button>
        </div>
        <dl className={classes.said}>
          {said.map(([name, words], at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={classes.card}>
        <div className={classes.cardHead}>
          <h2>{m.fairs_step_plan()}</h2>
          <button type="button" className={buttons.button} onClick={() => go(2)}>
            {m.fairs_change_this()}
          </button>
        </div>
        <p>
          {beginningWords[wish.beginning]()}
          {wish.beginning === 'earlier' && copied && <>: {copied}</>}
        </p>
        <div className={classes.reviewed}>
          <PlanThumb of={pictureOf(wish.beginning, wish.planOf)} face={faces[wish.beginning]} />
        </div>
      </section>
      <p className={classes.quiet}>{m.fairs_make_text()}</p>
    </>
  );
}
