import createClient from 'openapi-fetch';
import { Problem, problemOf } from './problem';
import type { components, paths } from './schema.generated';

export type Board = components['schemas']['BoardDto'];
export type Caller = components['schemas']['Caller'];
export type Booth = components['schemas']['BoothDto'];
export type Zone = components['schemas']['ZoneDto'];
export type PlanFeature = components['schemas']['PlanFeatureDto'];
export type WholeFair = components['schemas']['FairDto'];
export type Fair = NonNullable<Awaited<ReturnType<typeof readFairs>>>[number];

/** The typed client; a screen that stands alone keeps its own requests in a file of its folder. */
export const client = createClient<paths>({ credentials: 'same-origin' });

/** The data of an answer, or a thrown Problem: `unreachable` when there was no answer at all. */
export async function answered<Data>(
  request: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data | undefined> {
  let answer: { data?: Data; error?: unknown; response: Response };
  try {
    answer = await request;
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!answer.response.ok) throw problemOf(answer.response.status, answer.error);
  return answer.data;
}

/** What an answer must have brought. */
export function present<Data>(data: Data | undefined): NonNullable<Data> {
  if (data === undefined || data === null) throw new Problem(200, 'empty_answer');
  return data;
}

/** Who is signed in; null when nobody is. */
export async function readSession(): Promise<Caller | null> {
  try {
    return present(await answered(client.GET('/api/session')));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null;
    throw problem;
  }
}

export async function signIn(login: string, password: string): Promise<void> {
  await answered(client.POST('/api/session', { body: { login, password } }));
}

/** Whether this server still waits for its first account. */
export async function readSetup() {
  return present(await answered(client.GET('/api/setup')));
}

export async function signOut(): Promise<void> {
  await answered(client.DELETE('/api/session'));
}

/** The fairs that the caller may see. */
export async function readFairs() {
  return present(await answered(client.GET('/api/fairs')));
}

/** One fair with its zone, its days and its settings. */
export async function readFair(fairId: string) {
  return present(
    await answered(client.GET('/api/fairs/{fairId}', { params: { path: { fairId } } })),
  );
}

export type BoardAsked = NonNullable<
  paths['/api/fairs/{fairId}/board']['get']['parameters']['query']
>;

/** The board of a day or a period; of today, as the server's clock has it, when nothing is asked. */
export async function readBoard(fairId: string, asked: BoardAsked = {}): Promise<Board> {
  return present(
    await answered(
      client.GET('/api/fairs/{fairId}/board', { params: { path: { fairId }, query: asked } }),
    ),
  );
}
