import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import { m } from '../paraglide/messages.js';

export type WallLink = components['schemas']['WallLinkDto'];
export type WantedWall = components['schemas']['IssueWallLinkDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });

export const readWallLinks = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/wall-links', at(fairId))));

export const issueWallLink = async (fairId: string, body: WantedWall) =>
  present(await answered(client.POST('/api/fairs/{fairId}/wall-links', { ...at(fairId), body })));

export const revokeWallLink = (fairId: string, linkId: string) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/wall-links/{linkId}', {
      params: { path: { fairId, linkId } },
    }),
  );

/** What a wall's settings are called. */
export const wallWords = {
  officials: { name: m.wall_for_officials, purpose: m.wall_for_officials_text },
  public: { name: m.wall_for_public, purpose: m.wall_for_public_text },
  vi: { name: m.language_vi },
  en: { name: m.language_en },
};
