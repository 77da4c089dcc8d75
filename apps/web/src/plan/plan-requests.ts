import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components, paths } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Exhibitor = Schemas['ExhibitorDto'];
export type Step = Schemas['AllocationStepDto'];
export type Choice = Schemas['BoothChoiceDto'];
export type Share = Schemas['AllocateBoothDto']['share'];
export type State = Schemas['ChangeStateDto']['state'];
export type Reserved = Schemas['BoothReservedDto'];
export type BoothWork = Schemas['BoothWorkDto'];

const FOR_GOOD = 3_600_000;
const TERMS_EVERY_MS = 30_000;
const path = (fairId: string) => ({ params: { path: { fairId } } });
const key = (fairId: string, what: string, ...more: string[]) => ['plan', fairId, what, ...more];

/** Everything below it changes with the plan, and is asked again when it has moved. */
export const movingKey = (fairId: string) => key(fairId, 'moving');

export const zonesQuery = (fairId: string) =>
  queryOptions({
    queryKey: key(fairId, 'zones'),
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/zones', path(fairId)))),
    staleTime: FOR_GOOD,
  });

export const featuresQuery = (fairId: string) =>
  queryOptions({
    queryKey: key(fairId, 'features'),
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/features', path(fairId)))),
    staleTime: FOR_GOOD,
  });

export const boothsQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'booths'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/booths', path(fairId)))),
    /* What is held runs out by itself, and the server's clock says when. */
    refetchInterval: ({ state }) =>
      state.data?.some(({ reserved }) => reserved.length > 0) ? TERMS_EVERY_MS : false,
  });

export const exhibitorsQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'exhibitors'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/exhibitors', path(fairId)))),
  });

/** What place each exhibitor asked for, of those that came by an application. */
export const wishesQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'wishes'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/wishes', path(fairId)))),
  });

export interface Wanted {
  exhibitorId: string;
  share?: Share;
  movingId?: string;
}

/** What each booth says to a wish. */
export const choicesQuery = (fairId: string, wanted: Wanted | null) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'choices', wanted],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/allocations/choices', {
            params: { path: { fairId }, query: wanted ?? { exhibitorId: '' } },
          }),
        ),
      ),
    enabled: wanted !== null,
  });

export const stepsQuery = (fairId: string, boothId?: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'steps', boothId ?? ''],
    queryFn: () => readSteps(fairId, { boothId }),
  });

export async function readSteps(
  fairId: string,
  query: { boothId?: string; before?: string; limit?: number },
) {
  return present(
    await answered(
      client.GET('/api/fairs/{fairId}/allocations/steps', { params: { path: { fairId }, query } }),
    ),
  );
}

/** What the tills at a booth are doing. */
export const workQuery = (fairId: string, boothId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'work', boothId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/booths/{boothId}/work', {
            params: { path: { fairId, boothId } },
          }),
        ),
      ),
  });

export type Points = Schemas['ExhibitorPointsDto'];

/** The priority points that hold, the most first. */
export const pointsQuery = (fairId: string) =>
  queryOptions({
    queryKey: key(fairId, 'points'),
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/points', path(fairId)))),
  });

export async function setPoints(
  fairId: string,
  exhibitorId: string,
  body: Schemas['SetPointsDto'],
): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/exhibitors/{exhibitorId}/points', {
      params: { path: { fairId, exhibitorId } },
      body,
    }),
  );
}

type BoothPaper = paths['/api/fairs/{fairId}/booth-papers']['get']['parameters']['query']['file'];

/** Where signs, badges and lists are downloaded. */
export const boothPaperAddress = (fairId: string, file: BoothPaper, language: 'vi' | 'en') =>
  `/api/fairs/${fairId}/booth-papers?file=${file}&language=${language}`;

/** How firmly a booth is given; what is not confirmed has a term. */
export interface Firmness {
  state: State;
  forMinutes?: number;
}

/** One thing an organizer asks to be done to the plan; ids are made here, so twice is once. */
export type Deed =
  | ({ verb: 'give'; id: string; boothId: string; exhibitorId: string; share: Share } & Firmness)
  | ({ verb: 'state'; id: string; allocationId: string } & Firmness)
  | { verb: 'free'; allocationId: string }
  | { verb: 'move'; id: string; allocationId: string; boothId: string }
  | { verb: 'share'; id: string; allocationId: string; share: Share }
  | { verb: 'swap'; firstId: string; secondId: string; newFirstId: string; newSecondId: string }
  | { verb: 'undo'; id: string; stepId: string };

/** Asks for it, and answers the step as the server took it. */
export async function carryOut(fairId: string, deed: Deed): Promise<Step> {
  switch (deed.verb) {
    case 'give': {
      const { verb: _, ...body } = deed;
      const given = await answered(
        client.POST('/api/fairs/{fairId}/allocations', { ...path(fairId), body }),
      );
      return present(given).step;
    }
    case 'state': {
      const { verb: _, allocationId, ...body } = deed;
      return present(
        await answered(
          client.POST('/api/fairs/{fairId}/allocations/{allocationId}/states', {
            params: { path: { fairId, allocationId } },
            body,
          }),
        ),
      );
    }
    case 'free':
      return present(
        await answered(
          client.DELETE('/api/fairs/{fairId}/allocations/{allocationId}', {
            params: { path: { fairId, allocationId: deed.allocationId } },
          }),
        ),
      );
    case 'move':
      return present(
        await answered(
          client.POST('/api/fairs/{fairId}/allocations/{allocationId}/moves', {
            params: { path: { fairId, allocationId: deed.allocationId } },
            body: { id: deed.id, boothId: deed.boothId },
          }),
        ),
      );
    case 'share':
      return present(
        await answered(
          client.POST('/api/fairs/{fairId}/allocations/{allocationId}/shares', {
            params: { path: { fairId, allocationId: deed.allocationId } },
            body: { id: deed.id, share: deed.share },
          }),
        ),
      );
    case 'swap': {
      const { verb: _, ...body } = deed;
      return present(
        await answered(
          client.POST('/api/fairs/{fairId}/allocations/swaps', { ...path(fairId), body }),
        ),
      );
    }
    case 'undo':
      return present(
        await answered(
          client.POST('/api/fairs/{fairId}/allocations/steps/{stepId}/undo', {
            params: { path: { fairId, stepId: deed.stepId } },
            body: { id: deed.id },
          }),
        ),
      );
  }
}

/** The ids by which the step of a deed is known again. */
export function idsOf(deed: Deed): string[] {
  switch (deed.verb) {
    case 'free':
      return [deed.allocationId];
    case 'swap':
      return [deed.newFirstId, deed.newSecondId];
    default:
      return [deed.id];
  }
}
