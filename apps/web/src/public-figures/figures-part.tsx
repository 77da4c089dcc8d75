import { useEffect, useState } from 'react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { FairFigures } from './fair-figures';
import classes from './figures-part.module.css';
import { readPublicFigures } from './public-requests';
import type { PublicFigures } from './public-requests';

/* Figures stand still within a minute. */
const LOOK_AGAIN_MS = 60_000;

/** What a fair publishes of its figures, for anyone. */
export function FiguresPart({ fairCode }: { fairCode: string }) {
  const { language } = useLanguage();
  const [figures, setFigures] = useState<PublicFigures | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const look = () =>
      void readPublicFigures(fairCode).then(
        (found) => {
          if (!isCurrent) return;
          setFigures(found);
          setProblem(null);
        },
        (failure: unknown) => {
          if (!isCurrent) return;
          const found = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
          setProblem(found);
          /* What was withdrawn is gone here too; a network that comes and goes takes nothing away. */
          if (found.status === 404) setFigures(null);
        },
      );
    look();
    const timer = setInterval(() => document.hidden || look(), LOOK_AGAIN_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [fairCode, asked]);
  return (
    <div className={classes.part}>
      <div role="status" className={classes.said}>
        {!figures && !problem && <p className={classes.quiet}>{m.loading()}</p>}
        {figures && problem && <p className={classes.bar}>{m.offline_bar_plain()}</p>}
      </div>
      {figures && <FairFigures figures={figures} />}
      {!figures && problem && (
        <section className={classes.notice} role="alert">
          <h1>{problem.status === 404 ? m.fair_missing_title() : m.error_title()}</h1>
          <p>
            {problem.status === 404
              ? m.fair_missing_text()
              : (problem.sentence(language) ?? m.error_unreachable())}
          </p>
          {problem.status !== 404 && (
            <button
              type="button"
              className={classes.button}
              onClick={() => {
                setProblem(null);
                setAsked((times) => times + 1);
              }}
            >
              {m.retry()}
            </button>
          )}
        </section>
      )}
    </div>
  );
}
