import { Problem, problemOf } from '../api/problem';
import type { components } from '../api/schema.generated';
import type { Said } from './declare-form';
import type { Declared } from './declared-words';

export type Place = components['schemas']['DeclarePlaceDto'];

/* A hall's network swallows packets; a phone must not wait for an answer that never comes. */
const PATIENCE_MS = 10_000;

/** Throws Problem: `unreachable` when there was no answer. No cookie goes along: the link is enough. */
async function post<Answer>(path: string, body: object): Promise<Answer> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api/declarations${path}`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json().catch(() => null);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!response.ok || answer === null) throw problemOf(response.status, answer);
  return answer as Answer;
}

export const readPlace = (token: string) => post<Place>('/reading', { token });

export const declare = (token: string, day: string, said: Said) =>
  post<Declared>('', { token, day, ...said });
