import compression from 'compression';
import express, { type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/* Its best, which node takes by itself, makes whoever comes first wait for it. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, brotli),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
const FOR_EVER = 'public, max-age=31536000, immutable';

/* Vite writes a hash into the name of everything it puts into assets/. */
const setHeaders = (response: Response, path: string) => {
  const isHashed = posix.basename(dirname(path.replaceAll('\\', '/'))) === 'assets';
  response.setHeader('Cache-Control', isHashed ? FOR_EVER : 'no-cache');
};

/**
 * Serves the built web from `folder`: files as they are, and for any other page address the
 * `index.html` of the nearest folder above it, since routes live in the browser. `/api` and
 * `/socket.io` are never taken. A missing file with an extension stays missing. Compressed for whoever
 * takes it: a phone in a crowd waits for a third of the bytes, also where no proxy does it. Scripts and
 * styles, whose files never change, are compressed once.
 */
export function builtPage(folder: string): RequestHandler {
  const files = express.static(folder, { setHeaders, redirect: true, dotfiles: 'ignore' });
  const compress = compression();
  const packed = packedAssets(folder);
  return (request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading || /^\/(api|socket\.io)(\/|$)/.test(request.path)) return next();
    packed(request, response, () => {
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
    });
  };
}

function packedAssets(folder: string): RequestHandler {
  const packed = new Map<string, Promise<Buffer>>();
  return (request, response, next) => {
    const [, name] = /^\/assets\/([\w-]+\.(?:js|css))$/.exec(request.path) ?? [];
    const packing = (['br', 'gzip'] as const).find((each) => request.acceptsEncodings(each));
    if (name === undefined || packing === undefined) return next();
    const key = `${packing} ${name}`;
    const bytes = packed.get(key) ?? readFile(join(folder, 'assets', name)).then(packers[packing]);
    packed.set(key, bytes);
    bytes.then(
      (body) => {
        response.vary('Accept-Encoding').type(posix.extname(name));
        response.set({ 'Cache-Control': FOR_EVER, 'Content-Encoding': packing }).send(body);
      },
      () => {
        packed.delete(key);
        next();
      },
    );
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
