import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { Board, BoardAsked } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatClock, formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { ErrorState } from '../ui/states';
import classes from './coverage-list.module.css';

const EVERY_MS = 15_000;

/** The same days, zones and origins as the board that is shown. */
const questionOf = ({ from, day, filter }: Board): BoardAsked => ({
  ...(from === day ? { day } : { from, to: day }),
  ...(filter.zones.length > 0 && { zone: filter.zones.join(',') }),
  ...(filter.origins.length > 0 && { origin: filter.origins.join(',') }),
});

/** By name, what a board's figures lack: booths not heard from, or phones silent with an open shift. */
export default function CoverageList({ board, of }: { board: Board; of: 'booths' | 'tills' }) {
  const { language } = useLanguage();
  const { fairId } = board;
  const query = questionOf(board);
  const asked = useQuery({
    queryKey: ['board-coverage', fairId, query],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/coverage', { params: { path: { fairId }, query } }),
        ),
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: EVERY_MS,
  });
  if (asked.data === undefined) {
    return asked.error ? (
      <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />
    ) : (
      <p>…</p>
    );
  }
  const { asOf, allocated, silentBooths, silentTills } = asked.data;
  const at = (instant: string) => formatHourMinute(instant, board.fair.timeZone, language);
  const till = ({ boothCode, zoneCode, exhibitorName, since, unsentCount }: Till) => {
    const words = { booth: boothCode, zone: zoneCode, name: exhibitorName };
    if (since === null) return m.coverage_till_never(words);
    return unsentCount > 0
      ? m.coverage_till_holds({
          ...words,
          time: at(since),
          count: formatCount(unsentCount, language),
        })
      : m.coverage_till({ ...words, time: at(since) });
  };
  const isOfBooths = of === 'booths';
  const rows = isOfBooths
    ? silentBooths.map((booth) => ({
        key: booth.boothId,
        words: m.coverage_booth({
          booth: booth.boothCode,
          zone: booth.zoneCode,
          names: booth.exhibitorNames.join(', '),
        }),
      }))
    : silentTills.map((each) => ({ key: each.registerId, words: till(each) }));
  const heading = !isOfBooths
    ? rows.length === 0 && m.coverage_no_tills()
    : rows.length === 0
      ? m.coverage_all_heard()
      : m.coverage_booths({
          count: formatCount(rows.length, language),
          allocated: formatCount(allocated, language),
        });
  return (
    <div className={classes.all}>
      {heading && <p className={classes.heading}>{heading}</p>}
      {rows.length > 0 && (
        <ul className={classes.list} tabIndex={0} aria-label={heading || m.board_silent_see()}>
          {rows.map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
      )}
      <p className={classes.asOf}>
        {m.as_of({ time: formatClock(asOf, board.fair.timeZone, language) })}
      </p>
    </div>
  );
}

interface Till {
  boothCode: string;
  zoneCode: string;
  exhibitorName: string;
  since: string | null;
  unsentCount: number;
}
