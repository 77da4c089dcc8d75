import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Board } from '../api/client';
import { answered, client, present } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema.generated';
import type { LiveState } from '../live/live.rules';
import { useLiveBoard } from '../live/use-live-board';
import { useCatchingUp } from './catching-up';
import { isFollowing } from './selection.rules';
import type { Selection } from './selection.rules';

export type BoothPage = components['schemas']['BoothPageDto'];
export type ZonePage = components['schemas']['ZonePageDto'];

/** A page of one place: again at most this often when the live line brings news. */
const NEWS_EVERY_MS = 2_000;
/** Phones fall silent without any news; a day that is over changes when a till reports late. */
const LOOK_EVERY_MS = 30_000;

const periodOf = ({ day, from, to }: Selection) => ({
  ...(day !== undefined && { day }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

const boothQuery = (fairId: string, boothCode: string, query: ReturnType<typeof periodOf>) =>
  queryOptions({
    queryKey: ['board-booth', fairId, boothCode, query],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/booths/{boothCode}', {
            params: { path: { fairId, boothCode }, query },
          }),
        ),
      ),
  });

const zoneQuery = (fairId: string, zoneCode: string, query: ReturnType<typeof periodOf>) =>
  queryOptions({
    queryKey: ['board-zone', fairId, zoneCode, query],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/zones/{zoneCode}', {
            params: { path: { fairId, zoneCode }, query },
          }),
        ),
      ),
  });

export interface Followed<Page> {
  page: Page | undefined;
  asOf: string | null;
  state: LiveState | 'past';
  /** While stale or offline: up to when the figures hold. */
  since: string | null;
  problem: Error | null;
  /** Of the live line; null while it says nothing. */
  clock: Board['clock'] | null;
  retry: () => void;
}

export function useBoothPage(
  fairId: string,
  code: string,
  selection: Selection,
): Followed<BoothPage> {
  const part = useQuery({
    ...boothQuery(fairId, code, periodOf(selection)),
    refetchInterval: LOOK_EVERY_MS,
  });
  return useFollowed(fairId, selection, part);
}

export function useZonePage(
  fairId: string,
  code: string,
  selection: Selection,
): Followed<ZonePage> {
  const part = useQuery({
    ...zoneQuery(fairId, code, periodOf(selection)),
    refetchInterval: LOOK_EVERY_MS,
  });
  return useFollowed(fairId, selection, part);
}

type Part<Page> = Parameters<typeof useCatchingUp>[0] & {
  data: Page | undefined;
  error: Error | null;
};

/** Asked for again when the live line of today's board brings a higher version. */
function useFollowed<Page extends { version: number; asOf: string }>(
  fairId: string,
  selection: Selection,
  part: Part<Page>,
): Followed<Page> {
  const isFollowed = isFollowing(selection);
  const live = useLiveBoard(fairId, isFollowed);
  const version = isFollowed ? (live.board?.version ?? 0) : 0;
  useCatchingUp(part, version, NEWS_EVERY_MS);
  const page = part.data;
  const isRefused =
    part.error instanceof Problem && part.error.status >= 400 && part.error.status < 500;
  return {
    page,
    asOf: isFollowed && page?.version === version ? live.asOf : (page?.asOf ?? null),
    state: isFollowed ? live.state : 'past',
    since: isFollowed && live.since !== null ? (page?.asOf ?? live.since) : null,
    problem: part.error && (page === undefined || isRefused) ? part.error : live.problem,
    clock: live.board?.clock ?? null,
    retry: () => {
      void part.refetch();
      if (isFollowed) live.retry();
    },
  };
}
