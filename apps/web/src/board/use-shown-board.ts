import { useEffect } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Board } from '../api/client';
import { Problem } from '../api/problem';
import { boardQuery } from '../api/queries';
import type { LiveState } from '../live/live.rules';
import { useLiveBoard } from '../live/use-live-board';
import { askedOf, isFollowing, isPlainToday } from './selection.rules';
import type { Selection } from './selection.rules';

export interface ShownBoard {
  board: Board | null;
  /** Any board of the fair, for its name, days and zones; stands also where the asked one is refused. */
  frame: Board | null;
  /** What stands on screen belongs to the choice before; the answer is on its way. */
  isBusy: boolean;
  asOf: string | null;
  state: LiveState | 'past';
  /** While stale or offline: the as-of of the last word from the server, else null. */
  since: string | null;
  problem: Error | null;
  retry: () => void;
}

/** A part of the board is asked for again at most this often. */
const PART_EVERY_MS = 2_000;

/**
 * The board of a selection. Today's whole board comes by the live line; a period or a part of the
 * fair is asked for, and again whenever the line brings a higher version.
 */
export function useShownBoard(fairId: string, selection: Selection): ShownBoard {
  const isPlain = isPlainToday(selection);
  const isFollowed = isFollowing(selection);
  const live = useLiveBoard(fairId, isFollowed);
  const part = useQuery({
    ...boardQuery(fairId, askedOf(selection)),
    enabled: !isPlain,
    placeholderData: keepPreviousData,
    refetchInterval: isFollowed ? false : 60_000,
  });
  const version = isFollowed && !isPlain ? live.board?.version : undefined;
  const { data, isFetching, refetch, isPlaceholderData } = part;
  const askedAtMs = Math.max(part.dataUpdatedAt, part.errorUpdatedAt);
  const shownVersion = isPlaceholderData ? undefined : data?.version;
  useEffect(() => {
    const isNews =
      version !== undefined && shownVersion !== undefined && shownVersion < version && !isFetching;
    if (!isNews) return;
    const wait = Math.max(0, askedAtMs + PART_EVERY_MS - Date.now());
    const asking = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(asking);
  }, [version, shownVersion, isFetching, askedAtMs, refetch]);

  if (isPlain) {
    const { board, asOf, state, since, problem, retry } = live;
    return { board, frame: board, isBusy: false, asOf, state, since, problem, retry };
  }
  const board = data?.fairId === fairId ? data : null;
  const isCurrent = board !== null && live.board?.version === board.version;
  return {
    board,
    frame: board ?? live.board,
    isBusy: isPlaceholderData,
    asOf: isFollowed && isCurrent ? live.asOf : (board?.asOf ?? null),
    state: isFollowed ? live.state : 'past',
    since: isFollowed && live.since !== null ? (board?.asOf ?? live.since) : null,
    problem: part.error && (board === null || isRefusal(part.error)) ? part.error : live.problem,
    retry: () => {
      void refetch();
      if (isFollowed) live.retry();
    },
  };
}

const isRefusal = (problem: Error) =>
  problem instanceof Problem && problem.status >= 400 && problem.status < 500;
