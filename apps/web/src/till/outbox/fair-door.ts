import { Problem, problemOf } from '../../api/problem';

/** A request without its answer; the problem has the code and the sentences. */
export class DoorFailure extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs: number | null,
  ) {
    super(problem.code);
  }

  /** Nobody answered, or the server asks to come again: nothing is wrong with what was sent. */
  get isPassing(): boolean {
    const { status } = this.problem;
    return status === 0 || status === 408 || status === 429 || status >= 500;
  }

  /** These very documents are not taken; fewer of them may be, when they were too large (413). */
  get isRefusal(): boolean {
    return !this.isPassing && this.problem.status !== 413;
  }

  get isUnreachable(): boolean {
    return this.problem.status === 0;
  }
}

export interface Heard<Answer> {
  answer: Answer;
  sentAtMs: number;
  heardAtMs: number;
  /** By the running clock, which nobody can set. */
  tookMs: number;
}

const patienceMs = 20_000;

/** Posts JSON to a door of the fair. Throws DoorFailure for anything but a full answer. */
export async function postTo<Answer>(path: string, body: object): Promise<Heard<Answer>> {
  const sentAtMs = Date.now();
  const started = performance.now();
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    });
    answer = response.ok ? await response.json() : await response.json().catch(() => null);
  } catch {
    throw new DoorFailure(new Problem(0, 'unreachable'), null);
  }
  if (!response.ok) {
    const seconds = Number(response.headers.get('Retry-After'));
    const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
    throw new DoorFailure(problemOf(response.status, answer), retryAfterMs);
  }
  const tookMs = performance.now() - started;
  return { answer: answer as Answer, sentAtMs, heardAtMs: Date.now(), tookMs };
}
