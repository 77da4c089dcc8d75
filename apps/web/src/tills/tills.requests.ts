import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Till = Schemas['TillDto'];
export type Tills = Schemas['TillsDto'];
export type SetAside = Schemas['SetAsideDto'];
export type SetAsidePage = Schemas['SetAsidePageDto'];

const EVERY_MS = 10_000;

const at = (fairId: string) => ({ params: { path: { fairId } } });

/** Every phone of the fair, the worst first; asked again and again while somebody looks. */
export const tillsQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['tills', fairId],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/tills', at(fairId)))),
    refetchInterval: EVERY_MS,
  });

/** Who works for which exhibitor: whom to call about a till. */
export const peopleQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['people', fairId],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/people', at(fairId)))),
  });

export interface AsideAsked {
  state: 'waiting' | 'decided';
  registerId?: string;
}

/** The documents that were set aside, up to 200 after one of them. */
export const readSetAside = async (fairId: string, asked: AsideAsked, after?: string) =>
  present(
    await answered(
      client.GET('/api/fairs/{fairId}/set-aside', {
        params: { path: { fairId }, query: { ...asked, ...(after !== undefined && { after }) } },
      }),
    ),
  );

export type Verdict = 'accepted' | 'refused';

/** In a sealed fair accepting takes two: one proposes. */
export type Deed = Verdict | 'proposed';

const doors = {
  proposed: '/api/fairs/{fairId}/set-aside/{documentId}/proposal',
  accepted: '/api/fairs/{fairId}/set-aside/{documentId}/acceptance',
  refused: '/api/fairs/{fairId}/set-aside/{documentId}/refusal',
} as const;

export const decide = async (
  fairId: string,
  documentId: string,
  deed: Deed,
  reason: string,
): Promise<void> => {
  await answered(
    client.POST(doors[deed], { params: { path: { fairId, documentId } }, body: { reason } }),
  );
};

/** A register for each exhibitor at each booth where they stand. */
export const makeTills = async (fairId: string): Promise<void> => {
  await answered(client.POST('/api/fairs/{fairId}/registers', at(fairId)));
};
