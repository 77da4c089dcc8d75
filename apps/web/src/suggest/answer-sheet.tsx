import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './answer-sheet.module.css';
import type { SuggestionDetail } from './suggest-requests';
import { formatPoints } from './suggest-words';

interface AnswerSheetProps {
  suggestion: SuggestionDetail;
  timeZone: string;
  /** The reasons of those who asked. */
  children: ReactNode;
}

/**
 * What comes out of the printer for somebody who asks why it stands there: the reasons, and what it
 * takes to find the same suggestion again.
 */
export function AnswerSheet({ suggestion, timeZone, children }: AnswerSheetProps) {
  const { language } = useLanguage();
  const { askedAt, figures, instanceHash, engine, choice } = suggestion;
  return createPortal(
    <div className={classes.paper} aria-hidden>
      <h1>{m.suggest_why_sheet()}</h1>
      {children}
      {figures && (
        <p>
          {m.suggest_why_found({
            time: formatDateTime(askedAt, timeZone, language),
            points: formatPoints(figures.points, language),
          })}{' '}
          {m.suggest_why_again()}
        </p>
      )}
      <dl>
        <dt>{m.suggest_again_hash()}</dt>
        <dd>{instanceHash}</dd>
        <dt>{m.suggest_again_engine()}</dt>
        <dd>{engine}</dd>
        <dt>{m.suggest_seed()}</dt>
        <dd>{choice.seed}</dd>
        {figures && (
          <>
            <dt>{m.suggest_iterations()}</dt>
            <dd>{formatCount(figures.iterations, language)}</dd>
            <dt>{m.suggest_repairs()}</dt>
            <dd>{formatCount(figures.repairs, language)}</dd>
          </>
        )}
      </dl>
    </div>,
    document.body,
  );
}
