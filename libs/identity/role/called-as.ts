import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** How a browser called us. */
export interface CalledAs {
  /** The host as it stands in the address, with its port. */
  host: string | undefined;
  isOverHttps: boolean;
}

/**
 * How a request, or the one that opened a socket, called us. Whether a proxy in front is believed
 * is for Express to say, which was told so; without Express only what came over the wire counts.
 */
export function calledAs(request: IncomingMessage): CalledAs {
  const { host, secure } = request as Partial<Pick<Request, 'host' | 'secure'>>;
  return {
    host: host ?? request.headers.host,
    isOverHttps: secure ?? (request.socket as Partial<TLSSocket>).encrypted === true,
  };
}
