import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Dossiers = Schemas['DossiersDto'];
export type Dossier = Schemas['DossierDto'];
export type DossierLine = Schemas['DossierLineDto'];
export type DossierItem = Schemas['DossierItemDto'];
export type DossierKind = Schemas['DossierKindDto'];
export type DossierKindWish = Schemas['KeepDossierKindDto'];
export type DossierItemWish = Omit<Schemas['AddDossierItemDto'], 'id'>;

/** Of all exhibitors for an organizer, of one's own for an exhibitor. */
export const dossiersQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['dossiers', fairId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/dossiers', { params: { path: { fairId } } }),
        ),
      ),
  });

const ofKind = (fairId: string, kindId: string) => ({ params: { path: { fairId, kindId } } });

export const keepKind = (fairId: string, kindId: string, body: DossierKindWish) =>
  answered(
    client.PUT('/api/fairs/{fairId}/dossier-kinds/{kindId}', { ...ofKind(fairId, kindId), body }),
  );

export const retireKind = (fairId: string, kindId: string) =>
  answered(client.DELETE('/api/fairs/{fairId}/dossier-kinds/{kindId}', ofKind(fairId, kindId)));

/** Whose dossier it is. */
export interface DossierOwner {
  fairId: string;
  exhibitorId: string;
}

export const addItem = ({ fairId, exhibitorId }: DossierOwner, id: string, wish: DossierItemWish) =>
  answered(
    client.POST('/api/fairs/{fairId}/exhibitors/{exhibitorId}/dossier', {
      params: { path: { fairId, exhibitorId } },
      body: { id, ...wish },
    }),
  );

const ofItem = ({ fairId, exhibitorId }: DossierOwner, itemId: string) => ({
  params: { path: { fairId, exhibitorId, itemId } },
});

export const removeItem = (owner: DossierOwner, itemId: string) =>
  answered(
    client.DELETE(
      '/api/fairs/{fairId}/exhibitors/{exhibitorId}/dossier/{itemId}',
      ofItem(owner, itemId),
    ),
  );

export const keepScan = (owner: DossierOwner, itemId: string, file: File) =>
  answered(
    client.PUT('/api/fairs/{fairId}/exhibitors/{exhibitorId}/dossier/{itemId}/file', {
      ...ofItem(owner, itemId),
      /* The type says text, for that is what a schema can say of bytes. */
      body: file as unknown as string,
      bodySerializer: (bytes: unknown) => bytes as BodyInit,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );

/** Where the scan of a paper is downloaded. */
export const scanAddress = ({ fairId, exhibitorId }: DossierOwner, itemId: string) =>
  `/api/fairs/${fairId}/exhibitors/${exhibitorId}/dossier/${itemId}/file`;
