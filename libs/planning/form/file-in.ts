import type { Refusal } from '@phien/kernel';
import type { Request } from 'express';

export interface FileBounds {
  mostBytes: number;
  missing: () => Refusal;
  tooLarge: () => Refusal;
}

/** The bytes of a file that is the body of a request, and no more of them than it may have. */
export async function fileIn(
  request: Request,
  { mostBytes, missing, tooLarge }: FileBounds,
): Promise<Buffer> {
  if (!request.is('application/octet-stream')) throw missing();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    /* What is too large is read to its end and kept nowhere: else the browser hears no answer. */
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > 4 * mostBytes) break;
  }
  if (size > mostBytes) throw tooLarge();
  if (size === 0) throw missing();
  return Buffer.concat(chunks);
}
