import { Problem, problemOf } from '../api/problem';
import type { PublicPlan } from './public-plan';

/** A plan, and when this device read it. */
export interface ReadPlan {
  plan: PublicPlan;
  readAt: Date;
}

const PATIENCE_MS = 15_000;
const SHELF = 'phien-public-plans';
const READ_AT = 'x-read-at';

const addressOf = (fairCode: string) => `/api/public/fairs/${encodeURIComponent(fairCode)}/plan`;

/* A private window, or one without https, keeps nothing. */
const shelf = () => ('caches' in window ? caches.open(SHELF).catch(() => null) : null);

/** The plan as this device kept it; null when it never read one. */
export async function keptPlan(fairCode: string): Promise<ReadPlan | null> {
  try {
    const kept = await (await shelf())?.match(addressOf(fairCode));
    if (!kept) return null;
    const plan = (await kept.json()) as PublicPlan;
    return { plan, readAt: new Date(kept.headers.get(READ_AT) ?? 0) };
  } catch {
    return null;
  }
}

/**
 * The plan as the server has it now, kept for when there is no network; no cookie goes along. Throws
 * Problem: `unreachable` when there was no answer. A fair that is gone is forgotten here too.
 */
export async function readPlan(fairCode: string): Promise<ReadPlan> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(fairCode), {
      credentials: 'omit',
      /* Asked of the server each time, if only whether it is still so: what a cache says has no hour. */
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    text = await response.text();
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (response.status === 404) void (await shelf())?.delete(addressOf(fairCode));
  if (!response.ok) throw problemOf(response.status, parsed(text));
  const plan = parsed(text);
  if (plan === null) throw new Problem(0, 'unreachable');
  const readAt = new Date();
  const kept = new Response(text, {
    headers: { 'content-type': 'application/json', [READ_AT]: readAt.toISOString() },
  });
  await (await shelf())?.put(addressOf(fairCode), kept).catch(() => undefined);
  return { plan: plan as PublicPlan, readAt };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
