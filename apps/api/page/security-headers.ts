import { calledAs } from '@phien/identity';
import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';

const HOST_SHAPE = /^[A-Za-z0-9.[\]:-]+$/;

/* 'self' does not cover web sockets in older Safari; a host of another shape would break the header. */
const ownSockets = (request: IncomingMessage) => {
  const host = calledAs(request).host ?? '';
  return HOST_SHAPE.test(host) ? `ws://${host} wss://${host}` : `'self'`;
};

/* The till reads barcodes by WebAssembly where the browser cannot; no other page compiles any. */
const ownScripts = ({ url }: IncomingMessage) =>
  /^\/till(?:[/?]|$)/.test(url ?? '') ? `'self' 'wasm-unsafe-eval'` : `'self'`;

/** Headers of every answer. The page loads nothing from elsewhere; the ui kit needs inline styles. */
export function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'self'`],
        scriptSrc: [ownScripts],
        styleSrc: [`'self'`, `'unsafe-inline'`],
        imgSrc: [`'self'`, 'data:', 'blob:'],
        fontSrc: [`'self'`],
        connectSrc: [`'self'`, ownSockets],
        objectSrc: [`'none'`],
        baseUri: [`'self'`],
        formAction: [`'self'`],
        frameAncestors: [`'none'`],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: { includeSubDomains: false },
    frameguard: { action: 'deny' },
  });
}

/** The same headers by themselves, for an answer outside Express: worked out once a host that is called. */
export function securityHeadersByHost(): (request: IncomingMessage) => Record<string, string> {
  const secure = securityHeaders();
  let last: { host: string | undefined; headers: Record<string, string> } | undefined;
  return (request) => {
    const { host } = calledAs(request);
    if (last === undefined || last.host !== host) {
      const headers: Record<string, string> = {};
      const response = {
        setHeader: (name: string, value: string) => void (headers[name] = value),
        removeHeader: () => undefined,
      };
      secure(request, response as unknown as ServerResponse, () => undefined);
      last = { host, headers };
    }
    return last.headers;
  };
}
