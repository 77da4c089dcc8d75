import { useEffect, useState } from 'react';
import type { Board } from '../api/client';
import type { Problem } from '../api/problem';
import { nothingHeard, openBoardLine } from './board-line';
import type { Heard } from './board-line';
import { liveState } from './live.rules';
import type { LiveState } from './live.rules';

export interface LiveBoard {
  board: Board | null;
  /** Fair time up to which the numbers are known to hold; ISO instant of the server's clock. */
  asOf: string | null;
  state: LiveState;
  /** While stale or offline: the as-of of the last word from the server, else null. */
  since: string | null;
  /** Why there is no board to show, or why it may no longer be shown. */
  problem: Problem | null;
  /** Hangs up and asks again at once. */
  retry: () => void;
}

/** Today's board of a fair, kept live while the component stands and `isWanted`. */
export function useLiveBoard(fairId: string, isWanted: boolean): LiveBoard {
  const [openedAtMs] = useState(() => Date.now());
  const [heard, setHeard] = useState<Heard>(() => nothingHeard(fairId, openedAtMs));
  const [nowMs, setNowMs] = useState(openedAtMs);
  const [attempt, setAttempt] = useState(0);

  useEffect(
    () => (isWanted ? openBoardLine(fairId, setHeard) : undefined),
    [fairId, attempt, isWanted],
  );
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);

  const current = heard.fairId === fairId ? heard : nothingHeard(fairId, nowMs);
  const state = liveState(current.line, Math.max(nowMs, current.line.heardAtMs ?? 0));
  const isSilent = state === 'stale' || state === 'offline';
  const { board, asOf, problem } = current;
  const isBarred = problem !== null && problem.status >= 400 && problem.status < 500;
  return {
    board,
    asOf,
    state,
    since: isSilent ? asOf : null,
    problem: board === null || isBarred ? problem : null,
    retry: () => setAttempt((count) => count + 1),
  };
}
