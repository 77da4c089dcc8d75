import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLanguage } from '../i18n/language';
import { formatDayMonth, formatMinute, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { TableTwin } from '../ui/table-twin';
import type { TwinColumn } from '../ui/table-twin';
import { ColumnBars } from './column-bars';
import classes from './place-page.module.css';
import { sumOf } from './shares.rules';

/** An hour, or a day of a longer period. */
export interface PlaceLineRow {
  day: string;
  hour: number | null;
}

export interface PlaceSeries<Row> {
  title: string;
  vndOf: (row: Row) => number;
  salesOf: (row: Row) => number;
  wordsOf: (row: Row) => string;
}

interface PlaceLineCardProps<Row> {
  rows: readonly Row[];
  /** One, or two above each other on one axis. */
  series: readonly PlaceSeries<Row>[];
  note?: string;
}

/** Revenue by the hour, or by the day of a period, measured alone. */
export function PlaceLineCard<Row extends PlaceLineRow>(props: PlaceLineCardProps<Row>) {
  const { rows, series, note } = props;
  const { language } = useLanguage();
  const [pointed, setPointed] = useState<number | null>(null);
  const isByHour = rows[0]?.hour !== null;
  const read = Math.min(pointed ?? rows.length - 1, rows.length - 1);
  const row = rows[read];
  const nameOf = ({ day, hour }: PlaceLineRow) =>
    hour === null
      ? formatShortDay(day, language)
      : `${formatMinute(hour * 60)}–${formatMinute(hour * 60 + 60)}`;
  const shortOf = ({ day, hour }: PlaceLineRow) =>
    hour === null ? formatDayMonth(day) : m.place_hour({ hour });
  const reading =
    row === undefined
      ? ''
      : `${nameOf(row)}: ${series.map(({ wordsOf }) => wordsOf(row)).join('; ')}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: read - 1,
      ArrowRight: read + 1,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(rows.length - 1, to)));
  };
  const columns: TwinColumn<Row>[] = [
    { title: isByHour ? m.line_hour() : m.days_day(), cell: nameOf },
    ...series.flatMap(({ title, vndOf, salesOf }): TwinColumn<Row>[] => [
      {
        title: m.place_column({ name: title, what: m.col_revenue() }),
        cell: vndOf,
        unit: 'vnd',
      },
      {
        title: m.place_column({ name: title, what: m.col_sales() }),
        cell: salesOf,
        unit: 'count',
      },
    ]),
  ];
  return (
    <TableTwin
      title={isByHour ? m.place_line_hours() : m.days_title()}
      className={classes.wide}
      rows={rows}
      keyOf={({ day, hour }) => `${day} ${hour}`}
      columns={columns}
      total={[
        m.total(),
        ...series.flatMap(({ vndOf, salesOf }) => [sumOf(rows, vndOf), sumOf(rows, salesOf)]),
      ]}
      note={note}
    >
      {row === undefined ? (
        <p className={classes.note}>{m.place_line_empty()}</p>
      ) : (
        <>
          <p className={classes.reading}>{reading}</p>
          <div
            className={classes.plots}
            role="slider"
            tabIndex={0}
            aria-label={isByHour ? m.place_slider_hours() : m.days_slider()}
            aria-valuemin={1}
            aria-valuemax={rows.length}
            aria-valuenow={read + 1}
            aria-valuetext={reading}
            onKeyDown={onKeyDown}
          >
            {series.map(({ title, vndOf }, at) => (
              <ColumnBars
                key={title}
                title={m.place_column({ name: title, what: m.col_revenue() })}
                tone={at === 0 ? 'first' : 'second'}
                values={rows.map(vndOf)}
                read={read}
                onPoint={setPointed}
              />
            ))}
            <div className={classes.places} aria-hidden>
              {rows.map((each, at) => (
                <span key={`${each.day} ${each.hour}`}>
                  {at % Math.ceil(rows.length / 8) === 0 ? shortOf(each) : ''}
                </span>
              ))}
            </div>
          </div>
          <p className={classes.hint}>{m.place_line_hint()}</p>
        </>
      )}
    </TableTwin>
  );
}
