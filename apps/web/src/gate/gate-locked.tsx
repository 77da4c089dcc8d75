import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChoosePinDialog, LockedDialog } from './lock-dialog';
import { useGateLock } from './use-gate-lock';

export interface GateLockedProps {
  /** Who counts on this phone. */
  accountId: string;
  name: string;
  /** What is locked, and what locks it; null where nothing can. */
  children: (lock: (() => void) | null) => ReactNode;
}

/** A phone that is handed around is locked by whoever counts with it; it goes on sending. */
export default function GateLocked({ accountId, name, children }: GateLockedProps): ReactNode {
  const { lock, choose, close, open } = useGateLock(accountId);
  const [isChoosing, setChoosing] = useState(false);
  if (lock === undefined) return null;
  return (
    <>
      {children(() => (lock === null ? setChoosing(true) : void close()))}
      {isChoosing && (
        <ChoosePinDialog
          onChoose={(digits) => void choose(digits).finally(() => setChoosing(false))}
          onClose={() => setChoosing(false)}
        />
      )}
      {lock?.isLocked && (
        <LockedDialog name={name} lockedUntilMs={lock.tries.lockedUntilMs} onTry={open} />
      )}
    </>
  );
}
