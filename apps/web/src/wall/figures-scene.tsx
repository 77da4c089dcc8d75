import { memo, useMemo } from 'react';
import { formatBigVnd, formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { coverageWords } from '../board/coverage-words';
import { dayLine, isToday } from '../board/day-line.rules';
import { useLanguage } from '../i18n/language';
import { formatAxisVnd, formatChange, formatCount } from '../i18n/numbers';
import { formatMinute, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { DayPicture } from './day-picture';
import classes from './figures-scene.module.css';
import type { Picture } from './wall-line';

/** The key figures, and the day minute by minute. */
export const FiguresScene = memo(function FiguresScene({
  picture: { board },
}: {
  picture: Picture;
}) {
  const { language } = useLanguage();
  const { revenue, sales, visits, booths, comparison } = board;
  const line = useMemo(() => dayLine(board), [board]);
  const whole = formatVnd(revenue.totalVnd, language);
  const big = formatBigVnd(revenue.totalVnd, language);
  const change = comparison && changeWords(comparison, Boolean(revenue.declaredVnd), language);
  return (
    <>
      <dl className={classes.figures}>
        <div className={classes.lead}>
          <dt>{m.wall_revenue_today()}</dt>
          <dd data-testid="wall-revenue" data-value={revenue.totalVnd}>
            {big}
          </dd>
          <dd className={classes.sub}>
            {big !== whole && <b>{whole}</b>}
            <span>{coverageWords(board, language)}</span>
            {change && <span>{change}</span>}
          </dd>
        </div>
        <Figure
          name={m.kpi_sales()}
          testId="wall-sales"
          value={sales.count}
          text={formatCount(sales.count, language)}
          sub={`${m.kpi_average()}: ${formatVnd(sales.averageVnd, language)}`}
        />
        <Figure
          name={m.kpi_visits()}
          testId="wall-visits"
          value={visits.entries}
          text={formatCount(visits.entries, language)}
          sub={
            isToday(board)
              ? m.kpi_inside({ count: formatCount(visits.inside, language) })
              : m.kpi_inside_past({ count: formatCount(visits.exits, language) })
          }
        />
        <Figure
          name={m.kpi_booths()}
          testId="wall-booths"
          value={booths.selling}
          text={`${formatCount(booths.selling, language)}/${formatCount(booths.allocated, language)}`}
          sub={
            booths.allocated === 0
              ? m.kpi_booths_none()
              : m.kpi_booths_sub({
                  share: `${Math.round((booths.selling / booths.allocated) * 100)}\u00a0%`,
                })
          }
        />
      </dl>
      {sales.count === 0 && visits.entries === 0 ? (
        <p className={classes.nothing}>{m.line_empty()}</p>
      ) : (
        <div className={classes.days}>
          <DayPicture
            title={m.wall_line_revenue()}
            note={m.wall_line_provisional()}
            line={line}
            values={line.revenueVnd}
            colour="var(--chart-1)"
            formatValue={(vnd) => formatAxisVnd(vnd, language)}
          />
          <DayPicture
            title={m.wall_line_entries()}
            line={line}
            values={line.entries}
            colour="var(--chart-2)"
            formatValue={(count) => formatCount(count, language)}
          />
        </div>
      )}
    </>
  );
});

function changeWords(
  { to, upToMinute, revenueVnd, revenueChange, isMeasuredOnly }: NonNullable<Board['comparison']>,
  isDeclared: boolean,
  language: 'vi' | 'en',
): string | null {
  if (revenueChange === null) return null;
  const words = {
    change: formatChange(revenueChange, language),
    base: formatBigVnd(revenueVnd, language),
    day: formatShortDay(to, language),
  };
  const change =
    upToMinute === null
      ? m.compare_whole(words)
      : m.compare_to_minute({ ...words, time: formatMinute(upToMinute) });
  return isMeasuredOnly && isDeclared ? m.compare_measured({ change }) : change;
}

interface FigureProps {
  name: string;
  testId: string;
  value: number;
  text: string;
  sub: string;
}

function Figure({ name, testId, value, text, sub }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={testId} data-value={value}>
        {text}
      </dd>
      <dd className={classes.sub}>
        <span>{sub}</span>
      </dd>
    </div>
  );
}
