import { Suspense, lazy, useCallback, useMemo, useState } from 'react';
import type { ComponentType } from 'react';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { importAnew } from '../ui/import-anew';
import { Skeleton } from '../ui/states';
import { SaveTwin } from '../ui/table-twin';
import type { ShownTwin } from '../ui/table-twin';
import classes from './board-pictures.module.css';
import { dayLine } from './day-line.rules';
import type { EarlierProps } from './earlier-change';
import { GatesCard } from './gates-card';
import { KeyFigures } from './key-figures';
import { OriginsCard } from './origins-card';
import { RankingCard } from './ranking-card';
import { isFiltered } from './selection.rules';
import type { Selection } from './selection.rules';
import { StarsCard } from './stars-card';
import { WhenSeen } from './when-seen';
import { ZonesCard } from './zones-card';

/* The charting library is a third of this screen's bytes: the numbers do not wait for it. */
const DayLineCard = lazy(() => import('./day-line-card'));
const DaysCard = lazy(() => import('./days-card'));
const NothingYet = lazy(() => import('./nothing-yet'));
const loadFurther = () => import('./further-pictures');
const loadCsv = () => import('./board-csv');

interface BoardPicturesProps {
  board: Board;
  selection: Selection;
  isBusy: boolean;
}

/** Every picture of one board, each with its table. */
export function BoardPictures({ board, selection, isBusy }: BoardPicturesProps) {
  const { language } = useLanguage();
  const save = useCallback(
    async (twin: ShownTwin) => {
      const part = await loadCsv().catch((failure: unknown) => importAnew(failure, loadCsv));
      part.saveBoardTwin(board, twin, language);
    },
    [board, language],
  );
  const [Earlier, giveEarlier] = useState<ComponentType<EarlierProps> | null>(null);
  const isOneDay = board.from === board.day;
  const line = useMemo(() => (isOneDay ? dayLine(board) : null), [board, isOneDay]);
  return (
    <div className={`${classes.page} ${isBusy ? classes.busy : ''}`} aria-busy={isBusy}>
      <KeyFigures board={board} line={line} Earlier={Earlier} />
      {isEmpty(board) ? (
        <Suspense>
          <NothingYet board={board} selection={selection} />
        </Suspense>
      ) : (
        <SaveTwin value={save}>
          <div className={classes.grid}>
            <div className={classes.line}>
              <Suspense fallback={<Skeleton shapes={[420]} />}>
                {line ? (
                  <DayLineCard board={board} line={line} />
                ) : (
                  <DaysCard board={board} selection={selection} />
                )}
              </Suspense>
            </div>
            <RankingCard board={board} selection={selection} className={classes.ranking} />
            <ZonesCard board={board} selection={selection} />
            <OriginsCard board={board} />
            <StarsCard board={board} />
            <GatesCard board={board} />
          </div>
          <WhenSeen height={700} className={classes.further} load={loadFurther}>
            {(FurtherPictures, isSeen) => (
              <FurtherPictures
                board={board}
                selection={selection}
                isSeen={isSeen}
                giveEarlier={giveEarlier}
              />
            )}
          </WhenSeen>
        </SaveTwin>
      )}
      <Source board={board} />
    </div>
  );
}

/* Visits are no answer to a filter, so under one it is the sales that count. */
function isEmpty(board: Board): boolean {
  if (board.sales.count > 0 || board.sales.refundCount > 0 || board.revenue.declaredVnd)
    return false;
  return isFiltered(board.filter) || board.days.every(({ entries }) => entries === 0);
}

function Source({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { checkedAt, differenceCount } = board.reconciliation;
  /* Twice as patient as the health page: the largest fairs are compared less often. */
  const isOld = Date.parse(board.asOf) - Date.parse(checkedAt ?? '') > 600_000 * board.clock.speed;
  return (
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
  );
}
