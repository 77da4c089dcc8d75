import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import { queryClient } from '../api/queries';
import type { components } from '../api/schema.generated';

export type PastFair = components['schemas']['PastFairDto'];
export type PastFigure = components['schemas']['PastFigureDto'];
export type Comparison = components['schemas']['ComparisonDto'];
export type ComparisonLine = components['schemas']['ComparisonLineDto'];
export type ComparedPart = components['schemas']['ComparedPartDto'];
export type ComparedValue = components['schemas']['ComparedValueDto'];
export type Growth = components['schemas']['GrowthDto'];
export type NewFigure = components['schemas']['AddPastFigureDto'];
export type NewFair = components['schemas']['AddPastFairDto'];
export type NewChoice = components['schemas']['ChoosePastFigureDto'];

/** What was published of past fairs, and what this fair decided about it. */
export const pastFairsQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['compare', fairId, 'past'],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/past-fairs', { params: { path: { fairId } } }),
        ),
      ),
  });

/** A fair beside a base. */
export const comparisonQuery = (fairId: string, base: string | undefined) =>
  queryOptions({
    queryKey: ['compare', fairId, 'with', base],
    enabled: base !== undefined,
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/comparison', {
            params: { path: { fairId }, query: { base: base ?? '' } },
          }),
        ),
      ),
  });

/** Units and countries as they were on a day; undefined: on our fair's first. */
export const placesOnQuery = (fairId: string, day: string | undefined) =>
  queryOptions({
    queryKey: ['place-choices', fairId, day],
    staleTime: Infinity,
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/place-choices', {
            params: { path: { fairId }, query: { day } },
          }),
        ),
      ),
  });

/** Everything that was asked about this fair's comparisons is asked again. */
export const askAgain = (fairId: string) =>
  queryClient.invalidateQueries({ queryKey: ['compare', fairId] });

export async function addPastFair(fairId: string, body: NewFair): Promise<PastFair> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/past-fairs', { params: { path: { fairId } }, body }),
    ),
  );
}

export async function addPastFigure(
  fairId: string,
  code: string,
  body: NewFigure,
): Promise<PastFair> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/past-fairs/{code}/figures', {
        params: { path: { fairId, code } },
        body,
      }),
    ),
  );
}

/** Takes a figure that this fair wrote out of comparisons. */
export async function retractPastFigure(
  fairId: string,
  figureId: string,
  reason: string,
): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/past-figures/{figureId}/retract', {
      params: { path: { fairId, figureId } },
      body: { reason },
    }),
  );
}

export async function choosePastFigure(
  fairId: string,
  code: string,
  body: NewChoice,
): Promise<PastFair> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/past-fairs/{code}/choices', {
        params: { path: { fairId, code } },
        body,
      }),
    ),
  );
}
