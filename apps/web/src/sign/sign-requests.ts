import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { queryClient } from '../api/queries';

export type Signature = components['schemas']['SignatureDto'];
export type Review = components['schemas']['ClosingReviewDto'];
export type SumCheck = components['schemas']['SumCheckDto'];

const RESTING_MS = 10_000;

/** Who signed which revision of a fair. */
export const signaturesQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['reports', fairId, 'signatures'],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/signatures', { params: { path: { fairId } } }),
        ),
      ),
    staleTime: 0,
    refetchInterval: RESTING_MS,
  });

interface OfRevision {
  day: string;
  revision: number;
}

const at = (fairId: string, { day, revision }: OfRevision) => ({
  params: { path: { fairId, day, revision: String(revision) } },
});

/** What is checked of a revision before it is signed. */
export const reviewQuery = (fairId: string, closing: OfRevision) =>
  queryOptions({
    queryKey: ['reports', fairId, 'review', closing.day, closing.revision],
    queryFn: async () =>
      present(
        await answered(
          client.GET(
            '/api/fairs/{fairId}/days/{day}/closings/{revision}/review',
            at(fairId, closing),
          ),
        ),
      ),
    staleTime: 0,
  });

export async function signClosing(
  fairId: string,
  closing: OfRevision,
  body: components['schemas']['SignClosingDto'],
) {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/days/{day}/closings/{revision}/signatures', {
        ...at(fairId, closing),
        body,
      }),
    ),
  );
}

/** Whether one's own account has a phone for codes. */
export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: async () => present(await answered(client.GET('/api/account/second-factor'))),
  staleTime: 0,
});

export const offerSecondFactor = async (password: string) =>
  present(await answered(client.POST('/api/account/second-factor', { body: { password } })));

export const confirmSecondFactor = async (code: string) => {
  await answered(client.POST('/api/account/second-factor/confirmation', { body: { code } }));
  await queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
};
