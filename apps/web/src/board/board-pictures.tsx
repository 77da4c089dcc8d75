import { Suspense, lazy, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Board } from '../api/client';
import { pastBoardQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDateTime, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty, Skeleton } from '../ui/states';
import classes from './board-pictures.module.css';
import { compare, dayBefore } from './comparison.rules';
import { dayLine } from './day-line.rules';
import { GatesCard } from './gates-card';
import { KeyFigures } from './key-figures';
import { OriginsCard } from './origins-card';
import { RankingCard } from './ranking-card';
import { StarsCard } from './stars-card';
import { ZonesCard } from './zones-card';

/* The charting library is a third of this screen's bytes: the numbers do not wait for it. */
const DayLineCard = lazy(() => import('./day-line-card'));

/** Every picture of one board, each with its table. */
export function BoardPictures({ board }: { board: Board }) {
  const { language } = useLanguage();
  const before = dayBefore(board);
  const earlier = useQuery({
    ...pastBoardQuery(board.fairId, before ?? ''),
    enabled: before !== null,
    refetchInterval: false,
    staleTime: 300_000,
  });
  const comparison = earlier.data ? compare(board, earlier.data) : null;
  const line = useMemo(() => dayLine(board), [board]);
  const isEmpty = board.minutes.length === 0 && board.sales.count === 0;
  const { checkedAt, differenceCount } = board.reconciliation;
  /* Twice as patient as the health page: the largest fairs are compared less often. */
  const isOld = Date.parse(board.asOf) - Date.parse(checkedAt ?? '') > 600_000 * board.clock.speed;

  return (
    <>
      <KeyFigures board={board} line={line} comparison={comparison} />
      {isEmpty ? (
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
      ) : (
        <div className={classes.grid}>
          <div className={classes.line}>
            <Suspense fallback={<Skeleton shapes={[420]} />}>
              <DayLineCard board={board} line={line} />
            </Suspense>
          </div>
          <RankingCard board={board} className={classes.ranking} />
          <ZonesCard board={board} />
          <OriginsCard board={board} />
          <StarsCard board={board} />
          <GatesCard board={board} />
        </div>
      )}
      <footer className={classes.source}>
        <p>{m.source_line({ zone: board.fair.timeZone })}</p>
        {checkedAt !== null && differenceCount === 0 && (
          <p>
            {(isOld ? m.reconciled_long_ago : m.reconciled)({
              time: formatDateTime(checkedAt, board.fair.timeZone, language),
            })}
          </p>
        )}
      </footer>
    </>
  );
}
