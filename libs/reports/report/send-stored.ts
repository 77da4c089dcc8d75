import type { Response } from 'express';
import type { StoredReport } from './read-report';

/** Sends a stored file. By Express itself, which answers 304 to whoever holds these bytes already. */
export function sendStored(response: Response, file: StoredReport): void {
  response
    .set({
      'Content-Type': file.contentType,
      'Content-Disposition': file.contentDisposition,
      ETag: `"${file.sha256}"`,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(file.bytes);
}
