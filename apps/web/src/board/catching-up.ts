import { useEffect } from 'react';

interface Versioned {
  data: { version: number } | undefined;
  isFetching: boolean;
  isPlaceholderData: boolean;
  dataUpdatedAt: number;
  errorUpdatedAt: number;
  refetch: () => Promise<unknown>;
}

/** Asks again, not more often than that, while the board beside it shows a higher version. */
export function useCatchingUp(part: Versioned, version: number, everyMs: number): void {
  const { data, isFetching, isPlaceholderData, refetch } = part;
  const askedAtMs = Math.max(part.dataUpdatedAt, part.errorUpdatedAt);
  const isBehind =
    data !== undefined && !isPlaceholderData && !isFetching && data.version < version;
  useEffect(() => {
    if (!isBehind) return;
    const wait = Math.max(0, askedAtMs + everyMs - Date.now());
    const asking = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(asking);
  }, [isBehind, everyMs, askedAtMs, refetch]);
}
