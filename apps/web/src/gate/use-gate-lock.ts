import { useCallback, useEffect, useState } from 'react';
import { idleLockMs } from '../pin/pin.rules';
import { lockAgain, lockWith, readLock, tryPin } from './gate-lock';
import type { GateLock } from './gate-lock';

const LOOK_MS = 15_000;

/** The lock of whoever counts on this phone; `undefined` until it is read. */
export function useGateLock(accountId: string) {
  const [lock, setLock] = useState<GateLock | null | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    readLock(accountId).then(
      (kept) => isHere && setLock(kept),
      /* A disk that is closed keeps no PIN. */
      () => isHere && setLock(null),
    );
    return () => {
      isHere = false;
    };
  }, [accountId]);

  const choose = useCallback(
    async (digits: string) => setLock(await lockWith(accountId, digits)),
    [accountId],
  );
  const close = useCallback(async () => {
    if (lock) setLock(await lockAgain(lock));
  }, [lock]);
  const open = useCallback(
    async (digits: string) => {
      const tried = await tryPin(accountId, digits);
      setLock(tried);
      return tried?.isLocked !== true;
    },
    [accountId],
  );

  const isOpen = lock?.isLocked === false;
  useEffect(() => {
    if (!isOpen) return;
    let activeAtMs = Date.now();
    const seen = () => (activeAtMs = Date.now());
    const look = () => {
      if (Date.now() - activeAtMs >= idleLockMs) void close();
    };
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, seen);
    const looking = setInterval(look, LOOK_MS);
    return () => {
      for (const event of events) window.removeEventListener(event, seen);
      clearInterval(looking);
    };
  }, [isOpen, close]);

  return { lock, choose, close, open };
}
