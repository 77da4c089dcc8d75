import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type RosterDraft = components['schemas']['RosterDraftDto'];
export type RosterRow = components['schemas']['RosterRowDto'];
export type RosterTaken = components['schemas']['RosterTakenDto'];
export type RosterChoices = Omit<components['schemas']['TakeRosterDto'], 'seen'>;

/** Shows a file as a preview; the server writes nothing of it. */
export const bringRoster = async (fairId: string, file: File) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/roster/drafts', {
        params: { path: { fairId }, query: { name: file.name.slice(-200) || 'x' } },
        /* The type says text, for that is what a schema can say of bytes. */
        body: file as unknown as string,
        bodySerializer: (bytes: unknown) => bytes as BodyInit,
        headers: { 'Content-Type': 'application/octet-stream' },
      }),
    ),
  );

export const copyRoster = async (fairId: string, from: string) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/roster/copies', {
        params: { path: { fairId } },
        body: { fairId: from },
      }),
    ),
  );

const at = (fairId: string, draftId: string) => ({ params: { path: { fairId, draftId } } });

export const readDraft = async (fairId: string, draftId: string) =>
  present(
    await answered(client.GET('/api/fairs/{fairId}/roster/drafts/{draftId}', at(fairId, draftId))),
  );

export const takeDraft = async (
  fairId: string,
  { id, seen }: Pick<RosterDraft, 'id' | 'seen'>,
  choices: RosterChoices,
) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/roster/drafts/{draftId}/taking', {
        ...at(fairId, id),
        body: { seen, ...choices },
      }),
    ),
  );

export const dropDraft = (fairId: string, draftId: string) =>
  answered(client.DELETE('/api/fairs/{fairId}/roster/drafts/{draftId}', at(fairId, draftId)));

type RosterFile = 'xlsx' | 'exhibitors.csv' | 'products.csv';

/** Where the list of a fair is downloaded. */
export const rosterAddress = (fairId: string, file: RosterFile, language: 'vi' | 'en') =>
  `/api/fairs/${fairId}/roster?file=${file}&language=${language}`;

export const templateAddress = (fairId: string, language: 'vi' | 'en') =>
  `/api/fairs/${fairId}/roster/template?language=${language}`;
