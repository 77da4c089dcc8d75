import compression from 'compression';
import express, { type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/* Vite writes a hash into the name of everything it puts into assets/. */
const setHeaders = (response: Response, path: string) => {
  const isHashed = posix.basename(dirname(path.replaceAll('\\', '/'))) === 'assets';
  response.setHeader(
    'Cache-Control',
    isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
};

/**
 * Serves the built web from `folder`: files as they are, and for any other page address the
 * `index.html` of the nearest folder above it, since routes live in the browser. `/api` and
 * `/socket.io` are never taken. A missing file with an extension stays missing. Compressed for whoever
 * takes it: a phone in a crowd waits for a third of the bytes, also where no proxy does it.
 */
export function builtPage(folder: string): RequestHandler {
  const files = express.static(folder, { setHeaders, redirect: true, dotfiles: 'ignore' });
  const compress = compression();
  return (request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading || /^\/(api|socket\.io)(\/|$)/.test(request.path)) return next();
    compress(request, response, () => {
      files(request, response, () => {
        const page = nearestPage(folder, request.path);
        if (page === null) return next();
        response.sendFile(
          page,
          { root: folder, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
          (error) => {
            if (error) next(error);
          },
        );
      });
    });
  };
}

function nearestPage(folder: string, path: string): string | null {
  if (posix.basename(path).includes('.') || path.includes('..') || path.includes('\0')) return null;
  for (let at = posix.normalize(path); ; at = posix.dirname(at)) {
    const page = posix.join('.', at, 'index.html');
    if (existsSync(join(folder, page))) return page;
    if (at === '/' || at === '.') return null;
  }
}
