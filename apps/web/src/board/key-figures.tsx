import { Suspense, lazy } from 'react';
import type { ComponentType } from 'react';
import { formatBigVnd, formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatChange, formatCount, formatShare } from '../i18n/numbers';
import { formatDays, formatMinute, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { RollingCount, RollingMoney } from '../ui/figures';
import { KpiCard } from '../ui/kpi-card';
import type { DayLine } from './day-line.rules';
import { coverageWords } from './coverage-words';
import { averageSpark, isToday, sparkOf, todayOf } from './day-line.rules';
import type { EarlierProps } from './earlier-change';
import type { FigureMeaningProps } from './figure-meaning';
import classes from './key-figures.module.css';
import { isFiltered } from './selection.rules';

const FigureMeaning = lazy(() => import('./figure-meaning'));

interface KeyFiguresProps {
  board: Board;
  /** The minutes of a single day; null for a period. */
  line: DayLine | null;
  /** The change since the last fair; null until the first screen stands. */
  Earlier: ComponentType<EarlierProps> | null;
}

type Comparison = NonNullable<Board['comparison']>;
type Change = { base: string; isBaseZero: boolean; change: number | null };

/** The five numbers an official asks for first. */
export function KeyFigures({ board, line, Earlier }: KeyFiguresProps) {
  const { language } = useLanguage();
  const { revenue, sales, visits, booths, comparison } = board;
  const declaredVnd = revenue.declaredVnd ?? 0;
  const isDeclared = declaredVnd !== 0;
  const isPart = isFiltered(board.filter);
  const compared = comparison && {
    day:
      comparison.from === comparison.to
        ? formatShortDay(comparison.to, language)
        : formatDays(comparison.from, comparison.to, language),
    time: comparison.upToMinute === null ? null : formatMinute(comparison.upToMinute),
  };
  const changed = ({ base, isBaseZero, change }: Change) => {
    if (!compared) return undefined;
    if (isBaseZero || change === null) return m.compare_no_base({ day: compared.day });
    const words = { change: formatChange(change, language), base, day: compared.day };
    return compared.time === null
      ? m.compare_whole(words)
      : m.compare_to_minute({ ...words, time: compared.time });
  };
  const changedRevenue = ({ revenueVnd, revenueChange, isMeasuredOnly }: Comparison) => {
    const change = changed({
      base: formatBigVnd(revenueVnd, language),
      isBaseZero: revenueVnd === 0,
      change: revenueChange,
    });
    return isMeasuredOnly && isDeclared && change ? m.compare_measured({ change }) : change;
  };
  const meaning = (figure: FigureMeaningProps['figure'], value?: string) => (
    <Suspense fallback="…">
      <FigureMeaning
        figure={figure}
        board={board}
        base={compared && value !== undefined ? { value, ...compared } : undefined}
      />
    </Suspense>
  );
  const earlier = (figure: EarlierProps['figure']) =>
    Earlier && <Earlier board={board} figure={figure} />;
  const today = todayOf(board);
  const perDay = (of: (day: Board['days'][number]) => number) =>
    board.days.filter(({ day }) => day <= today).map(of);

  return (
    <section aria-label={m.board_kpis()}>
      <dl className={classes.row}>
        <KpiCard
          isLead
          testId="kpi-revenue"
          title={isDeclared ? m.kpi_revenue_both() : m.kpi_revenue()}
          exact={revenue.totalVnd}
          value={<RollingMoney vnd={revenue.totalVnd} />}
          meaning={meaning(
            'revenue',
            comparison ? formatVnd(comparison.revenueVnd, language) : undefined,
          )}
          sub={coverageWords(board, language)}
          change={comparison ? changedRevenue(comparison) : m.compare_none()}
          earlier={earlier('revenue')}
          spark={line ? sparkOf(line.revenueVnd) : perDay((day) => day.revenueVnd)}
        />
        <KpiCard
          testId="kpi-sales"
          title={m.kpi_sales()}
          exact={sales.count}
          value={<RollingCount count={sales.count} />}
          meaning={meaning(
            'sales',
            comparison ? formatCount(comparison.salesCount, language) : undefined,
          )}
          sub={
            sales.refundCount > 0
              ? m.kpi_refunds({
                  count: formatCount(sales.refundCount, language),
                  amount: formatBigVnd(Math.abs(sales.refundVnd), language),
                })
              : m.kpi_no_refunds()
          }
          change={
            comparison
              ? changed({
                  base: formatCount(comparison.salesCount, language),
                  isBaseZero: comparison.salesCount === 0,
                  change: comparison.salesChange,
                })
              : undefined
          }
          earlier={earlier('sales')}
          spark={line ? sparkOf(line.salesCount) : perDay((day) => day.salesCount)}
        />
        <KpiCard
          title={m.kpi_average()}
          exact={sales.averageVnd}
          value={<RollingMoney vnd={sales.averageVnd} />}
          meaning={meaning('average')}
          sub={m.kpi_average_sub()}
          spark={line ? averageSpark(line) : undefined}
        />
        <KpiCard
          testId="kpi-visits"
          title={m.kpi_visits()}
          exact={visits.entries}
          value={<RollingCount count={visits.entries} />}
          meaning={meaning(
            'visits',
            comparison ? formatCount(comparison.entries, language) : undefined,
          )}
          sub={
            isPart
              ? m.filter_visits()
              : isToday(board)
                ? m.kpi_inside({ count: formatCount(visits.inside, language) })
                : m.kpi_inside_past({ count: formatCount(visits.exits, language) })
          }
          change={
            comparison
              ? changed({
                  base: formatCount(comparison.entries, language),
                  isBaseZero: comparison.entries === 0,
                  change: comparison.entriesChange,
                })
              : undefined
          }
          earlier={earlier('visits')}
          spark={line ? sparkOf(line.entries) : perDay((day) => day.entries)}
        />
        <KpiCard
          title={m.kpi_booths()}
          exact={booths.selling}
          value={
            <>
              <RollingCount count={booths.selling} />
              <span className={classes.of}>/{formatCount(booths.allocated, language)}</span>
            </>
          }
          meaning={meaning('booths')}
          sub={
            booths.allocated > 0
              ? m.kpi_booths_sub({
                  share: formatShare(booths.selling / booths.allocated, language),
                })
              : m.kpi_booths_none()
          }
          meter={booths.allocated > 0 ? booths.selling / booths.allocated : undefined}
        />
      </dl>
    </section>
  );
}
