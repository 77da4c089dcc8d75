/**
 * Asks again at each news, and never twice at once: while a plan gets better, words come faster than
 * answers, and an answer that the next asking cuts off would never be seen. What came meanwhile is
 * asked for once, afterwards.
 */
export function oneAtATime(ask: () => Promise<void>): () => void {
  let isAsking = false;
  let isBehind = false;
  const news = () => {
    isBehind = isAsking;
    if (isAsking) return;
    isAsking = true;
    const next = () => {
      isAsking = false;
      if (isBehind) news();
    };
    ask().then(next, next);
  };
  return news;
}
