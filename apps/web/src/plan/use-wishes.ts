import { useQuery } from '@tanstack/react-query';
import { useLatePart } from '../ui/late-part';
import { wishesQuery } from './plan-requests';

const loadWords = () => import('../apply/wish-words');

/** What place each exhibitor asked for when it applied, on one line, by its id. */
export function useWishes(fairId: string): ReadonlyMap<string, string> {
  const { data } = useQuery(wishesQuery(fairId));
  const words = useLatePart(loadWords, data && data.length > 0 ? 0 : null);
  return new Map(
    words &&
      data?.map(({ exhibitorId, wishes, note }) => [exhibitorId, words.wishLine(wishes, note)]),
  );
}
