import { useEffect } from 'react';
import type { ComponentType, Dispatch, SetStateAction } from 'react';
import type { Board } from '../api/client';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { ErrorState, Skeleton } from '../ui/states';
import { ClassesCard } from './classes-card';
import { EarlierChange } from './earlier-change';
import type { EarlierProps } from './earlier-change';
import classes from './further-pictures.module.css';
import { useBoardMap, useBooths, usePlanPicture, useSplits } from './further-requests';
import { HeatCard } from './heat-card';
import { PlacesCard } from './places-card';
import { askedOf } from './selection.rules';
import type { Selection } from './selection.rules';

/** What is below the first screen: the plan by heat, places and product classes. */
export default function FurtherPictures({
  board,
  selection,
  isSeen,
  giveEarlier,
}: {
  board: Board;
  selection: Selection;
  /** Nobody has scrolled here yet: it is only ready for the printer. */
  isSeen: boolean;
  /** Hands the figures above what they had no room for in the first bytes. */
  giveEarlier: Dispatch<SetStateAction<ComponentType<EarlierProps> | null>>;
}) {
  const { language } = useLanguage();
  useEffect(() => giveEarlier(() => EarlierChange), [giveEarlier]);
  const asked = askedOf(selection);
  const plan = usePlanPicture(board.fairId);
  const booths = useBooths(board.fairId, asked, board.version, isSeen);
  const splits = useSplits(board.fairId, asked, board.version, isSeen);
  const map = useBoardMap(board.fairId);
  const failed = [plan, booths].find((query) => query.isError && query.data === undefined);
  const refused = splits.error instanceof Problem && splits.error.status === 403;

  /* On paper these figures stand below newer ones: they say of when they are. */
  const asOf = [booths.data, splits.data].flatMap((part) => part?.asOf ?? []).sort()[0];
  return (
    <div className={classes.grid}>
      {asOf !== undefined && (
        <p className={classes.printed}>
          {m.as_of({ time: formatDateTime(asOf, board.fair.timeZone, language) })}
        </p>
      )}
      <div className={classes.heat}>
        {failed?.error ? (
          <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
        ) : plan.data && booths.data ? (
          <HeatCard
            board={board}
            selection={selection}
            plan={plan.data}
            page={booths.data}
            isSeen={isSeen}
          />
        ) : (
          <Skeleton shapes={[560]} />
        )}
      </div>
      {splits.data && !refused ? (
        <>
          <PlacesCard splits={splits.data} map={map.data ?? null} origins={board.filter.origins} />
          <ClassesCard splits={splits.data} />
        </>
      ) : splits.error ? (
        refused ? (
          <p className={classes.note}>
            {splits.error instanceof Problem && splits.error.sentence(language)}
          </p>
        ) : (
          <ErrorState problem={splits.error} onRetry={() => void splits.refetch()} />
        )
      ) : (
        <Skeleton shapes={[280]} />
      )}
      <span className="onlyForReaders" role="status">
        {failed ? m.heat_failed() : ''}
      </span>
    </div>
  );
}
