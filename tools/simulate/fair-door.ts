import { setTimeout as sleep } from 'node:timers/promises';

/** An answer that is not what was asked for, with the door's own code. */
export class DoorRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly retryAfterMs: number,
  ) {
    super(`${code} (${status}): ${detail}`);
  }

  /** The door may say yes later to the very same request. */
  get isPassing(): boolean {
    return this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const patienceMs = 15_000;
const tries = 6;

/** The public doors of one Phiên, as one caller knocks on them. */
export class FairDoor {
  #cookie: string | null = null;

  constructor(readonly url: string) {}

  /** Signs in; the session goes with every later request of this door. */
  async signIn(login: string, password: string): Promise<void> {
    const response = await this.#send('POST', '/api/session', { login, password });
    if (!response.ok) throw await refusalOf(response);
    await response.arrayBuffer();
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0] ?? '')
      .join('; ');
  }

  async signOut(): Promise<void> {
    const response = await this.#send('DELETE', '/api/session');
    await response.arrayBuffer();
    this.#cookie = null;
  }

  get<T>(path: string): Promise<T> {
    return this.#patiently(() => this.once<T>('GET', path));
  }

  /** Only for doors where the same word twice is the same as once. */
  post<T>(path: string, body?: object): Promise<T> {
    return this.#patiently(() => this.once<T>('POST', path, body));
  }

  /** Takes away; twice is the same as once. */
  remove(path: string): Promise<void> {
    return this.#patiently(async () => {
      const response = await this.#send('DELETE', path);
      if (!response.ok) throw await refusalOf(response);
    });
  }

  /**
   * One request, no second try. Throws DoorRefusal for an answer that refuses; anything else that
   * it throws means that nobody knows whether the request arrived.
   */
  async once<T>(method: string, path: string, body?: object, cut?: AbortSignal): Promise<T> {
    const response = await this.#send(method, path, body, cut);
    if (!response.ok) throw await refusalOf(response);
    return (await response.json()) as T;
  }

  #send(method: string, path: string, body?: object, cut?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (this.#cookie !== null) headers['cookie'] = this.#cookie;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const late = AbortSignal.timeout(patienceMs);
    return fetch(`${this.url}${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: cut === undefined ? late : AbortSignal.any([late, cut]),
    });
  }

  async #patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask();
      } catch (failure) {
        const isFinal = failure instanceof DoorRefusal && !failure.isPassing;
        if (isFinal || attempt === tries) throw failure;
        await sleep(backOffMs(attempt, failure, Math.random));
      }
    }
  }
}

/** How long to wait after the nth failure: doubling, jittered, and never less than the door asks. */
export function backOffMs(attempt: number, failure: unknown, random: () => number): number {
  const askedMs = failure instanceof DoorRefusal ? failure.retryAfterMs : 0;
  const mostMs = Math.min(5_000, 100 * 2 ** Math.min(attempt, 10));
  return askedMs + mostMs * (0.5 + random() / 2);
}

async function refusalOf(response: Response): Promise<DoorRefusal> {
  const text = await response.text();
  const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1_000 || 0;
  let code = 'unexpected_answer';
  let detail = text.slice(0, 300);
  try {
    const problem = JSON.parse(text) as { code?: unknown; detailEn?: unknown };
    if (typeof problem.code === 'string') code = problem.code;
    if (typeof problem.detailEn === 'string') detail = problem.detailEn;
  } catch {
    // Not a problem document (a proxy's page, say): its first words are the detail.
  }
  return new DoorRefusal(response.status, code, detail, retryAfterMs);
}
