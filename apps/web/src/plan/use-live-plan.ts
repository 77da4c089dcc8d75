import { useEffect, useEffectEvent, useState } from 'react';
import { liveState } from '../live/live.rules';
import type { Line, LiveState } from '../live/live.rules';
import { openWordLine } from '../live/word-line';

/** Keeps a fair's plan live: `onNews` when it has moved. Answers how the line stands. */
export function useLivePlan(fairId: string, onNews: () => void): LiveState {
  const [line, setLine] = useState<Line>(() => ({
    isConnected: false,
    openedAtMs: Date.now(),
    heardAtMs: null,
  }));
  const [nowMs, setNowMs] = useState(line.openedAtMs);
  const tell = useEffectEvent(onNews);
  useEffect(() => openWordLine('plan', fairId, setLine, () => tell()), [fairId]);
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  return liveState(line, Math.max(nowMs, line.heardAtMs ?? 0));
}
