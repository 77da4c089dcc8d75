import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { queryClient } from '../api/queries';
import { movingKey } from '../plan/plan-requests';

type Schemas = components['schemas'];
export type Delegation = Schemas['DelegationDto'];
export type DelegationWish = Schemas['ChangeDelegationDto'];
export type Sums = Schemas['DelegationSumsDto'];
export type SumsRow = Schemas['DelegationSumsRowDto'];
export type FairSums = Schemas['FairSumsDto'];
/** The figures of a row, whatever it is the row of. */
export type BoothSums = Omit<SumsRow, 'delegationId' | 'nameVi' | 'nameEn' | 'notes'>;
export type OwnDelegation = Schemas['OwnDelegationDto'];
export type OwnBooth = Schemas['OwnBoothDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });
const one = (fairId: string, delegationId: string) => ({
  params: { path: { fairId, delegationId } },
});

export const sumsQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'delegation-sums'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/delegation-sums', at(fairId)))),
  });

export const delegationsQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'delegations'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/delegations', at(fairId)))),
  });

/** What whoever leads a delegation sees of the fair. */
export const ownDelegationQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...movingKey(fairId), 'own-delegation'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/own-delegation', at(fairId)))),
  });

/** Asks again for all that moves with delegations, on whatever screen it stands. */
export const refreshDelegations = (fairId: string) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: movingKey(fairId) }),
    queryClient.invalidateQueries({ queryKey: ['delegations', fairId] }),
    queryClient.invalidateQueries({ queryKey: ['exhibitors', fairId] }),
  ]);

export const addDelegation = (fairId: string, body: Schemas['AddDelegationDto']) =>
  answered(client.POST('/api/fairs/{fairId}/delegations', { ...at(fairId), body }));

export const changeDelegation = (fairId: string, delegationId: string, body: DelegationWish) =>
  answered(
    client.PUT('/api/fairs/{fairId}/delegations/{delegationId}', {
      ...one(fairId, delegationId),
      body,
    }),
  );

export const removeDelegation = (fairId: string, delegationId: string) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/delegations/{delegationId}', one(fairId, delegationId)),
  );

export const keepCluster = (fairId: string, delegationId: string, boothIds: string[]) =>
  answered(
    client.PUT('/api/fairs/{fairId}/delegations/{delegationId}/booths', {
      ...one(fairId, delegationId),
      body: { boothIds },
    }),
  );

export const setLeadDeadline = (fairId: string, lastDay: string | null) =>
  answered(client.PUT('/api/fairs/{fairId}/lead-deadline', { ...at(fairId), body: { lastDay } }));

export const sumsFile = (fairId: string, file: 'xlsx' | 'csv', language: 'vi' | 'en') =>
  `/api/fairs/${fairId}/delegation-sums/file?file=${file}&language=${language}`;
