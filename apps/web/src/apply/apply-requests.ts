import type { Language } from '@phien/kernel';
import { Problem, problemOf } from '../api/problem';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type ApplyForm = Schemas['ApplicationFormDto'];
export type Own = Schemas['OwnApplicationDto'];
export type Content = Schemas['ApplicationContentDto'];
export type Product = Schemas['ApplicationProductDto'];
export type Wishes = Schemas['ApplicationWishesDto'];

/* A file of 5 MB from a hill takes its time; a word does not. */
const PATIENCE_MS = 15_000;
const FILE_PATIENCE_MS = 180_000;

interface Asked {
  method?: 'POST' | 'PUT' | 'DELETE';
  code?: string;
  body?: object | Blob;
}

/** Throws Problem: `unreachable` when there was no answer. No cookie goes along: the code is enough. */
async function ask<Answer>(path: string, { method, code, body }: Asked = {}): Promise<Answer> {
  const isFile = body instanceof Blob;
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api/public/fairs/${path}`, {
      method: method ?? 'GET',
      credentials: 'omit',
      headers: {
        ...(body && { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' }),
        ...(code !== undefined && { 'Phien-Application': code }),
      },
      body: isFile ? body : body && JSON.stringify(body),
      signal: AbortSignal.timeout(isFile ? FILE_PATIENCE_MS : PATIENCE_MS),
    });
    answer = await response.json().catch(() => null);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!response.ok || answer === null) throw problemOf(response.status, answer);
  return answer as Answer;
}

export interface Key {
  fairCode: string;
  code: string;
}

const at = (fairCode: string, path: string) => `${encodeURIComponent(fairCode)}/${path}`;

export const readForm = (fairCode: string) => ask<ApplyForm>(at(fairCode, 'application-form'));

export const readOwn = ({ fairCode, code }: Key) => ask<Own>(at(fairCode, 'application'), { code });

export const startOwn = ({ fairCode, code }: Key, language: Language, content: Content) =>
  ask<Own>(at(fairCode, 'applications'), { method: 'POST', body: { code, language, content } });

export const saveOwn = (
  { fairCode, code }: Key,
  body: { version: number; language: Language; content: Content },
) => ask<Own>(at(fairCode, 'application'), { method: 'PUT', code, body });

const doneTo = ({ fairCode, code }: Key, what: string, version: number) =>
  ask<Own>(at(fairCode, `application/${what}`), { method: 'POST', code, body: { version } });

export const sendOwn = (key: Key, version: number) => doneTo(key, 'sending', version);
export const withdrawOwn = (key: Key, version: number) => doneTo(key, 'withdrawal', version);

export const attachFile = ({ fairCode, code }: Key, file: File) =>
  ask<Own>(
    at(fairCode, `application/files?name=${encodeURIComponent(file.name.slice(-200) || 'x')}`),
    { method: 'POST', code, body: file },
  );

export const removeFile = ({ fairCode, code }: Key, fileId: string) =>
  ask<Own>(at(fairCode, `application/files/${fileId}`), { method: 'DELETE', code });

export const asProblem = (failure: unknown): Problem =>
  failure instanceof Problem ? failure : new Problem(0, 'unreachable');
