import { answered, client, present } from './client';

/** A one-time code for a phone, and how long it lives by the server's own clock. */
export interface PairingCode {
  code: string;
  livesMs: number;
}

const TEN_MINUTES_MS = 600_000;

export async function issuePairingCode(fairId: string, registerId: string): Promise<PairingCode> {
  const asked = client.POST('/api/fairs/{fairId}/registers/{registerId}/enrolment-codes', {
    params: { path: { fairId, registerId } },
  });
  const { code, expiresAt } = present(await answered(asked));
  const date = (await asked).response.headers.get('Date');
  /* The header counts whole seconds only. */
  const livesMs = date === null ? TEN_MINUTES_MS : Date.parse(expiresAt) - Date.parse(date);
  return { code, livesMs: Math.min(livesMs, TEN_MINUTES_MS) };
}

export async function revokePhone(
  fairId: string,
  registerId: string,
  epoch: number,
): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/registers/{registerId}/epochs/{epoch}/revocation', {
      params: { path: { fairId, registerId, epoch: String(epoch) } },
    }),
  );
}
