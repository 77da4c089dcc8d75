import type { Refusal } from '@phien/kernel';
import { bodyNotJson, foreignOrigin } from './role.refusals';

export interface RequestOrigin {
  method: string;
  /** Host the request was sent to, with its port, as the browser wrote it. */
  host: string | undefined;
  origin: string | undefined;
  contentType: string | undefined;
  contentLength: string | undefined;
  transferEncoding: string | undefined;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the Origin header, if there is one, names the host itself. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  return (
    URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === originHost
  );
}

/**
 * Why a request that changes something is not believed to come from our own page, or null. A page
 * elsewhere can make a browser post a form; it cannot send JSON, or bytes that are
 * called no more than bytes, without asking first.
 */
export function whyForeign(request: RequestOrigin): Refusal | null {
  if (READING.has(request.method)) return null;
  if (!isOwnOrigin(request.origin, request.host)) return foreignOrigin();
  const hasBody = request.transferEncoding !== undefined || Number(request.contentLength ?? 0) > 0;
  const isAskedFor = /^application\/(json|octet-stream)\s*(;|$)/i.test(request.contentType ?? '');
  return hasBody && !isAskedFor ? bodyNotJson() : null;
}
