import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import type { bodyOf } from './drawing.rules';

type Schemas = components['schemas'];
export type Saved = Schemas['PlanDraftStateDto'];
export type Difference = Schemas['PlanDifferenceDto'];

const path = (fairId: string) => ({ params: { path: { fairId } } });
/* The header is asked of every save; the document of the API does not list headers. */
const onVersion = (fairId: string, version: number) => ({
  ...path(fairId),
  headers: { 'If-Match': `"${version}"` },
});

export const draftQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['plan-draft', fairId],
    queryFn: () => readDraft(fairId),
    staleTime: Infinity,
    gcTime: 0,
  });

export const readDraft = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/plan/draft', path(fairId))));

export type SaveBody = { id: string } & ReturnType<typeof bodyOf>;

export const saveDraft = async (fairId: string, version: number, body: SaveBody): Promise<Saved> =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/plan/draft/saves', { ...onVersion(fairId, version), body }),
    ),
  );

export const differencesQuery = (fairId: string, version: number) =>
  queryOptions({
    queryKey: ['plan-draft', fairId, 'differences', version],
    queryFn: async () =>
      present(
        await answered(client.GET('/api/fairs/{fairId}/plan/draft/differences', path(fairId))),
      ),
    gcTime: 0,
  });

export const publishDraft = async (fairId: string, version: number) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/plan/publications', onVersion(fairId, version)),
    ),
  );
