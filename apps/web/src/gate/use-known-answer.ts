import { useCallback, useEffect, useState } from 'react';
import { Problem } from '../api/problem';
import { keepKnown, recall } from './known';
import type { Asked } from './use-answer';

/** Nobody answered, or the server could not: what it said last still holds. */
const isUnheard = ({ status }: Problem) => status === 0 || status >= 500;

/**
 * Asks like `useAnswer`, and shows what was answered last under `name` until the answer is here: a
 * gate opens at once, and without a network. What the server refuses is not shown any longer.
 */
export function useKnownAnswer<Answer>(name: string, ask: () => Promise<Answer>) {
  const [turn, setTurn] = useState(0);
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'waiting' });
  useEffect(() => {
    let isWanted = true;
    let isAnswered = false;
    const recalled = recall<Answer>(name);
    void recalled.then((answer) => {
      if (isWanted && !isAnswered && answer !== undefined) setAsked({ state: 'answered', answer });
    });
    ask().then(
      (answer) => {
        isAnswered = true;
        void keepKnown(name, answer);
        if (isWanted) setAsked({ state: 'answered', answer });
      },
      async (fault: unknown) => {
        const problem = fault instanceof Problem ? fault : new Problem(0, 'page_fault');
        if (isUnheard(problem) && (await recalled) !== undefined) return;
        isAnswered = true;
        if (isWanted) setAsked({ state: 'failed', problem });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [name, ask, turn]);
  const again = useCallback(() => {
    setAsked({ state: 'waiting' });
    setTurn((now) => now + 1);
  }, []);
  /** Asks again behind what is shown. */
  const look = useCallback(() => setTurn((now) => now + 1), []);
  return { asked, again, look };
}
