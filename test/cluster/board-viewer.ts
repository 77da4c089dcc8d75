import { io, type Socket } from 'socket.io-client';

export interface ShownBoard {
  version: number;
  revenue: { measuredVnd: number };
  sales: { count: number };
}

/** A board that stands open at one door. */
export class BoardViewer {
  last: ShownBoard | undefined;
  private constructor(private readonly socket: Socket) {}

  /** `url` is where the socket goes, `page` where its page is said to come from. */
  static async open(url: string, page: string, cookie: string, fairId: string) {
    const socket = io(`${url}/board`, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin: page },
      forceNew: true,
      reconnection: false,
    });
    const viewer = new BoardViewer(socket);
    socket.on('board', (board: ShownBoard) => (viewer.last = board));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const answer = (await socket.timeout(60_000).emitWithAck('watch', { fairId })) as object;
    if (!('ok' in answer && answer.ok)) throw new Error(JSON.stringify(answer));
    return viewer;
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  close(): void {
    this.socket.disconnect();
  }
}
