import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import { queryClient } from '../api/queries';
import type { components } from '../api/schema.generated';
import { askEvery } from '../reports/live-files';
import { isOnItsWay } from '../reports/reports.rules';

export type Paper = components['schemas']['PaperDto'];
export type PaperWish = components['schemas']['OrderPaperDto'];
export type PaperFile = Paper['files'][number];

const WATCHING_MS = 1_500;
const RESTING_MS = 15_000;

/**
 * Papers of a fair that the caller may read, or those of one exhibitor; unless news of them comes by
 * itself, asked often while one is made.
 */
export const papersQuery = (fairId: string, exhibitorId?: string) =>
  queryOptions({
    queryKey: ['papers', fairId, exhibitorId ?? 'all'],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/papers', {
            params: { path: { fairId }, query: { exhibitorId } },
          }),
        ),
      ),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      askEvery(
        fairId,
        state.data?.some(({ files }) => files.some(isOnItsWay)) ? WATCHING_MS : RESTING_MS,
      ),
  });

/** Asks for a paper; the same facts are the same paper. */
export async function orderPaper(fairId: string, wish: PaperWish): Promise<Paper> {
  const paper = present(
    await answered(
      client.POST('/api/fairs/{fairId}/papers', { params: { path: { fairId } }, body: wish }),
    ),
  );
  await queryClient.invalidateQueries({ queryKey: ['papers', fairId] });
  return paper;
}

/** Where a file of a paper is downloaded. */
export const paperAddress = (fairId: string, paper: Paper, { file }: PaperFile) =>
  `/api/fairs/${fairId}/papers/${paper.id}/${file}`;
