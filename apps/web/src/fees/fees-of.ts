import { useQueryClient } from '@tanstack/react-query';
import { feesKey, tariffQuery } from './fee-requests';
import type { Tariff } from './fee-requests';

/** Where a part of the fees stands. */
export interface FeesOf {
  fairId: string;
  fairCode: string;
  login: string;
}

/** After a change: the tariff as the server answered it, everything else asked anew. */
export function useTariffKept(fairId: string): (tariff: Tariff) => void {
  const cache = useQueryClient();
  return (tariff) => {
    cache.setQueryData(tariffQuery(fairId).queryKey, tariff);
    void cache.invalidateQueries({ queryKey: feesKey(fairId) });
  };
}
