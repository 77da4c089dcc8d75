import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type Publication = components['schemas']['PublicationDto'];
export type BoothMoney = components['schemas']['BoothMoneyDto']['visibleTo'];

/** What a fair tells people without an account. */
export const publicationQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['publication', fairId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/publication', { params: { path: { fairId } } }),
        ),
      ),
  });

/** What the public would see under a choice. */
export const publicationPreviewQuery = (fairId: string, choice: Publication) =>
  queryOptions({
    queryKey: ['publication', fairId, 'preview', choice],
    queryFn: async () =>
      present(
        await answered(
          client.POST('/api/fairs/{fairId}/publication/preview', {
            params: { path: { fairId } },
            body: choice,
          }),
        ),
      ),
    staleTime: 0,
    refetchInterval: 30_000,
  });

export async function setPublication(fairId: string, choice: Publication) {
  return present(
    await answered(
      client.PUT('/api/fairs/{fairId}/publication', {
        params: { path: { fairId } },
        body: choice,
      }),
    ),
  );
}

export async function setBoothMoney(fairId: string, visibleTo: BoothMoney) {
  return present(
    await answered(
      client.PUT('/api/fairs/{fairId}/booth-money', {
        params: { path: { fairId } },
        body: { visibleTo },
      }),
    ),
  );
}
