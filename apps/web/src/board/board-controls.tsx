import { useNavigate } from '@tanstack/react-router';
import type { Board, Fair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatDay, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './board-controls.module.css';
import { isToday } from './day-line.rules';

interface BoardControlsProps {
  fair: Fair;
  fairs: Fair[];
  board: Board;
  /** The day stands in the address; otherwise it is today's, or the fair's nearest. */
  isChosen: boolean;
}

const TODAY = 'today';

/** The day as a heading, and the switches of fair and day; both live in the address. */
export function BoardControls({ fair, fairs, board, isChosen }: BoardControlsProps) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const hours = board.fair.days.find((day) => day.day === board.day);
  const otherDays = board.fair.days.filter((day) => isChosen || day.day !== board.day);
  const go = (search: { fair: string; day?: string }) => void navigate({ to: '/board', search });

  return (
    <div className={classes.row}>
      <div className={classes.words}>
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
      </div>
      <div className={classes.controls}>
        {fairs.length > 1 && (
          <label className={classes.control}>
            <span>{m.board_fair()}</span>
            <select
              className={classes.select}
              value={fair.code}
              onChange={(event) => go({ fair: event.currentTarget.value })}
            >
              {fairs.map((other) => (
                <option key={other.id} value={other.code}>
                  {language === 'vi' ? other.nameVi : other.nameEn}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={`${classes.control} ${classes.day}`}>
          <span>{m.board_day()}</span>
          <select
            className={classes.select}
            value={isChosen ? board.day : TODAY}
            onChange={(event) => {
              const day = event.currentTarget.value;
              go(day === TODAY ? { fair: fair.code } : { fair: fair.code, day });
            }}
          >
            <option value={TODAY}>
              {isChosen
                ? m.board_today()
                : isToday(board)
                  ? m.board_today_option({ day: formatShortDay(board.day, language) })
                  : m.board_nearest_option({ day: formatShortDay(board.day, language) })}
            </option>
            {otherDays.map((day) => (
              <option key={day.day} value={day.day}>
                {formatShortDay(day.day, language)}
              </option>
            ))}
            {isChosen && hours === undefined && (
              <option value={board.day}>{formatShortDay(board.day, language)}</option>
            )}
          </select>
        </label>
      </div>
    </div>
  );
}
