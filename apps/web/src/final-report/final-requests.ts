import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import { queryClient } from '../api/queries';
import type { components } from '../api/schema.generated';

export type FinalReport = components['schemas']['FinalReportDto'];
export type FinalField = components['schemas']['FinalFieldDto'];
export type FieldWish = components['schemas']['WriteFinalFieldDto'];
export type Frame = components['schemas']['BroughtFrameDto'];

const keyOf = (fairId: string) => ['final-report', fairId];

/** The report on a fair as it stands. */
export const finalReportQuery = (fairId: string) =>
  queryOptions({
    queryKey: keyOf(fairId),
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/final-report', { params: { path: { fairId } } }),
        ),
      ),
    staleTime: 0,
  });

/** Writes a field; a refusal for another's change brings the newest, too. */
export async function writeField(fairId: string, field: string, body: FieldWish): Promise<void> {
  try {
    const report = present(
      await answered(
        client.PUT('/api/fairs/{fairId}/final-report/fields/{field}', {
          params: { path: { fairId, field } },
          body,
        }),
      ),
    );
    queryClient.setQueryData(keyOf(fairId), report);
  } catch (failure) {
    await queryClient.invalidateQueries({ queryKey: keyOf(fairId) });
    throw failure;
  }
}

/** Brings a Word file as a frame; null goes back to the house's own. */
export async function bringFrame(
  fairId: string,
  { language, revision }: Frame,
  file: File | null,
): Promise<void> {
  const brought = file && { name: file.name, base64: await base64Of(file) };
  const report = present(
    await answered(
      client.PUT('/api/fairs/{fairId}/final-report/frames/{language}', {
        params: { path: { fairId, language } },
        body: { revision, ...brought },
      }),
    ),
  );
  queryClient.setQueryData(keyOf(fairId), report);
}

const base64Of = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^data:[^,]*,/, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });

/** Where the frame of a language is downloaded. */
export const frameAddress = (fairId: string, language: Frame['language']) =>
  `/api/fairs/${fairId}/final-report/frames/${language}`;
