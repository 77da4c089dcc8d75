import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type Sealing = components['schemas']['SealingDto'];
export type SealObstacle = components['schemas']['SealObstacleDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });

/** Whether a fair is sealed, by whom, and what stands in the way. */
export const sealingQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['sealing', fairId],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/sealing', at(fairId)))),
    staleTime: 0,
    refetchInterval: 10_000,
  });

/** The first of two people. */
export const proposeSeal = async (fairId: string): Promise<void> => {
  await answered(client.POST('/api/fairs/{fairId}/sealing/proposal', at(fairId)));
};

export const withdrawSeal = async (fairId: string): Promise<void> => {
  await answered(client.DELETE('/api/fairs/{fairId}/sealing/proposal', at(fairId)));
};

/** The second of two people. */
export const sealFair = async (fairId: string): Promise<void> => {
  await answered(client.POST('/api/fairs/{fairId}/sealing', at(fairId)));
};
