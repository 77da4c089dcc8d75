import { useEffect } from 'react';
import { queryClient } from '../api/queries';
import { liveState } from '../live/live.rules';
import type { Line } from '../live/live.rules';
import { useLatePart } from '../ui/late-part';

const LOOK_AT_LINE_MS = 2_000;

/* Fairs whose news comes by itself now. */
const heard = new Set<string>();

/** How often to ask for a list of files: not at all while its news comes by itself. */
export const askEvery = (fairId: string, ms: number): number | false =>
  heard.has(fairId) ? false : ms;

const loadLine = () => import('../live/word-line');

/**
 * Keeps the lists of a fair's files, papers and archives as they are on the server, over the live line; while
 * the line is down or silent they are asked for again and again, as `askEvery` says.
 */
export function useLiveFiles(fairId: string): void {
  const part = useLatePart(loadLine, 0);
  useEffect(() => {
    if (!part) return;
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: ['reports', fairId, 'files'] });
      void queryClient.invalidateQueries({ queryKey: ['papers', fairId] });
      void queryClient.invalidateQueries({ queryKey: ['archives', fairId] });
    };
    let line: Line = { isConnected: false, openedAtMs: Date.now(), heardAtMs: null };
    const look = () => {
      const isLive = liveState(line, Date.now()) === 'live';
      if (isLive === heard.has(fairId)) return;
      if (isLive) heard.add(fairId);
      else heard.delete(fairId);
      /* With the answer each list decides anew how often it asks. */
      refresh();
    };
    const hangUp = part.openWordLine(
      'files',
      fairId,
      (now) => {
        line = now;
        look();
      },
      refresh,
    );
    const clock = setInterval(look, LOOK_AT_LINE_MS);
    return () => {
      clearInterval(clock);
      hangUp();
      heard.delete(fairId);
    };
  }, [part, fairId]);
}
