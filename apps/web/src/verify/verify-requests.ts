import { Problem, problemOf } from '../api/problem';
import type { components } from '../api/schema.generated';

export type Verified = components['schemas']['VerifiedDocumentDto'];
export type VerifiedDay = components['schemas']['VerifiedClosingDto'];
export type VerifiedFile = components['schemas']['VerifiedArchiveDto'];
export type VerifiedOther = components['schemas']['VerifiedPaperDto'];

const PATIENCE_MS = 10_000;

/** Throws Problem: `unreachable` when there was no answer. No cookie goes along: everyone sees the same. */
export async function readVerified(hash: string): Promise<Verified> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api/verify/${hash}`, {
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json().catch(() => null);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!response.ok || answer === null) throw problemOf(response.status, answer);
  return answer as Verified;
}

/** SHA-256 of a file, hex. It is worked out here: the file goes nowhere. */
export async function hashOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
