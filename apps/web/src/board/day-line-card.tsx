import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatAxisVnd, formatCount } from '../i18n/numbers';
import { formatHourMinute, formatMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { Choice } from '../ui/choice';
import { TableTwin } from '../ui/table-twin';
import {
  hoursOf,
  isProvisionalHour,
  lacksSilent,
  minuteRows,
  movingMean,
  runningTotals,
  settledOnly,
} from './day-line.rules';
import type { DayLine } from './day-line.rules';
import classes from './day-line-card.module.css';
import { MinutePlot } from './minute-plot';
import { sumOf } from './shares.rules';

type Mode = 'minute' | 'total';

/** Revenue and entries through the day, one above the other on one time axis. */
export default function DayLineCard({ board, line }: { board: Board; line: DayLine }) {
  const { language } = useLanguage();
  const [mode, setMode] = useState<Mode>('minute');
  const [pointed, setPointed] = useState<number | null>(null);
  const drawn = useMemo(() => (mode === 'total' ? runningTotals(line) : line), [line, mode]);
  const isPerMinute = mode === 'minute';
  const counted = useMemo(() => ({ ...drawn, provisionalFrom: drawn.newestFrom }), [drawn]);
  const revenueMean = useMemo(
    () => (isPerMinute ? movingMean(settledOnly(line, line.revenueVnd)) : null),
    [line, isPerMinute],
  );
  const entriesMean = useMemo(
    () => (isPerMinute ? movingMean(settledOnly(counted, counted.entries)) : null),
    [counted, isPerMinute],
  );
  const hours = hoursOf(minuteRows(board.minutes));
  const newest = drawn.revenueVnd.findLastIndex((value) => value !== null);
  const read = Math.min(pointed ?? newest, newest);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 15 : 1;
    const to = {
      ArrowLeft: read - step,
      ArrowRight: read + step,
      PageDown: read - 60,
      PageUp: read + 60,
      Home: 0,
      End: newest,
    }[event.key];
    if (event.key === 'Escape') setPointed(null);
    if (to === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(newest, to)));
  };
  const { silentCount, silentSince } = board.tills;
  const provisional =
    drawn.provisionalFrom > (drawn.minutes[newest] ?? -1)
      ? []
      : silentSince !== null && lacksSilent(board)
        ? [
            m.line_provisional_silent({
              time: formatHourMinute(silentSince, board.fair.timeZone, language),
              count: formatCount(silentCount, language),
            }),
          ]
        : [m.line_provisional()];
  const note =
    [...provisional, ...(board.revenue.declaredVnd ? [m.line_measured_only()] : [])].join(' · ') ||
    undefined;
  const readingWords = {
    time: formatMinute(drawn.minutes[read] ?? 0),
    revenue: formatVnd(drawn.revenueVnd[read] ?? 0, language),
    sales: formatCount(drawn.salesCount[read] ?? 0, language),
    entries: formatCount(drawn.entries[read] ?? 0, language),
  };
  const reading =
    mode === 'total' ? m.line_reading_total(readingWords) : m.line_reading(readingWords);

  return (
    <TableTwin
      title={m.line_title()}
      rows={hours}
      keyOf={(row) => String(row.hour)}
      columns={[
        {
          title: m.line_hour(),
          cell: (row) => `${formatMinute(row.hour * 60)}–${formatMinute(row.hour * 60 + 60)}`,
        },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        { title: m.line_entries(), cell: (row) => row.entries, unit: 'count' },
        {
          title: m.line_state(),
          cell: (row) => (isProvisionalHour(line, row.hour) ? m.line_state_provisional() : ''),
        },
      ]}
      total={[
        m.total(),
        sumOf(hours, (row) => row.revenueVnd),
        sumOf(hours, (row) => row.salesCount),
        sumOf(hours, (row) => row.entries),
      ]}
      note={note}
      controls={
        <Choice
          label={m.line_mode()}
          value={mode}
          options={[
            { value: 'minute', name: m.line_per_minute() },
            { value: 'total', name: m.line_running_total() },
          ]}
          onChoose={setMode}
        />
      }
    >
      {newest < 0 ? (
        <p className={classes.hint}>{m.line_empty()}</p>
      ) : (
        <>
          <p className={classes.reading}>{reading}</p>
          <div
            className={classes.plots}
            role="slider"
            tabIndex={0}
            aria-label={m.line_slider()}
            aria-valuemin={drawn.minutes[0]}
            aria-valuemax={drawn.minutes[newest]}
            aria-valuenow={drawn.minutes[read]}
            aria-valuetext={reading}
            onKeyDown={onKeyDown}
          >
            <p className={`${classes.legend} ${classes.revenue}`}>
              {isPerMinute ? m.line_revenue_minute() : m.line_revenue()}
            </p>
            <MinutePlot
              line={drawn}
              values={drawn.revenueVnd}
              mean={revenueMean}
              colour="--chart-1"
              height={200}
              formatValue={(vnd) => formatAxisVnd(vnd, language)}
              pointed={pointed}
              onPoint={setPointed}
            />
            <p className={`${classes.legend} ${classes.entries}`}>
              {isPerMinute ? m.line_entries_minute() : m.line_entries()}
            </p>
            <MinutePlot
              line={counted}
              values={drawn.entries}
              mean={entriesMean}
              colour="--chart-2"
              height={130}
              formatValue={(count) => formatCount(count, language)}
              pointed={pointed}
              onPoint={setPointed}
            />
          </div>
          <p className={classes.hint}>
            <span className={classes.onScreen}>{m.line_hint()}</span>
          </p>
        </>
      )}
    </TableTwin>
  );
}
