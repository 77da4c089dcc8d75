import type { Request } from 'express';
import { bytesIn } from '../form/bytes-in';
import { ROSTER_BOUNDS } from './roster-bounds';
import { rosterUnread } from './roster.refusals';

/** The bytes of a list that is the body of a request, and no more of them than a list may have. */
export async function fileIn(request: Request): Promise<Buffer> {
  const bytes = await bytesIn(request, ROSTER_BOUNDS.fileBytes);
  if (bytes === 'missing') throw rosterUnread({ code: 'roster_missing' });
  if (bytes === 'too_large') throw rosterUnread({ code: 'roster_too_large' });
  return bytes;
}
