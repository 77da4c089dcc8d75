import type { Language } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDay, formatDays } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { Card, CsvButton } from './card';
import type { Comparison, PastFair } from './compare-requests';
import { csvOf, saidOf, type Kind } from './compare.rules';
import classes from './compare-screen.module.css';
import { figureWords, saidWords } from './compare-words';
import { RetractFigure } from './retract-figure';
import { SourceList } from './source-list';
import { Cell, Row, StackedTable } from './stacked-table';

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
      <StackedTable
        title={m.compare_fairs()}
        columns={[
          { title: m.compare_col_fair() },
          ...columns.map(([, word]) => ({ title: word(), isNumber: true })),
          { title: m.compare_col_sources() },
        ]}
      >
        {own && (
          <Row name={language === 'vi' ? own.nameVi : own.nameEn}>
            <Cell title={m.compare_col_days()} isNumber>
              {formatCount(own.finishedDays, language)}
            </Cell>
            <Cell title={m.compare_col_booths()} isNumber>
              {formatCount(own.boothsAllocated, language)}
            </Cell>
            <Cell title={m.compare_col_visits()} isNumber>
              {ownFigure('visits')}
            </Cell>
            <Cell title={m.compare_col_revenue()} isNumber>
              {ownFigure('revenue')}
            </Cell>
            <Cell title={m.compare_col_sources()}>{m.compare_own()}</Cell>
          </Row>
        )}
        {past.map((fair) => (
          <Row
            key={fair.code}
            name={
              <>
                {language === 'vi' ? fair.nameVi : fair.nameEn}
                <span className={classes.quiet}>{daysWords(fair, language)}</span>
                {fair.conflicts.length > 0 && (
                  <span className={classes.mark}>{m.compare_conflict()}</span>
                )}
              </>
            }
          >
            {columns.map(([kind, word]) => (
              <Cell key={kind} title={word()} isNumber isUnknown={saidOf(fair, kind).length === 0}>
                {saidOf(fair, kind).map((said) => (
                  <div key={saidWords(kind, said, language)}>
                    {saidWords(kind, said, language)}
                    {said.isPlanned && <span className={classes.quiet}>{m.compare_planned()}</span>}
                  </div>
                ))}
                {saidOf(fair, kind).length === 0 && m.compare_unknown()}
              </Cell>
            ))}
            <Cell title={m.compare_col_sources()}>
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
            </Cell>
          </Row>
        ))}
      </StackedTable>
    </Card>
  );
}

/* Of some fairs one end alone was published. */
function daysWords({ firstDay, lastDay }: PastFair, language: Language): string {
  if (firstDay !== null && lastDay !== null) return formatDays(firstDay, lastDay, language);
  if (firstDay !== null) return m.compare_from_day({ day: formatDay(firstDay, language) });
  return lastDay === null ? '' : m.compare_until_day({ day: formatDay(lastDay, language) });
}
