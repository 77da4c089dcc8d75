import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Backdrop = Schemas['BackdropDto'];
export type BackdropPlacing = Schemas['BackdropPlacingDto'];
export type BackdropState = Schemas['BackdropStateDto'];

const path = (fairId: string) => ({ params: { path: { fairId } } });

export const backdropQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['plan-backdrop', fairId],
    queryFn: async (): Promise<BackdropState> =>
      present(await answered(client.GET('/api/fairs/{fairId}/plan/backdrop', path(fairId)))),
    staleTime: Infinity,
    gcTime: 0,
  });

export const layPicture = async (fairId: string, bytes: Blob): Promise<BackdropState> =>
  present(
    await answered(
      client.PUT('/api/fairs/{fairId}/plan/backdrop/picture', {
        ...path(fairId),
        headers: { 'Content-Type': 'application/octet-stream' },
        /* The type says text, for that is what a schema can say of bytes. */
        body: bytes as unknown as string,
        bodySerializer: (body: unknown) => body as BodyInit,
      }),
    ),
  );

export const placePicture = async (
  fairId: string,
  { xCm, yCm, widthCm, opacityPercent, isLocked }: BackdropPlacing,
): Promise<BackdropState> =>
  present(
    await answered(
      client.PUT('/api/fairs/{fairId}/plan/backdrop/placing', {
        ...path(fairId),
        body: { xCm, yCm, widthCm, opacityPercent, isLocked },
      }),
    ),
  );

export const removePicture = async (fairId: string) => {
  await answered(client.DELETE('/api/fairs/{fairId}/plan/backdrop', path(fairId)));
};
