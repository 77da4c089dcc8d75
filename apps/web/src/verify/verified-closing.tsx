import type { ReactNode } from 'react';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { reasonWords } from '../reports/reason-words';
import classes from './verify-page.module.css';
import type { VerifiedDay } from './verify-requests';
import { fileWords } from './verify-words';

interface VerifiedClosingProps {
  closing: VerifiedDay;
  /** Null when the code of a paper was looked up. */
  fileName: string | null;
  children: ReactNode;
}

/** What a genuine report of a day is: which revision, signed by whom, and whether a newer one is there. */
export function VerifiedClosing({ closing, fileName, children }: VerifiedClosingProps) {
  const { language } = useLanguage();
  const { figures, file, signatures, newer, timeZone, revision } = closing;
  const moment = (instant: string) => formatDateTime(instant, timeZone, language);
  const vnd = (amount: number) => formatVnd(amount, language);
  const rows = [
    [m.verify_revenue(), vnd(figures.revenueVnd)],
    [m.verify_measured(), vnd(figures.measuredVnd)],
    ...(figures.declaredVnd === null ? [] : [[m.verify_declared(), vnd(figures.declaredVnd)]]),
    [m.verify_sales(), formatCount(figures.salesCount, language)],
    [m.verify_visits(), formatCount(figures.entries, language)],
    [
      m.verify_booths(),
      `${formatCount(figures.boothsHeard, language)}/${formatCount(figures.boothsAllocated, language)}`,
    ],
  ];
  return (
    <>
      <section className={newer === null ? classes.good : classes.warn}>
        <h2>
          {newer === null
            ? m.verify_genuine({ revision })
            : m.verify_genuine_old({ revision, newer: newer.revision })}
        </h2>
        <p>{file === null ? m.verify_is_code() : fileWords(file, fileName)}</p>
        {newer !== null && (
          <p data-testid="newer">
            {m.verify_newer({
              revision: newer.revision,
              time: moment(newer.closedAt),
              reason: reasonWords(newer.reason),
            })}{' '}
            {newer.isSigned ? m.verify_newer_signed() : m.verify_newer_unsigned()}
          </p>
        )}
      </section>
      <section className={classes.card}>
        <h2>{language === 'vi' ? closing.fairNameVi : closing.fairNameEn}</h2>
        {closing.isDemo && (
          <p className={classes.warn}>
            {m.demo()}. {m.demo_meaning()}
          </p>
        )}
        <p>
          <strong>{formatDay(closing.day, language)}</strong>
        </p>
        <p className={classes.quiet}>
          {[
            m.verify_revision({ revision }),
            m.as_of({ time: moment(closing.closedAt) }),
            closing.isComplete ? m.verify_complete() : m.verify_provisional(),
          ].join(' · ')}
        </p>
        <div data-testid="signatures">
          {signatures.length === 0 ? (
            <p className={classes.warn}>{m.verify_unsigned()}</p>
          ) : (
            <ul className={classes.signatures}>
              {signatures.map(({ signerName, signedAt, exception }) => (
                <li key={`${signerName} ${signedAt}`}>
                  {m.verify_signed_by({ name: signerName, time: moment(signedAt) })}
                  {exception !== null && (
                    <span className={classes.quiet}>{m.verify_exception({ exception })}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
        <h3>{m.verify_figures()}</h3>
        <p className={classes.quiet}>{m.verify_figures_hint()}</p>
        <dl className={classes.figures}>
          {rows.map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {children}
      </section>
    </>
  );
}
