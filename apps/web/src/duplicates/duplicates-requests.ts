import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type DuplicatePair = components['schemas']['DuplicatePairDto'];
export type LikelyExhibitor = components['schemas']['LikelyExhibitorDto'];
export type Merge = components['schemas']['MergeDto'];

export const duplicatesQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['duplicates', fairId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/duplicates', { params: { path: { fairId } } }),
        ),
      ),
  });

const at = (fairId: string, exhibitorId: string) => ({ params: { path: { fairId, exhibitorId } } });

export const mergeExhibitors = async (fairId: string, keptId: string, mergedId: string) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/exhibitors/{exhibitorId}/merge', {
        ...at(fairId, keptId),
        body: { mergedId },
      }),
    ),
  );

export const tellApart = (fairId: string, exhibitorId: string, otherId: string) =>
  answered(
    client.POST('/api/fairs/{fairId}/exhibitors/{exhibitorId}/apart', {
      ...at(fairId, exhibitorId),
      body: { otherId },
    }),
  );
