import type { Board, Booth } from '../api/client';
import { Problem, problemOf } from '../api/problem';
import type { components } from '../api/schema.generated';

export type Wall = components['schemas']['WallDto'];
export type Booths = components['schemas']['BoardBoothsPageDto'];
type ToldPlan = components['schemas']['WallPlanDto'];
export type Plan = Omit<ToldPlan, 'booths'> & { booths: Booth[] };

/* A hall's network swallows packets; a wall must not wait for an answer that never comes. */
const PATIENCE_MS = 10_000;

/** Throws Problem: `unreachable` when there was no answer. No cookie goes along: the link is enough. */
async function ask<Answer>(path: string, token: string): Promise<Answer> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api/wall${path}`, {
      credentials: 'omit',
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json().catch(() => null);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!response.ok || answer === null) throw problemOf(response.status, answer);
  return answer as Answer;
}

export const readWall = (token: string) => ask<Wall>('', token);
export const readBoard = (token: string) => ask<Board>('/board', token);
export const readBooths = (token: string) => ask<Booths>('/booths', token);

/** Nobody's name is on a wall's plan. */
export async function readPlan(token: string): Promise<Plan> {
  const plan = await ask<ToldPlan>('/plan', token);
  return {
    ...plan,
    booths: plan.booths.map((booth) => ({ ...booth, freeSixths: 0, holders: [], reserved: [] })),
  };
}

/** Whether the page itself can be had: nothing is thrown away for a page that does not come. */
export async function isPageThere(): Promise<boolean> {
  try {
    const { ok } = await fetch('/tv/', {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return ok;
  } catch {
    return false;
  }
}
