import type { ReactNode } from 'react';
import { formatBigVnd, formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatChange, formatCount, formatShare } from '../i18n/numbers';
import { formatMinute, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { RollingCount, RollingMoney } from '../ui/figures';
import { KpiCard } from '../ui/kpi-card';
import type { Comparison } from './comparison.rules';
import type { DayLine } from './day-line.rules';
import { averageSpark, isToday, sparkOf } from './day-line.rules';
import classes from './key-figures.module.css';

interface KeyFiguresProps {
  board: Board;
  line: DayLine;
  comparison: Comparison | null;
}

/** The five numbers an official asks for first. */
export function KeyFigures({ board, line, comparison }: KeyFiguresProps) {
  const { language } = useLanguage();
  const { revenue, sales, visits, booths } = board;
  const isDeclared = revenue.declaredVnd !== 0;
  const changed = (change: number | null | undefined) => {
    if (!comparison || change === null || change === undefined) return undefined;
    const words = {
      change: formatChange(change, language),
      day: formatShortDay(comparison.day, language),
    };
    return comparison.upToMinute === null ? m.compare_whole_day(words) : m.compare_same_time(words);
  };
  const meaning = (words: string, base: string | null): ReactNode => (
    <>
      <p>{words}</p>
      {comparison && base !== null && (
        <p className={classes.base}>
          {m.compare_meaning({
            base,
            day: formatShortDay(comparison.day, language),
            time: formatMinute(comparison.upToMinute ?? 1_440),
          })}
        </p>
      )}
    </>
  );
  const baseOf = (row: { change: number | null } | undefined, text: string | undefined) =>
    row?.change === null || text === undefined ? null : text;

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
            m.kpi_revenue_meaning(),
            baseOf(
              comparison?.revenue,
              comparison ? formatVnd(comparison.revenue.baseVnd, language) : undefined,
            ),
          )}
          sub={
            isDeclared && revenue.totalVnd > 0
              ? m.kpi_revenue_measured({
                  share: formatShare(revenue.measuredVnd / revenue.totalVnd, language),
                  declared: formatShare(revenue.declaredVnd / revenue.totalVnd, language),
                })
              : revenue.totalVnd === 0
                ? m.kpi_no_revenue()
                : m.kpi_revenue_all_measured()
          }
          change={changed(comparison?.revenue.change)}
          spark={sparkOf(line.revenueVnd)}
        />
        <KpiCard
          testId="kpi-sales"
          title={m.kpi_sales()}
          exact={sales.count}
          value={<RollingCount count={sales.count} />}
          meaning={meaning(
            m.kpi_sales_meaning(),
            baseOf(
              comparison?.sales,
              comparison ? formatCount(comparison.sales.base, language) : undefined,
            ),
          )}
          sub={
            sales.refundCount > 0
              ? m.kpi_refunds({
                  count: formatCount(sales.refundCount, language),
                  amount: formatBigVnd(Math.abs(sales.refundVnd), language),
                })
              : m.kpi_no_refunds()
          }
          change={changed(comparison?.sales.change)}
          spark={sparkOf(line.salesCount)}
        />
        <KpiCard
          title={m.kpi_average()}
          exact={sales.averageVnd}
          value={<RollingMoney vnd={sales.averageVnd} />}
          meaning={<p>{m.kpi_average_meaning()}</p>}
          sub={m.kpi_average_sub()}
          spark={averageSpark(line)}
        />
        <KpiCard
          testId="kpi-visits"
          title={m.kpi_visits()}
          exact={visits.entries}
          value={<RollingCount count={visits.entries} />}
          meaning={meaning(
            m.kpi_visits_meaning(),
            baseOf(
              comparison?.entries,
              comparison ? formatCount(comparison.entries.base, language) : undefined,
            ),
          )}
          sub={
            isToday(board)
              ? m.kpi_inside({ count: formatCount(visits.inside, language) })
              : m.kpi_inside_past({ count: formatCount(visits.exits, language) })
          }
          change={changed(comparison?.entries.change)}
          spark={sparkOf(line.entries)}
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
          meaning={<p>{m.kpi_booths_meaning()}</p>}
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
