import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import type { PastFigure } from './compare-requests';
import classes from './compare-screen.module.css';
import { saidWords, subjectWords } from './compare-words';

interface SourceListProps {
  figures: readonly PastFigure[];
  /** What may be done about a figure that this fair wrote. */
  actionOf?: (figure: PastFigure) => ReactNode;
}

/** What each source says, and where it is found again. */
export function SourceList({ figures, actionOf }: SourceListProps) {
  const { language } = useLanguage();
  const publishers = new Set(figures.flatMap(({ source }) => source.publisher.split(' · ')));
  if (publishers.size === 0) return null;
  return (
    <details>
      <summary className={classes.summary}>{[...publishers].join(' · ')}</summary>
      <ul className={classes.sources}>
        {figures.map((each) => {
          const { publisher, title, address, publishedOn } = each.source;
          const note = language === 'vi' ? each.noteVi : each.noteEn;
          return (
            <li key={each.id} className={classes.quiet}>
              {subjectWords(each, language)} {saidWords(each.kind, each, language)}
              {': '}
              {[publisher, title, address, publishedOn, note].filter(Boolean).join(' · ')}
              {each.addedByName !== null && ` · ${m.compare_added_by({ name: each.addedByName })}`}
              {each.retractedReason !== null &&
                ` · ${m.compare_retracted({ reason: each.retractedReason })}`}
              {each.mayRetract && actionOf?.(each)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
