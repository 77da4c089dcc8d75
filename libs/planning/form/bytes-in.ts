import type { Request } from 'express';

/**
 * The bytes of a file that is the body of a request, when there are some and no more than so many.
 * JSON is no file: a form of another page can send none of both.
 */
export async function bytesIn(
  request: Request,
  mostBytes: number,
): Promise<Buffer | 'missing' | 'too_large'> {
  if (!request.is('application/octet-stream')) return 'missing';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    /* What is too large is read to its end and kept nowhere: else the browser hears no answer. */
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > 4 * mostBytes) break;
  }
  if (size > mostBytes) return 'too_large';
  return size === 0 ? 'missing' : Buffer.concat(chunks);
}
