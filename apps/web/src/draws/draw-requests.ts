import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Draw = Schemas['DrawDto'];
export type DrawSummary = Schemas['DrawSummaryDto'];
export type Lot = Schemas['LotDto'];
export type DrawWish = Schemas['PrepareDrawDto'];

export const drawsQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['draws', fairId],
    queryFn: async () =>
      present(
        await answered(client.GET('/api/fairs/{fairId}/draws', { params: { path: { fairId } } })),
      ),
    staleTime: 0,
  });

/** A draw as anybody sees it. */
export const publicDrawQuery = (fairCode: string, drawId: string) =>
  queryOptions({
    queryKey: ['public-draw', fairCode, drawId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/public/fairs/{fairCode}/draws/{drawId}', {
            params: { path: { fairCode, drawId } },
          }),
        ),
      ),
    staleTime: 0,
    /* In the hall everybody looks at it until it is drawn. */
    refetchInterval: ({ state }) =>
      state.data && state.data.draw.outcome === null ? 5_000 : false,
  });

export async function prepareDraw(fairId: string, body: DrawWish): Promise<Draw> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/draws', { params: { path: { fairId } }, body }),
    ),
  );
}

const at = (fairId: string, drawId: string) => ({ params: { path: { fairId, drawId } } });

export async function drawLots(fairId: string, drawId: string, seed: string): Promise<Draw> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/draws/{drawId}/outcome', {
        ...at(fairId, drawId),
        body: { seed },
      }),
    ),
  );
}

export async function giveDrawnBooths(fairId: string, drawId: string): Promise<void> {
  await answered(client.POST('/api/fairs/{fairId}/draws/{drawId}/allocations', at(fairId, drawId)));
}

export async function withdrawDraw(fairId: string, drawId: string, reason: string): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/draws/{drawId}/withdrawal', {
      ...at(fairId, drawId),
      body: { reason },
    }),
  );
}
