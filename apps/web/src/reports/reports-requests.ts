import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { askEvery } from './live-files';
import { isOnItsWay } from './reports.rules';

export type Day = components['schemas']['DayStateDto'];
export type Closing = components['schemas']['ClosingDto'];
export type Preview = components['schemas']['ClosingPreviewDto'];
export type ReportFile = components['schemas']['ReportDto'];

const WATCHING_MS = 1_500;
const RESTING_MS = 10_000;

/** The days of a fair and how far each is closed. */
export const daysQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['reports', fairId, 'days'],
    queryFn: async () =>
      present(
        await answered(client.GET('/api/fairs/{fairId}/days', { params: { path: { fairId } } })),
      ),
    staleTime: 0,
    refetchInterval: RESTING_MS,
  });

/** The revisions of a day, the first one first. */
export const closingsQuery = (fairId: string, day: string, latest: number | null) =>
  queryOptions({
    queryKey: ['reports', fairId, 'closings', day, latest],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/days/{day}/closings', {
            params: { path: { fairId, day } },
          }),
        ),
      ),
  });

/** What closing a day now would freeze, and what is missing. */
export const previewQuery = (fairId: string, day: string) =>
  queryOptions({
    queryKey: ['reports', fairId, 'preview', day],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/days/{day}/preview', {
            params: { path: { fairId, day } },
          }),
        ),
      ),
    staleTime: 0,
    refetchInterval: RESTING_MS,
  });

/** The files of every revision; unless news of them comes by itself, asked often while one is on its way. */
export const filesQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['reports', fairId, 'files'],
    queryFn: async () =>
      present(
        await answered(client.GET('/api/fairs/{fairId}/reports', { params: { path: { fairId } } })),
      ),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      askEvery(fairId, state.data?.some(isOnItsWay) ? WATCHING_MS : RESTING_MS),
  });

export async function closeDay(fairId: string, day: string, reason: string) {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/days/{day}/closings', {
        params: { path: { fairId, day } },
        body: reason === '' ? {} : { reason },
      }),
    ),
  );
}

export async function orderFile(fairId: string, file: ReportFile) {
  const { day, revision, kind, language, format } = file;
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/reports', {
        params: { path: { fairId } },
        body: { day, revision, kind, language, format },
      }),
    ),
  );
}

export async function setGrace(fairId: string, minutes: number) {
  return present(
    await answered(
      client.PUT('/api/fairs/{fairId}/closing-grace', {
        params: { path: { fairId } },
        body: { minutes },
      }),
    ),
  );
}

/** Where a stored file is downloaded. */
export const addressOf = (fairId: string, { day, revision, file }: ReportFile) =>
  `/api/fairs/${fairId}/reports/${day}/${revision}/${file}`;
