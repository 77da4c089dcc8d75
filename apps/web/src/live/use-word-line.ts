import { useEffect, useEffectEvent, useState } from 'react';
import { liveState } from './live.rules';
import type { Line, LiveState } from './live.rules';
import { openWordLine } from './word-line';
import type { WordTopic } from './word-line';

/** Keeps a topic of a fair live: `onNews` when it has moved. Answers how the line stands. */
export function useWordLine(topic: WordTopic, fairId: string, onNews: () => void): LiveState {
  const [line, setLine] = useState<Line>(() => ({
    isConnected: false,
    openedAtMs: Date.now(),
    heardAtMs: null,
  }));
  const [nowMs, setNowMs] = useState(line.openedAtMs);
  const tell = useEffectEvent(onNews);
  useEffect(() => openWordLine(topic, fairId, setLine, () => tell()), [topic, fairId]);
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  return liveState(line, Math.max(nowMs, line.heardAtMs ?? 0));
}
