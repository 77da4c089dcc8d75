import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type ScheduledDay = components['schemas']['ScheduledDayDto'];
export type FairSettings = components['schemas']['FairSettingsDto'];
export type FairChange = components['schemas']['ChangeFairDto'];
export type PlanPreview = components['schemas']['PlanPreviewDto'];
type NewFair = components['schemas']['OpenFairDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });

const openGates = (fairId: string) =>
  answered(client.POST('/api/fairs/{fairId}/gates', at(fairId)));

/** Makes the fair with the gates of its plan. */
export async function openFair(body: NewFair) {
  const fair = present(await answered(client.POST('/api/fairs', { body })));
  await openGates(fair.id);
  return fair;
}

/** The plan of a template by its name, or of a fair by its id. */
export const previewQuery = (of: string) =>
  queryOptions({
    queryKey: ['plan-preview', of],
    queryFn: async () =>
      present(await answered(client.GET('/api/plan-previews/{of}', { params: { path: { of } } }))),
    staleTime: 600_000,
  });

export const settingsQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['fair-settings', fairId],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/settings', at(fairId)))),
  });

export const changeFair = async (fairId: string, body: FairChange) =>
  present(await answered(client.PUT('/api/fairs/{fairId}/settings', { ...at(fairId), body })));

/** Moves the fair; once it is published, gates that were drawn meanwhile are opened, too. */
export async function moveFair(fairId: string, to: FairSettings['state']) {
  const body = { to };
  const fair = present(
    await answered(client.POST('/api/fairs/{fairId}/state', { ...at(fairId), body })),
  );
  if (to === 'published') await openGates(fairId);
  return fair;
}
