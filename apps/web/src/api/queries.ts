import { QueryClient, queryOptions } from '@tanstack/react-query';
import { readBoard, readFair, readFairs, readSession } from './client';
import type { BoardAsked } from './client';
import { Problem } from './problem';

/* A refusal stays a refusal however often it is asked; only silence is worth a second try. */
const worthAnotherTry = (count: number, problem: Error) =>
  count < 2 && problem instanceof Problem && (problem.status === 0 || problem.status >= 500);

/*
 * Asked whatever the browser thinks of its network: the server may stand in the same hall, or on the
 * same machine. What gets no answer says so, instead of waiting, or being done behind one's back later.
 */
const networkMode = 'always';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode,
      refetchOnReconnect: true,
      staleTime: 30_000,
      retry: worthAnotherTry,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode },
  },
});

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession });

export const fairsQuery = queryOptions({ queryKey: ['fairs'], queryFn: readFairs });

/** One fair with its zone, its days and its settings. */
export const fairQuery = (fairId: string) =>
  queryOptions({ queryKey: ['fair', fairId], queryFn: () => readFair(fairId) });

/** A day, a period, or a part of the fair; a day that is over changes when a till reports late. */
export const boardQuery = (fairId: string, asked: BoardAsked) =>
  queryOptions({
    queryKey: ['board', fairId, asked],
    queryFn: () => readBoard(fairId, asked),
    refetchInterval: 60_000,
  });
