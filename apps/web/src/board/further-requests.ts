import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { BoardAsked } from '../api/client';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { useCatchingUp } from './catching-up';

export type BoothsPage = components['schemas']['BoardBoothsPageDto'];
export type BoothOnBoard = BoothsPage['booths'][number];
export type BoardMap = components['schemas']['BoardMapDto'];
export type Steps = components['schemas']['BoardStepsDto'];
export type Splits = components['schemas']['BoardSplitsDto'];

/**
 * A rank moves less than a total: every booth is asked for again at most this often, and less while
 * nobody has scrolled to it, since the answer is the largest that a phone on this screen fetches.
 */
const EVERY_MS = 2_000;
const UNSEEN_EVERY_MS = 30_000;
/** Hours that are over hardly change. */
const STEPS_EVERY_MS = 10_000;

const boothsQuery = (fairId: string, query: BoardAsked) =>
  queryOptions({
    queryKey: ['board-booths', fairId, query],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/booths', { params: { path: { fairId }, query } }),
        ),
      ),
  });

const stepsQuery = (fairId: string, query: BoardAsked) =>
  queryOptions({
    queryKey: ['board-steps', fairId, query],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/steps', { params: { path: { fairId }, query } }),
        ),
      ),
  });

const splitsQuery = (fairId: string, query: BoardAsked) =>
  queryOptions({
    queryKey: ['board-splits', fairId, query],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/splits', { params: { path: { fairId }, query } }),
        ),
      ),
  });

/** Where provinces and communes are; it hardly changes while a fair runs. */
export const useBoardMap = (fairId: string) =>
  useQuery({
    queryKey: ['board-map', fairId],
    staleTime: 300_000,
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/board/map', { params: { path: { fairId } } }),
        ),
      ),
  });

/** The hall with its zones, booths and words; it hardly changes while a fair runs. */
const planQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['plan-picture', fairId],
    staleTime: 300_000,
    queryFn: async () => {
      const params = { params: { path: { fairId } } };
      const [hall, zones, booths, features] = await Promise.all([
        answered(client.GET('/api/fairs/{fairId}', params)),
        answered(client.GET('/api/fairs/{fairId}/zones', params)),
        answered(client.GET('/api/fairs/{fairId}/booths', params)),
        answered(client.GET('/api/fairs/{fairId}/features', params)),
      ]);
      return {
        hall: present(hall),
        zones: present(zones),
        booths: present(booths),
        features: present(features),
      };
    },
  });

export type PlanPicture = NonNullable<ReturnType<typeof usePlanPicture>['data']>;

export const usePlanPicture = (fairId: string) => useQuery(planQuery(fairId));

const paceOf = (isSeen: boolean) => (isSeen ? EVERY_MS : UNSEEN_EVERY_MS);

export function useBooths(fairId: string, asked: BoardAsked, version: number, isSeen: boolean) {
  const part = useQuery({ ...boothsQuery(fairId, asked), placeholderData: keepPreviousData });
  useCatchingUp(part, version, paceOf(isSeen));
  return part;
}

export function useSplits(fairId: string, asked: BoardAsked, version: number, isSeen: boolean) {
  const part = useQuery({ ...splitsQuery(fairId, asked), placeholderData: keepPreviousData });
  useCatchingUp(part, version, paceOf(isSeen));
  return part;
}

/**
 * The steps of one day, once somebody sees the plan. Asked again only while nothing plays: colours
 * that change under a moving picture could not be compared.
 */
export function useSteps(
  fairId: string,
  asked: BoardAsked,
  version: number,
  { isSeen, isPlaying }: { isSeen: boolean; isPlaying: boolean },
) {
  const part = useQuery({ ...stepsQuery(fairId, asked), enabled: isSeen });
  useCatchingUp(part, isPlaying ? 0 : version, STEPS_EVERY_MS);
  return part;
}
