import type { DemoAccount, FairServer } from '../fair-server';

/** A person's session with the api: signs in once, then asks as that person. */
export class Caller {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
  ) {}

  /** `url` is the door that is knocked at; the server's first unless told. */
  static async signIn(
    server: FairServer,
    role: DemoAccount['role'],
    url = server.url,
  ): Promise<Caller> {
    const { login, password } = server.account(role);
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    if (!answer.ok) throw new Error(`${role} could not sign in: ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new Caller(url, cookie);
  }

  /** Makes an account of an invitation's link, as the person who got it does. */
  static async join(
    url: string,
    token: string,
    person: { login: string; name: string; password: string },
  ): Promise<Caller> {
    const answer = await fetch(`${url}/api/invitations/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, ...person }),
    });
    if (!answer.ok) throw new Error(`${person.login} could not join: ${await answer.text()}`);
    return new Caller(url, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  /** The same session at another door. */
  at(url: string): Caller {
    return new Caller(url, this.cookie);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, {
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers, cookie: this.cookie },
    });
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.fetch(path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    const answer = await this.fetch(path, { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/** Asks until the answer is there, at most `withinMs`. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
  withinMs = 120_000,
): Promise<T> {
  const deadlineMs = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadlineMs) throw new Error(`it did not come to pass in ${withinMs} ms`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
