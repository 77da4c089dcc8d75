import { useEffect, useState } from 'react';
import { Problem } from '../api/problem';
import { keptPlan, readPlan } from './kept-plan';
import type { ReadPlan } from './kept-plan';

const LOOK_AGAIN_MS = 300_000;

export interface PlanHere {
  read: ReadPlan | null;
  /** Why the server's plan is not here; what was kept stands meanwhile. */
  problem: Problem | null;
  retry: () => void;
}

/**
 * The plan of a fair: at once as it was kept on this device, then as the server has it, which is
 * asked again now and then, when the network is back and when somebody looks again.
 */
export function usePublicPlan(fairCode: string | null): PlanHere {
  const [read, setRead] = useState<ReadPlan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(
    fairCode === null ? new Problem(404, 'fair_not_published') : null,
  );
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (fairCode === null) return;
    let isCurrent = true;
    const look = () =>
      void readPlan(fairCode).then(
        (found) => {
          if (!isCurrent) return;
          setRead(found);
          setProblem(null);
        },
        (failure: unknown) => {
          if (!isCurrent) return;
          const found = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
          setProblem(found);
          /* What was withdrawn is gone here too; a network that comes and goes takes nothing away. */
          if (found.status === 404) setRead(null);
        },
      );
    const lookIfSeen = () => document.hidden || look();
    void keptPlan(fairCode).then((kept) => {
      if (isCurrent && kept) setRead((newer) => newer ?? kept);
      look();
    });
    const timer = setInterval(lookIfSeen, LOOK_AGAIN_MS);
    window.addEventListener('online', look);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      isCurrent = false;
      clearInterval(timer);
      window.removeEventListener('online', look);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [fairCode, asked]);
  const retry = () => {
    setProblem(null);
    setAsked((times) => times + 1);
  };
  return { read, problem, retry };
}
