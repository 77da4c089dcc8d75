import { useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Board, Fair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatDay, formatDays, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './board-controls.module.css';
import { isToday, todayOf } from './day-line.rules';
import { FilterChoice } from './filter-choice';
import { originName } from './origin-words';
import { ORIGINS, periodChoice, searchOf, withPeriod, yesterdayOf } from './selection.rules';
import type { Selection } from './selection.rules';

interface BoardControlsProps {
  fair: Fair;
  fairs: Fair[];
  board: Board;
  selection: Selection;
}

/**
 * The period as a heading, and the switches of fair, period, zone and origin; all in the address. On
 * a phone they stand behind one button that says what is chosen, and on paper its words remain.
 */
export function BoardControls({ fair, fairs, board, selection }: BoardControlsProps) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [isChoosingRange, setChoosingRange] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const controlsId = useId();
  const { days, zones } = board.fair;
  const choice = isChoosingRange ? 'range' : periodChoice(selection, days);
  const go = (to: Selection) => void navigate({ to: '/board', search: searchOf(fair.code, to) });
  const period = {
    from: selection.from ?? selection.day ?? board.from,
    to: selection.to ?? selection.day ?? board.day,
  };
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? nameVi : nameEn;
  const choosePeriod = (to: string) => {
    setChoosingRange(to === 'range');
    go(withPeriod(selection, to, days, period));
  };

  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Heading board={board} />
      </div>
      <button
        type="button"
        className={`${buttons.button} ${classes.fold}`}
        aria-expanded={isOpen}
        aria-controls={controlsId}
        onClick={() => setOpen(!isOpen)}
      >
        <span>
          <span className={classes.when}>
            {choice === 'today'
              ? m.board_today()
              : board.from === board.day
                ? formatShortDay(board.day, language)
                : formatDays(board.from, board.day, language)}
            {' · '}
          </span>
          {selection.zones.length > 0
            ? m.ranking_sub_zone({ zone: selection.zones.join(', ') })
            : m.filter_all_zones()}
          {' · '}
          {selection.origins.map(originName).join(', ') || m.filter_all_origins()}
        </span>
      </button>
      <div id={controlsId} className={classes.controls} data-open={isOpen}>
        {fairs.length > 1 && (
          <label className={classes.control}>
            <span>{m.board_fair()}</span>
            <select
              className={classes.select}
              value={fair.code}
              onChange={(event) =>
                void navigate({ to: '/board', search: { fair: event.currentTarget.value } })
              }
            >
              {fairs.map((other) => (
                <option key={other.id} value={other.code}>
                  {nameOf(other)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={classes.control}>
          <span>{m.board_period()}</span>
          <select
            className={classes.select}
            value={choice}
            onChange={(event) => choosePeriod(event.currentTarget.value)}
          >
            <PeriodOptions board={board} selection={selection} />
          </select>
        </label>
        {choice === 'range' && (
          <div className={classes.range}>
            {(['from', 'to'] as const).map((end) => (
              <label key={end} className={classes.control}>
                <span>{end === 'from' ? m.board_range_from() : m.board_range_to()}</span>
                <input
                  type="date"
                  className={classes.date}
                  value={period[end]}
                  min={end === 'from' ? days[0]?.day : period.from}
                  max={end === 'to' ? days.at(-1)?.day : period.to}
                  onChange={({ currentTarget: { value, validity } }) => {
                    if (value !== '' && validity.valid) {
                      go({ ...selection, day: undefined, ...period, [end]: value });
                    }
                  }}
                />
              </label>
            ))}
          </div>
        )}
        <div className={classes.filters}>
          <FilterChoice
            name={m.filter_zones()}
            options={zones.map((zone) => ({
              value: zone.code,
              name: nameOf(zone),
              short: zone.code,
            }))}
            chosen={selection.zones}
            onChoose={(chosen) => go({ ...selection, zones: chosen })}
          />
          <FilterChoice
            name={m.filter_origins()}
            options={ORIGINS.map((origin) => ({
              value: origin,
              name: originName(origin),
              short: originName(origin),
            }))}
            chosen={selection.origins}
            onChoose={(chosen) => go({ ...selection, origins: chosen })}
          />
        </div>
      </div>
    </div>
  );
}

function Heading({ board }: { board: Board }) {
  const { language } = useLanguage();
  const hours = board.fair.days.find((day) => day.day === board.day);
  if (board.from !== board.day) {
    const count = board.days.length;
    const today = todayOf(board);
    const past = board.days.filter(({ day }) => day <= today).length;
    return (
      <>
        <h1 className={classes.title}>{formatDays(board.from, board.day, language)}</h1>
        <p className={classes.hours}>
          {past > 0 && past < count
            ? m.board_period_so_far({ past, count })
            : m.board_period_days({ count })}
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className={classes.title}>{formatDay(board.day, language)}</h1>
      <p className={classes.hours}>
        {hours === undefined
          ? m.board_outside_days()
          : hours.isOpen
            ? m.board_hours({
                opens: hours.opensAt.slice(0, 5),
                closes: hours.closesAt.slice(0, 5),
              })
            : m.board_closed_day()}
      </p>
    </>
  );
}

function PeriodOptions({ board, selection }: { board: Board; selection: Selection }) {
  const { language } = useLanguage();
  const { days } = board.fair;
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const chosen = selection.day;
  const yesterday = yesterdayOf(todayOf(board), days);
  const isTodayShown = chosen === undefined && selection.from === undefined;
  const others = days
    .map(({ day }) => day)
    .filter((day) => day !== yesterday && (day === chosen || !isTodayShown || day !== board.day));
  if (chosen !== undefined && chosen !== yesterday && !others.includes(chosen)) others.push(chosen);
  return (
    <>
      <option value="today">
        {!isTodayShown
          ? m.board_today()
          : isToday(board)
            ? m.board_today_option({ day: formatShortDay(board.day, language) })
            : m.board_nearest_option({ day: formatShortDay(board.day, language) })}
      </option>
      {yesterday !== null && (
        <option value={yesterday}>
          {m.board_yesterday_option({ day: formatShortDay(yesterday, language) })}
        </option>
      )}
      {first !== undefined && last !== undefined && (
        <option value="fair">
          {m.board_whole_fair({ days: formatDays(first, last, language) })}
        </option>
      )}
      <option value="range">{m.board_range()}</option>
      {others.map((day) => (
        <option key={day} value={day}>
          {formatShortDay(day, language)}
        </option>
      ))}
    </>
  );
}
