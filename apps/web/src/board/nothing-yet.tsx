import { Link } from '@tanstack/react-router';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty } from '../ui/states';
import { dayBefore } from './day-line.rules';
import { isFiltered, searchOf } from './selection.rules';
import type { Selection } from './selection.rules';

/** In place of the pictures of a day, or of a part of the fair, in which nothing was sold. */
export default function NothingYet({ board, selection }: { board: Board; selection: Selection }) {
  const { language } = useLanguage();
  const before = dayBefore(board);
  if (isFiltered(selection)) {
    return (
      <Empty
        title={m.filter_empty_title()}
        text={m.filter_empty_text()}
        action={
          <Link
            to="/board"
            search={searchOf(board.fair.code, { ...selection, zones: [], origins: [] })}
            className={buttons.button}
          >
            {m.filter_clear_all()}
          </Link>
        }
      />
    );
  }
  return (
    <Empty
      title={m.board_empty_title()}
      text={m.board_empty_text()}
      action={
        before && (
          <Link
            to="/board"
            search={{ fair: board.fair.code, day: before }}
            className={buttons.button}
          >
            {m.board_empty_action({ day: formatShortDay(before, language) })}
          </Link>
        )
      }
    />
  );
}
