import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OpenedArchive } from './open-archive';

/** Sends a stored archive as fast as whoever asked takes it. Somebody who leaves is no fault. */
export async function sendArchive(response: Response, archive: OpenedArchive): Promise<void> {
  const { sizeBytes, sha256, contentDisposition, pieces } = archive;
  response.set({
    'Content-Type': 'application/zip',
    'Content-Length': String(sizeBytes),
    'Content-Disposition': contentDisposition,
    ETag: `"${sha256}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  await pipeline(Readable.from(pieces), response).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw failure;
  });
}
