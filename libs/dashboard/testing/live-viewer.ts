import { io, type Socket } from 'socket.io-client';
import type { BoardDto } from '../board/board.dto';
import type { HeartbeatDto, Topic, WatchAnswer, WordDto } from '../live/live.dto';

/** A screen that watches: a real socket that keeps whatever it hears. */
export class LiveViewer {
  readonly boards: BoardDto[] = [];
  readonly heardAtMs: number[] = [];
  readonly heartbeats: HeartbeatDto[] = [];
  readonly plans: WordDto[] = [];
  readonly files: WordDto[] = [];
  readonly suggestions: WordDto[] = [];
  readonly others: string[] = [];
  /** Code of a refused connection. */
  refusal: string | undefined;
  readonly socket: Socket;

  constructor(
    url: string,
    headers: { cookie?: string; origin?: string },
    namespace = '/board',
    auth: { wall?: unknown } = {},
  ) {
    this.socket = io(url + namespace, {
      transports: ['websocket'],
      extraHeaders: headers,
      auth,
      forceNew: true,
      reconnection: false,
    });
    this.socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      this.refusal = error.data?.code ?? error.message;
    });
    this.socket.on('board', (board: BoardDto) => {
      this.boards.push(board);
      this.heardAtMs.push(Date.now());
    });
    this.socket.on('heartbeat', (heartbeat: HeartbeatDto) => this.heartbeats.push(heartbeat));
    this.socket.on('plan', (word: WordDto) => this.plans.push(word));
    this.socket.on('files', (word: WordDto) => this.files.push(word));
    this.socket.on('suggestion', (word: WordDto) => this.suggestions.push(word));
    this.socket.onAny((event: string) => {
      if (!['board', 'heartbeat', 'plan', 'files', 'suggestion'].includes(event))
        this.others.push(event);
    });
  }

  get last(): BoardDto | undefined {
    return this.boards.at(-1);
  }

  watch(fairId: unknown, topic?: Topic): Promise<WatchAnswer> {
    return this.socket
      .timeout(60_000)
      .emitWithAck('watch', { fairId, topic }) as Promise<WatchAnswer>;
  }

  /** Stops reading what comes from the network, as a phone in a lift does; answers how to go on. */
  stall(): () => void {
    const transport: unknown = this.socket.io.engine.transport;
    const { _socket: tcp } = (transport as { ws: { _socket: { pause(): void; resume(): void } } })
      .ws;
    tcp.pause();
    return () => tcp.resume();
  }

  close(): void {
    this.socket.disconnect();
  }
}
