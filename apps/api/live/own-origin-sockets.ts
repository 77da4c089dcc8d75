import type { NestExpressApplication } from '@nestjs/platform-express';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { calledAs, isOwnOrigin } from '@phien/identity';
import { readAsExpress } from '../as-express';

/* The platform package's own socket.io, whatever version the project itself names. */
type ServerOptions = NonNullable<Parameters<IoAdapter['createIOServer']>[1]>;
type Server = ReturnType<IoAdapter['createIOServer']>;

const LARGEST_MESSAGE_BYTES = 16 * 1024;

/**
 * Sockets for our own pages only. Plain web sockets, since long polling would need one process to
 * see every request of a client; no recovery, since a board fetches its whole state on connecting.
 */
export class OwnOriginSockets extends IoAdapter {
  constructor(private readonly api: NestExpressApplication) {
    super(api);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const own: Partial<ServerOptions> = {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
      allowRequest: (request, decide) => {
        const isOwn = isOwnOrigin(
          request.headers.origin,
          calledAs(readAsExpress(this.api, request)).host,
        );
        decide(isOwn ? null : 'foreign_origin', isOwn);
      },
    };
    return super.createIOServer(port, own as ServerOptions);
  }
}
