import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { movingKey } from '../plan/plan-requests';
import type { Step } from '../plan/plan-requests';

type Schemas = components['schemas'];
/** One run of the search, without who stands where. */
export type Suggestion = Schemas['SuggestionDto'];
export type SuggestionDetail = Schemas['SuggestionDetailDto'];
export type SuggestedPlace = SuggestionDetail['places'][number];
export type Figures = NonNullable<Suggestion['figures']>;
export type TermName = keyof Figures['terms'];
export type Conflict = NonNullable<Suggestion['conflict']>;
export type Wish = Schemas['AskSuggestionDto'];
export type Weights = Wish['weights'];
export type WeightName = keyof Weights;
export type Reasons = Schemas['SuggestionReasonsDto'];
export type Acceptance = Schemas['AcceptSuggestionDto'];
/** An exhibitor that stands nowhere, and how it lost its last booth, if it had one. */
export type WithoutBooth = Schemas['WithoutBoothDto'];

const path = (fairId: string) => ({ params: { path: { fairId } } });
const at = (fairId: string, suggestionId: string) => ({
  params: { path: { fairId, suggestionId } },
});

/** Everything below it is asked again when a suggestion has changed. */
export const suggestionsKey = (fairId: string) => ['suggestions', fairId];

export const suggestionsQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...suggestionsKey(fairId), 'all'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/suggestions', path(fairId)))),
    staleTime: 0,
  });

/** One suggestion with its places; while it searches, those of the best plan so far. */
export const suggestionQuery = (fairId: string, suggestionId: string) =>
  queryOptions({
    queryKey: [...suggestionsKey(fairId), suggestionId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/suggestions/{suggestionId}', at(fairId, suggestionId)),
        ),
      ),
    staleTime: 0,
  });

/** What is never worked out again once it is there, so it may be kept. */
export const reasonsQuery = (fairId: string, suggestionId: string) =>
  queryOptions({
    queryKey: ['suggestion-reasons', fairId, suggestionId],
    queryFn: async () =>
      present(
        await answered(
          client.GET(
            '/api/fairs/{fairId}/suggestions/{suggestionId}/reasons',
            at(fairId, suggestionId),
          ),
        ),
      ),
    staleTime: Infinity,
  });

/** Who stands nowhere; asked anew each time, for a search takes whoever does. */
export const withoutBoothQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'without-booth'],
    queryFn: async () =>
      present(
        await answered(client.GET('/api/fairs/{fairId}/allocations/without-booth', path(fairId))),
      ),
    staleTime: 0,
  });

/** Begins a search; its id is made here, so that asking twice begins one. */
export async function askSuggestion(fairId: string, body: Wish): Promise<Suggestion> {
  return present(
    await answered(client.POST('/api/fairs/{fairId}/suggestions', { ...path(fairId), body })),
  );
}

/** Ends a search with the best plan so far. */
export async function stopSuggestion(fairId: string, suggestionId: string): Promise<Suggestion> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/suggestions/{suggestionId}/stop', at(fairId, suggestionId)),
    ),
  );
}

/** Ends working out reasons, with those that are there. */
export async function stopReasons(fairId: string, suggestionId: string): Promise<Suggestion> {
  return present(
    await answered(
      client.POST(
        '/api/fairs/{fairId}/suggestions/{suggestionId}/reasons/stop',
        at(fairId, suggestionId),
      ),
    ),
  );
}

/** Gives the places, or those of some exhibitors, as one step of the plan. */
export async function acceptSuggestion(
  fairId: string,
  suggestionId: string,
  body: Acceptance,
): Promise<Step> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/suggestions/{suggestionId}/acceptances', {
        ...at(fairId, suggestionId),
        body,
      }),
    ),
  );
}

/** Where the files are with which `npm run allocate` finds the same plan again. */
export const fileAddress = (fairId: string, suggestionId: string, file: 'instance' | 'plan') =>
  `/api/fairs/${fairId}/suggestions/${suggestionId}/${file}`;
