import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Offer = Schemas['AllocationDto'];
export type OfferAnswer = Schemas['AnswerOfferDto']['answer'];

const OFFERS_EVERY_MS = 30_000;

/** The booths that wait for a word which the caller may say, the most pressing first. */
export const offersQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['offers', fairId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/allocations/offers', { params: { path: { fairId } } }),
        ),
      ),
    refetchInterval: OFFERS_EVERY_MS,
  });

/** Takes an offer or declines it; the id is made once for an offer, so twice is once. */
export async function answerOffer(
  fairId: string,
  allocationId: string,
  body: Schemas['AnswerOfferDto'],
): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/allocations/{allocationId}/answers', {
      params: { path: { fairId, allocationId } },
      body,
    }),
  );
}
