import type { Address } from '@phien/sales';
import type { IncomingMessage } from 'node:http';

const LARGEST_BODY = 1_048_576;
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PATH = new RegExp(`^/api/fairs/(${ID})/registers/(${ID})/documents$`);
const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

/**
 * Where a request is addressed that brings documents as tills do: plain JSON of a told length that
 * is no larger than a body may be. Null for any other request.
 */
export function addressOf({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Address | null {
  if (method !== 'POST') return null;
  const [, fairId, registerId] = PATH.exec(url ?? '') ?? [];
  if (fairId === undefined || registerId === undefined) return null;
  const length = Number(headers['content-length']);
  const isPlain =
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= LARGEST_BODY;
  return isPlain ? { fairId, registerId } : null;
}
