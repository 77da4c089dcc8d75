import { Problem, problemOf } from '../api/problem';
import type { components } from '../api/schema.generated';

export type PublicFigures = components['schemas']['PublicFiguresDto'];
export type PublicDay = components['schemas']['PublicDayDto'];

const PATIENCE_MS = 10_000;

/** Throws Problem: `unreachable` when there was no answer. No cookie goes along: everyone sees the same. */
export async function readPublicFigures(code: string): Promise<PublicFigures> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api/public/fairs/${code}`, {
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json().catch(() => null);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!response.ok || answer === null) throw problemOf(response.status, answer);
  return answer as PublicFigures;
}
