import { useEffect, useState } from 'react';
import { importAnew } from './import-anew';

const AGAIN_MS = 4_000;

/**
 * A part of a screen that is fetched `inMs` from now; null until it is there, and not asked for while
 * `inMs` is null. While it cannot be fetched it is asked for again, and what stands goes on: an open
 * board outlives cuts of the network and new versions of the server.
 */
export function useLatePart<Part>(load: () => Promise<Part>, inMs: number | null): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (part || inMs === null) return;
    let asking = 0;
    let isWaiting = true;
    const askIn = (ms: number, ask: typeof load) => {
      const again = (failure: unknown) =>
        isWaiting && askIn(AGAIN_MS, () => importAnew(failure, load));
      asking = window.setTimeout(() => void ask().then(setPart, again), ms);
    };
    askIn(inMs, load);
    return () => {
      isWaiting = false;
      clearTimeout(asking);
    };
  }, [part, inMs, load]);
  return part;
}
