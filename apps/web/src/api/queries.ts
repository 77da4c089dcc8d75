import { QueryClient, queryOptions } from '@tanstack/react-query';
import { readBoard, readFairs, readSession } from './client';
import { Problem } from './problem';

/* A refusal stays a refusal however often it is asked; only silence is worth a second try. */
const worthAnotherTry = (count: number, problem: Error) =>
  count < 2 && problem instanceof Problem && (problem.status === 0 || problem.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthAnotherTry, refetchOnWindowFocus: false },
  },
});

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession });

export const fairsQuery = queryOptions({ queryKey: ['fairs'], queryFn: readFairs });

/** A day that is over; it still changes when a till reports late. */
export const pastBoardQuery = (fairId: string, day: string) =>
  queryOptions({
    queryKey: ['board', fairId, day],
    queryFn: () => readBoard(fairId, day),
    refetchInterval: 60_000,
  });
