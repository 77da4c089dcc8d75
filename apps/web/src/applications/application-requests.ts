import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import { queryClient } from '../api/queries';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Applications = Schemas['ApplicationsDto'];
export type Summary = Schemas['ApplicationSummaryDto'];
export type Application = Schemas['ApplicationDto'];
export type Step = Schemas['ApplicationStepDto'];
export type Call = Schemas['ApplicationCallDto'];
export type StepMail = Schemas['StepMailDto'];

/**
 * What the screen of people lends its part: imported from both, it would be a file of its own, whose
 * address every screen pays for.
 */
export interface PeopleWords {
  ofKind: (kind: Summary['kind']) => string;
  /** Whether a name holds what was typed, marks and case aside. */
  holds: (name: string, typed: string) => boolean;
}

const of = (fairId: string) => ({ params: { path: { fairId } } });
const at = (fairId: string, applicationId: string) => ({
  params: { path: { fairId, applicationId } },
});

export const applicationsQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['applications', fairId],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/applications', of(fairId)))),
    staleTime: 0,
  });

export const applicationQuery = (fairId: string, applicationId: string) =>
  queryOptions({
    queryKey: ['applications', fairId, applicationId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/applications/{applicationId}', at(fairId, applicationId)),
        ),
      ),
    staleTime: 0,
  });

export const applicationMailQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['applications', fairId, 'mail'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/application-mail', of(fairId)))),
    staleTime: 0,
  });

export const productClassesQuery = queryOptions({
  queryKey: ['product-classes'],
  queryFn: async () => present(await answered(client.GET('/api/product-classes'))),
  staleTime: Infinity,
});

export const setCall = (fairId: string, body: Schemas['SetApplicationCallDto']) =>
  answered(client.PUT('/api/fairs/{fairId}/application-call', { ...of(fairId), body }));

export const orderWaitingList = (fairId: string, applicationIds: string[]) =>
  answered(
    client.PUT('/api/fairs/{fairId}/waiting-list', { ...of(fairId), body: { applicationIds } }),
  );

/** What an organizer decides about an application, as it was read. */
export type Decision =
  | { action: 'accept'; exhibitorId?: string }
  | { action: 'ask_back' | 'refuse'; message: string }
  | { action: 'wait' };

export function decide(
  fairId: string,
  { id, version }: Pick<Application, 'id' | 'version'>,
  decision: Decision,
) {
  const asked = at(fairId, id);
  switch (decision.action) {
    case 'accept': {
      const body = { version, exhibitorId: decision.exhibitorId };
      return answered(
        client.POST('/api/fairs/{fairId}/applications/{applicationId}/acceptance', {
          ...asked,
          body,
        }),
      );
    }
    case 'wait':
      return answered(
        client.POST('/api/fairs/{fairId}/applications/{applicationId}/waiting', {
          ...asked,
          body: { version },
        }),
      );
    case 'ask_back':
      return answered(
        client.POST('/api/fairs/{fairId}/applications/{applicationId}/question', {
          ...asked,
          body: { version, message: decision.message },
        }),
      );
    case 'refuse':
      return answered(
        client.POST('/api/fairs/{fairId}/applications/{applicationId}/refusal', {
          ...asked,
          body: { version, message: decision.message },
        }),
      );
  }
}

export const renewCode = async (fairId: string, applicationId: string) =>
  present(
    await answered(
      client.POST(
        '/api/fairs/{fairId}/applications/{applicationId}/code',
        at(fairId, applicationId),
      ),
    ),
  );

export const fileAddress = (fairId: string, applicationId: string, fileId: string) =>
  `/api/fairs/${fairId}/applications/${applicationId}/files/${fileId}`;

/** Every list that a decision may have changed is asked for again. */
export const refreshAfterDecision = (fairId: string) =>
  Promise.all(
    ['applications', 'exhibitors', 'products', 'plan'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key, fairId] }),
    ),
  );
