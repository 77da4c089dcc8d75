import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';

/** Exhibitors of a fair by name, to choose whose paper is wanted. */
export const sellersQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['papers', fairId, 'sellers'],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/exhibitors', { params: { path: { fairId } } }),
        ),
      )
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })),
  });
