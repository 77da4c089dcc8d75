import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import type { Said } from '../declare/declare-form';

export type BoothToDeclare = components['schemas']['BoothToDeclareDto'];

const LIST_EVERY_MS = 30_000;

/** The booths that the caller looks after, of a day; of the newest unless one is asked for. */
export const cared = (fairId: string, day: string | undefined) =>
  queryOptions({
    queryKey: ['silent', fairId, day],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/declared', {
            params: { path: { fairId }, query: { day } },
          }),
        ),
      ),
    staleTime: 0,
    refetchInterval: LIST_EVERY_MS,
  });

export const declareFor = async (
  fairId: string,
  day: string,
  { boothId, exhibitorId }: BoothToDeclare,
  said: Said,
) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/declared', {
        params: { path: { fairId } },
        body: { day, boothId, exhibitorId, ...said },
      }),
    ),
  );
