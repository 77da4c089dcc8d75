import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { askEvery } from './live-files';

export type Archive = components['schemas']['ArchiveDto'];

const WATCHING_MS = 1_500;
const RESTING_MS = 15_000;

/** Archives of a sealed fair; unless news of them comes by itself, asked often while one is made. */
export const archivesQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['archives', fairId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/archives', { params: { path: { fairId } } }),
        ),
      ),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      askEvery(
        fairId,
        state.data?.wanted && state.data.wanted.state !== 'failed' ? WATCHING_MS : RESTING_MS,
      ),
  });

/** Asks for an archive; one that would hold nothing new is not made. */
export const orderArchive = async (fairId: string): Promise<void> => {
  await answered(client.POST('/api/fairs/{fairId}/archives', { params: { path: { fairId } } }));
};

/** Where an archive is downloaded. */
export const archiveAddress = (fairId: string, { edition }: Archive) =>
  `/api/fairs/${fairId}/archives/${edition}`;
