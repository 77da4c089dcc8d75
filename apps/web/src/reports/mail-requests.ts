import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type Recipient = components['schemas']['RecipientDto'];
export type NewRecipient = components['schemas']['AddRecipientDto'];
export type Delivery = components['schemas']['DeliveryDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });

/** Who is mailed each closing, and what became of the newest mails; looked at again while it stands open. */
export const closingMailQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['closing-mail', fairId],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/closing-mail', at(fairId)))),
    staleTime: 0,
    refetchInterval: 10_000,
  });

export const addRecipient = (fairId: string, body: NewRecipient) =>
  answered(client.POST('/api/fairs/{fairId}/closing-mail/recipients', { ...at(fairId), body }));

export const endRecipient = (fairId: string, recipientId: string) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/closing-mail/recipients/{recipientId}', {
      params: { path: { fairId, recipientId } },
    }),
  );

export const tryAgain = (fairId: string, { day, revision, recipientId }: Delivery) =>
  answered(
    client.POST('/api/fairs/{fairId}/closing-mail/tries', {
      ...at(fairId),
      body: { day, revision, recipientId },
    }),
  );
