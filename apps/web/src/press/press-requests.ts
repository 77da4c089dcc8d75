import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type PressFigure = components['schemas']['PressFigureDto'];
export type NewPressFigure = components['schemas']['NotePressFigureDto'];

/** What was given to the press of a fair. */
export const pressFiguresQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['reports', fairId, 'press'],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/press-figures', { params: { path: { fairId } } }),
        ),
      ),
    staleTime: 0,
  });

export const notePressFigure = (fairId: string, body: NewPressFigure) =>
  answered(
    client.POST('/api/fairs/{fairId}/press-figures', { params: { path: { fairId } }, body }),
  );

export const strikePressFigure = (fairId: string, pressFigureId: string, reason: string) =>
  answered(
    client.POST('/api/fairs/{fairId}/press-figures/{pressFigureId}/strike', {
      params: { path: { fairId, pressFigureId } },
      body: { reason },
    }),
  );
