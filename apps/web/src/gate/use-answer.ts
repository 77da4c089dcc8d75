import { useCallback, useEffect, useState } from 'react';
import { Problem } from '../api/problem';

export type Asked<Answer> =
  | { state: 'waiting' }
  | { state: 'answered'; answer: Answer }
  | { state: 'failed'; problem: Problem };

/** Asks once for each `ask`, and again when told to; an answer to an older question is dropped. */
export function useAnswer<Answer>(ask: () => Promise<Answer>) {
  const [turn, setTurn] = useState(0);
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'waiting' });
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (answer) => isWanted && setAsked({ state: 'answered', answer }),
      (fault: unknown) => {
        const problem = fault instanceof Problem ? fault : new Problem(0, 'page_fault');
        if (isWanted) setAsked({ state: 'failed', problem });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [ask, turn]);
  const again = useCallback(() => {
    setAsked({ state: 'waiting' });
    setTurn((now) => now + 1);
  }, []);
  return { asked, again };
}
