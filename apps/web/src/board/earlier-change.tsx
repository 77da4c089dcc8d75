import { useEffect, useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatBigVnd, formatVnd } from '@phien/kernel';
import { answered, client, present } from '../api/client';
import type { Board } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema.generated';
import { useLanguage } from '../i18n/language';
import { formatChange, formatCount } from '../i18n/numbers';
import { formatDays, formatMinute, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { chooseBase, useChosenBase } from './earlier-choice';
import choice from './earlier-choice.module.css';
import classes from './key-figures.module.css';
import { isFiltered } from './selection.rules';

type Earlier = components['schemas']['BoardEarlierDto'];
type SameDays = components['schemas']['SameDaysDto'];
export type ComparedFigure = 'revenue' | 'sales' | 'visits';

const EVERY_MS = 30_000;

/** The same days of another fair of this house, the last unless chosen, asked once for all figures. */
function useEarlierFair({ fairId, from, day, filter }: Board) {
  const base = useChosenBase(fairId);
  const period = from === day ? { day } : { from, to: day };
  const query = base === '' ? period : { ...period, base };
  const asked = useQuery({
    queryKey: ['board-earlier', fairId, query],
    enabled: !isFiltered(filter),
    staleTime: EVERY_MS / 2,
    refetchInterval: EVERY_MS,
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/earlier', { params: { path: { fairId }, query } }),
        ),
      ),
  });
  /* A fair that may not be seen any more is no choice. */
  const isGone = asked.error instanceof Problem && asked.error.status === 404;
  useEffect(() => {
    if (isGone) chooseBase(fairId, '');
  }, [isGone, fairId]);
  return asked;
}

const figureOf = (same: SameDays, figure: ComparedFigure) =>
  ({
    revenue: { own: same.ownRevenueVnd, base: same.revenueVnd, change: same.revenueChange },
    sales: { own: same.ownSalesCount, base: same.salesCount, change: same.salesChange },
    visits: { own: same.ownEntries, base: same.entries, change: same.entriesChange },
  })[figure];

const numbersOf = ({ firstNumber: first, lastNumber: last }: SameDays) =>
  first === last ? m.earlier_day({ first }) : m.earlier_days({ first, last });

/* The last fair, or the one that was chosen instead. */
const whichOf = ({ base, choices }: Earlier) =>
  base?.fairId === choices[0]?.fairId ? m.earlier_last() : m.earlier_chosen();

const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export interface EarlierProps {
  board: Board;
  figure: ComparedFigure;
}

/** Below a key figure: its change since the same days of the base, whose value is printed. */
export function EarlierChange({ board, figure }: EarlierProps) {
  const { language } = useLanguage();
  const { data } = useEarlierFair(board);
  const same = data?.comparison;
  if (!data?.base || !same || isFiltered(board.filter)) return null;
  const { base, change } = figureOf(same, figure);
  const days = numbersOf(same);
  const title = language === 'vi' ? data.base.nameVi : data.base.nameEn;
  const which = whichOf(data);
  if (change === null) {
    return <span title={title}>{m.earlier_zero({ which: begun(which), days })}</span>;
  }
  const words = {
    which,
    change: formatChange(change, language),
    base: figure === 'revenue' ? formatBigVnd(base, language) : formatCount(base, language),
    days,
  };
  const line =
    same.upToMinute === null
      ? m.earlier_whole(words)
      : m.earlier_to_minute({ ...words, time: formatMinute(same.upToMinute) });
  const isMeasured = figure === 'revenue' && same.isMeasuredOnly && board.revenue.declaredVnd !== 0;
  return <span title={title}>{isMeasured ? m.compare_measured({ change: line }) : line}</span>;
}

/** Which fair that was, and the arithmetic; where to go when there is none. */
export function EarlierMeaning({ board, figure }: EarlierProps) {
  const { language } = useLanguage();
  const { data } = useEarlierFair(board);
  if (isFiltered(board.filter)) return <p className={classes.base}>{m.earlier_filtered()}</p>;
  if (!data) return null;
  const { base: last, comparison: same } = data;
  const published = (
    <Link to="/compare" search={{ fair: board.fair.code }}>
      {m.earlier_published()}
    </Link>
  );
  if (last === null) {
    return (
      <p className={classes.base}>
        {m.earlier_none()} {published}
      </p>
    );
  }
  const fair = language === 'vi' ? last.nameVi : last.nameEn;
  const which = begun(whichOf(data));
  if (same === null) {
    return (
      <>
        <p className={classes.base}>
          {m.earlier_shorter({ which, fair })} {published}
        </p>
        <BaseChoice fairId={board.fairId} earlier={data} />
      </>
    );
  }
  const told = (value: number) =>
    figure === 'revenue' ? formatVnd(value, language) : formatCount(value, language);
  const { own, base } = figureOf(same, figure);
  const words = {
    which,
    fair,
    own: told(own),
    base: told(base),
    days: numbersOf(same),
    period:
      same.from === same.to
        ? formatShortDay(same.to, language)
        : formatDays(same.from, same.to, language),
  };
  return (
    <>
      <p className={classes.base}>
        {same.upToMinute === null
          ? m.earlier_meaning_whole(words)
          : m.earlier_meaning({ ...words, time: formatMinute(same.upToMinute) })}{' '}
        {published}
      </p>
      <BaseChoice fairId={board.fairId} earlier={data} />
    </>
  );
}

/** Which of several fairs that are over is compared with: for whoever looks, on this device. */
function BaseChoice({ fairId, earlier }: { fairId: string; earlier: Earlier }) {
  const { language } = useLanguage();
  const field = useId();
  const { base, choices } = earlier;
  if (choices.length < 2) return null;
  return (
    <p className={classes.base}>
      <label htmlFor={field}>{m.earlier_choose()}</label>{' '}
      <select
        id={field}
        className={choice.choice}
        value={base?.fairId}
        onChange={({ currentTarget: { value } }) =>
          chooseBase(fairId, value === choices[0]?.fairId ? '' : value)
        }
      >
        {choices.map((each) => (
          <option key={each.fairId} value={each.fairId}>
            {language === 'vi' ? each.nameVi : each.nameEn} ·{' '}
            {formatDays(each.firstDay, each.lastDay, language)}
          </option>
        ))}
      </select>
    </p>
  );
}
