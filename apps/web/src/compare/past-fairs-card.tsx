import type { Language } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDay, formatDays } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import type { Comparison, PastFair } from './compare-requests';
import { csvOf, saidOf, type Kind } from './compare.rules';
import classes from './compare-screen.module.css';
import { figureWords, saidWords } from './compare-words';
import { Card, CsvButton, Scroll } from './comparison-cards';
import { RetractFigure } from './retract-figure';
import { SourceList } from './source-list';

const columns: [Kind, () => string][] = [
  ['days', m.compare_col_days],
  ['booths', m.compare_col_booths],
  ['visits', m.compare_col_visits],
  ['revenue_vnd', m.compare_col_revenue],
];

interface PastFairsCardProps {
  past: readonly PastFair[];
  /** The fair whose organizer looks; null for others. */
  fairId: string | null;
  /** Ours, once it is known. */
  comparison: Comparison | undefined;
}

/** Every past fair with all that sources say of it, ours in the first line. */
export function PastFairsCard({ past, fairId, comparison }: PastFairsCardProps) {
  const { language } = useLanguage();
  const own = comparison?.own;
  const ownFigure = (measure: 'visits' | 'revenue') => {
    const value = comparison?.lines.find((line) => line.measure === measure)?.ownValue ?? null;
    return value === null ? m.compare_unknown() : figureWords(measure, value, language);
  };
  return (
    <Card
      title={m.compare_fairs()}
      action={<CsvButton name="past-fairs.csv" csv={() => csvOf(past)} />}
    >
      <Scroll title={m.compare_fairs()}>
        <thead>
          <tr>
            <th scope="col">{m.compare_col_fair()}</th>
            {columns.map(([kind, word]) => (
              <th key={kind} scope="col" className={classes.number}>
                {word()}
              </th>
            ))}
            <th scope="col">{m.compare_col_sources()}</th>
          </tr>
        </thead>
        <tbody>
          {own && (
            <tr>
              <th scope="row">{language === 'vi' ? own.nameVi : own.nameEn}</th>
              <td className={classes.number}>{formatCount(own.finishedDays, language)}</td>
              <td className={classes.number}>{formatCount(own.boothsAllocated, language)}</td>
              {(['visits', 'revenue'] as const).map((measure) => (
                <td key={measure} className={classes.number}>
                  {ownFigure(measure)}
                </td>
              ))}
              <td>{m.compare_own()}</td>
            </tr>
          )}
          {past.map((fair) => (
            <tr key={fair.code}>
              <th scope="row">
                {language === 'vi' ? fair.nameVi : fair.nameEn}
                <span className={classes.quiet}>{daysWords(fair, language)}</span>
                {fair.conflicts.length > 0 && (
                  <span className={classes.mark}>{m.compare_conflict()}</span>
                )}
              </th>
              {columns.map(([kind]) => (
                <td key={kind} className={classes.number}>
                  {saidOf(fair, kind).map((said) => (
                    <div key={saidWords(kind, said, language)}>
                      {saidWords(kind, said, language)}
                      {said.isPlanned && (
                        <span className={classes.quiet}>{m.compare_planned()}</span>
                      )}
                    </div>
                  ))}
                </td>
              ))}
              <td>
                {fair.figures.length === 0 ? (
                  <span className={classes.quiet}>
                    {fair.sources.map(({ publisher }) => publisher).join(' · ')}
                  </span>
                ) : (
                  <SourceList
                    figures={fair.figures}
                    actionOf={
                      fairId === null
                        ? undefined
                        : ({ id }) => <RetractFigure fairId={fairId} figureId={id} />
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Scroll>
    </Card>
  );
}

/* Of some fairs one end alone was published. */
function daysWords({ firstDay, lastDay }: PastFair, language: Language): string {
  if (firstDay !== null && lastDay !== null) return formatDays(firstDay, lastDay, language);
  if (firstDay !== null) return m.compare_from_day({ day: formatDay(firstDay, language) });
  return lastDay === null ? '' : m.compare_until_day({ day: formatDay(lastDay, language) });
}
