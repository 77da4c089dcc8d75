import type { ReactNode } from 'react';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatDay } from '../i18n/times';
import { paperKinds } from '../papers/paper-kinds';
import { m } from '../paraglide/messages.js';
import classes from './verify-page.module.css';
import type { VerifiedOther } from './verify-requests';
import { fileWords } from './verify-words';

type Day = VerifiedOther['days'][number];
type Measure = VerifiedOther['figures'][number]['measure'];

const measures: Record<Measure, () => string> = {
  revenue_vnd: m.verify_revenue,
  sales: m.verify_sales,
  documents: m.verify_documents,
  lines: m.verify_lines,
  visits: m.verify_visits,
  late: m.verify_late,
  set_aside: m.verify_set_aside,
};

interface VerifiedPaperProps {
  paper: VerifiedOther;
  /** Null when the code of a paper was looked up. */
  fileName: string | null;
  children: ReactNode;
}

/** What a genuine paper besides the report of a day is, what it stands on, and whether a newer one is there. */
export function VerifiedPaper({ paper, fileName, children }: VerifiedPaperProps) {
  const { language } = useLanguage();
  const { file, newer, timeZone, days, exhibitorName, isProvisional } = paper;
  const moment = (instant: string) => formatDateTime(instant, timeZone, language);
  const isReclosed = days.some(isClosedAnew);
  const title =
    newer !== null
      ? m.verify_paper_genuine_old({ newer: newer.edition })
      : isReclosed
        ? m.verify_paper_genuine_reclosed()
        : m.verify_paper_genuine();
  return (
    <>
      <section className={newer === null && !isReclosed ? classes.good : classes.warn}>
        <h2>{title}</h2>
        <p>{file === null ? m.verify_paper_is_code() : fileWords(file, fileName)}</p>
        {newer !== null && (
          <p data-testid="newer">
            {m.verify_paper_newer({ edition: newer.edition, time: moment(newer.asOf) })}
          </p>
        )}
      </section>
      <section className={classes.card}>
        <h2>{paperKinds[paper.kind]()}</h2>
        {exhibitorName !== null && (
          <p>
            <strong>{exhibitorName}</strong>
          </p>
        )}
        <p>
          {[
            language === 'vi' ? paper.fairNameVi : paper.fairNameEn,
            paper.day === null ? m.papers_whole_fair() : formatDay(paper.day, language),
          ].join(' · ')}
        </p>
        {paper.isDemo && (
          <p className={classes.warn}>
            {m.demo()}. {m.demo_meaning()}
          </p>
        )}
        <p className={classes.quiet}>
          {[
            m.verify_paper_edition({ edition: paper.edition }),
            m.as_of({ time: moment(paper.asOf) }),
            isProvisional ? m.verify_paper_provisional() : m.verify_paper_final(),
            ...(file === null ? [] : [m.verify_paper_made({ time: moment(file.madeAt) })]),
          ].join(' · ')}
        </p>
        {days.length > 0 && (
          <>
            <h3>{m.verify_paper_days()}</h3>
            <ul className={classes.days} data-testid="paper-days">
              {days.map((day) => (
                <li key={day.day}>
                  {dayWords(day, formatDay(day.day, language))}
                  {isClosedAnew(day) && (
                    <span className={classes.quiet}>
                      {m.verify_paper_day_latest({ latest: day.latestRevision ?? 0 })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{m.verify_paper_figures()}</h3>
        <p className={classes.quiet}>{m.verify_figures_hint()}</p>
        <dl className={classes.figures}>
          {paper.figures.map(({ measure, value }) => (
            <div key={measure}>
              <dt>{measures[measure]()}</dt>
              <dd>
                {measure === 'revenue_vnd'
                  ? formatVnd(value, language)
                  : formatCount(value, language)}
              </dd>
            </div>
          ))}
        </dl>
        {children}
      </section>
    </>
  );
}

const isClosedAnew = ({ revision, latestRevision }: Day) =>
  latestRevision !== null && latestRevision !== revision;

const dayWords = ({ revision }: Day, day: string) =>
  revision === null
    ? m.verify_paper_day_open({ day })
    : m.verify_paper_day_revision({ day, revision });
