import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link } from '@tanstack/react-router';
import { formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDayMonth, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { TableTwin } from '../ui/table-twin';
import { ColumnBars } from './column-bars';
import classes from './days-card.module.css';
import { declaredColumn, declaredTotal } from './declared-note';
import { todayOf } from './day-line.rules';
import { searchOf } from './selection.rules';
import type { Selection } from './selection.rules';
import { sumOf } from './shares.rules';

/** Revenue and entries of a period, a bar for each day. */
export default function DaysCard({ board, selection }: { board: Board; selection: Selection }) {
  const { language } = useLanguage();
  /* Days to come are no quiet days. */
  const today = todayOf(board);
  const come = board.days.filter(({ day }) => day <= today);
  const days = come.length > 0 ? come : board.days;
  const busiest = days.findLastIndex(({ revenueVnd, entries }) => revenueVnd > 0 || entries > 0);
  const [pointed, setPointed] = useState<number | null>(null);
  const read = Math.min(pointed ?? Math.max(busiest, 0), days.length - 1);
  const day = days[read];
  if (!day) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: read - 1,
      ArrowRight: read + 1,
      Home: 0,
      End: days.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(days.length - 1, to)));
  };
  const reading = m.days_reading({
    day: formatShortDay(day.day, language),
    revenue: formatVnd(day.revenueVnd, language),
    sales: formatCount(day.salesCount, language),
    entries: formatCount(day.entries, language),
  });

  return (
    <TableTwin
      title={m.days_title()}
      rows={days}
      keyOf={(row) => row.day}
      columns={[
        { title: m.days_day(), cell: (row) => formatShortDay(row.day, language) },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        ...declaredColumn(board),
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        { title: m.line_entries(), cell: (row) => row.entries, unit: 'count' },
        {
          title: m.days_state(),
          cell: (row) => (row.day === today ? m.days_state_provisional() : ''),
        },
      ]}
      total={[
        m.total(),
        sumOf(days, (row) => row.revenueVnd),
        ...declaredTotal(board),
        sumOf(days, (row) => row.salesCount),
        sumOf(days, (row) => row.entries),
      ]}
    >
      <p className={classes.reading}>{reading}</p>
      <div
        className={classes.plots}
        role="slider"
        tabIndex={0}
        aria-label={m.days_slider()}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={read + 1}
        aria-valuetext={reading}
        onKeyDown={onKeyDown}
      >
        <ColumnBars
          title={m.days_revenue()}
          tone="first"
          values={days.map((row) => row.revenueVnd)}
          read={read}
          onPoint={setPointed}
        />
        <ColumnBars
          title={m.days_entries()}
          tone="second"
          values={days.map((row) => row.entries)}
          read={read}
          onPoint={setPointed}
        />
        <div className={classes.days} aria-hidden>
          {days.map((row, at) => (
            <span key={row.day} className={at === read ? classes.readDay : undefined}>
              {at % Math.ceil(days.length / 7) === 0 ? formatDayMonth(row.day) : ''}
            </span>
          ))}
        </div>
      </div>
      <div className={classes.foot}>
        <p className={classes.hint}>{m.days_hint()}</p>
        <Link
          to="/board"
          search={searchOf(board.fair.code, {
            zones: selection.zones,
            origins: selection.origins,
            day: day.day,
          })}
          className={buttons.button}
        >
          {m.days_open({ day: formatShortDay(day.day, language) })}
        </Link>
      </div>
    </TableTwin>
  );
}
