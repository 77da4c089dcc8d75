import { calledAs, type CalledAs } from '@phien/identity';
import type { Request } from 'express';
import type { Socket } from 'socket.io';
import type { Visibility } from './audience';
import type { WordTopic } from './live.dto';

/** One open socket. Its single pending slot is `isOwed`: it holds no board, only that one is due. */
export class Viewer {
  fairId: string | undefined;
  visibility: Visibility | undefined;
  /** The fair of each topic that it hears of; the board of another may be open beside it. */
  readonly hears = new Map<WordTopic, string>();
  /** The newest board could not be sent, or was not sent yet. */
  isOwed = false;
  /** A `watch` is being answered. */
  isAsking = false;

  constructor(readonly socket: Socket) {}

  get cookie(): string | undefined {
    return this.socket.handshake.headers.cookie;
  }

  /** The secret of a wall's link, when a wall opened it; whatever was sent in its place is no secret. */
  get wallToken(): string | undefined {
    const wall: unknown = (this.socket.handshake.auth as { wall?: unknown }).wall;
    if (wall === undefined) return undefined;
    return typeof wall === 'string' ? wall : '';
  }

  /** The address it came from, as Express knows it behind a proxy. */
  get from(): string {
    return (this.socket.request as Partial<Request>).ip ?? this.socket.handshake.address;
  }

  get calledAs(): CalledAs {
    return calledAs(this.socket.request);
  }

  /**
   * Whether everything sent so far has left this process; if not, more would only pile up. The
   * engine flushes whenever it can, so a writable transport means that nothing waits.
   */
  get isDrained(): boolean {
    return this.socket.conn.transport.writable;
  }
}
