import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/queries';

const keyOf = (fairId: string) => `phien.earlier.${fairId}`;

/* A browser that keeps nothing compares with the last fair each time it opens. */
function keptBase(fairId: string): string {
  try {
    return localStorage.getItem(keyOf(fairId)) ?? '';
  } catch {
    return '';
  }
}

const queryKeyOf = (fairId: string) => ['earlier-choice', fairId];

/** The fair that whoever looks has chosen to compare with, on this device; '': the last one. */
export const useChosenBase = (fairId: string): string =>
  useQuery({
    queryKey: queryKeyOf(fairId),
    queryFn: () => keptBase(fairId),
    initialData: () => keptBase(fairId),
    staleTime: Infinity,
  }).data;

export function chooseBase(fairId: string, base: string): void {
  queryClient.setQueryData(queryKeyOf(fairId), base);
  try {
    if (base === '') localStorage.removeItem(keyOf(fairId));
    else localStorage.setItem(keyOf(fairId), base);
  } catch {
    /* Then it holds until the page is closed. */
  }
}
