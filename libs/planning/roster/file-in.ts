import type { Request } from 'express';
import { ROSTER_BOUNDS } from './roster-bounds';
import { rosterUnread } from './roster.refusals';

/** The bytes of a file that is the body of a request, and no more of them than a list may have. */
export async function fileIn(request: Request): Promise<Buffer> {
  if (!request.is('application/octet-stream')) throw rosterUnread({ code: 'roster_missing' });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    /* What is too large is read to its end and kept nowhere: else the browser hears no answer. */
    if (size <= ROSTER_BOUNDS.fileBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > 4 * ROSTER_BOUNDS.fileBytes) break;
  }
  if (size > ROSTER_BOUNDS.fileBytes) throw rosterUnread({ code: 'roster_too_large' });
  if (size === 0) throw rosterUnread({ code: 'roster_missing' });
  return Buffer.concat(chunks);
}
