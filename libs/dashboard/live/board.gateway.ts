import {
  Inject,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { Bus } from '@phien/store';
import { Namespace, Socket } from 'socket.io';
import { Admission } from './admission';
import { LiveBoard } from './live-board';
import { LivePace } from './live-pace';
import { LiveWords } from './live-words';
import { WORD_TOPICS, type WatchAnswer, type WordTopic } from './live.dto';
import { RecheckViewers } from './recheck-viewers';
import { Viewer } from './viewer';

/**
 * The live board's socket. A viewer is admitted by the session cookie, or by the secret of a wall's
 * link (`auth: { wall }`), before anything is heard, asks `watch { fairId, topic }`, and then only listens: `board` (BoardDto) and `heartbeat`, or for
 * the topics plan, files and suggestion an event of that name (WordDto).
 */
@WebSocketGateway({
  namespace: '/board',
  transports: ['websocket'],
  serveClient: false,
  connectTimeout: 10_000,
  maxHttpBufferSize: 4_096,
})
export class BoardGateway
  implements
    OnGatewayInit<Namespace>,
    OnGatewayConnection<Socket>,
    OnGatewayDisconnect<Socket>,
    OnApplicationBootstrap,
    BeforeApplicationShutdown
{
  private readonly log = new Logger(BoardGateway.name);
  private readonly viewers = new Map<string, Viewer>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly working = new Set<Promise<void>>();
  private isStopped = false;
  private readonly unsubscribe: (() => Promise<void>)[] = [];

  constructor(
    private readonly admission: Admission,
    private readonly live: LiveBoard,
    private readonly words: LiveWords,
    private readonly recheck: RecheckViewers,
    @Inject(LivePace) private readonly pace: LivePace,
    @Inject(Bus) private readonly bus: Bus,
  ) {}

  afterInit(namespace: Namespace): void {
    /* The root namespace has nothing to offer: nobody sits there unknown. */
    namespace.server.use((_socket, next) => next(refused('no_such_namespace')));
    namespace.use((socket, next) => {
      this.admission.whyNot(new Viewer(socket)).then(
        (code) => next(code === null ? undefined : refused(code)),
        (error: unknown) => {
          this.log.error(`a socket could not be admitted: ${String(error)}`);
          next(refused('busy'));
        },
      );
    });
    this.live.open(namespace);
    this.words.open(namespace);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.unsubscribe.push(
      await this.bus.subscribe('board', (message) => {
        const fairId = (message as { fairId?: unknown } | null)?.fairId;
        if (typeof fairId === 'string') this.live.ask(fairId);
      }),
    );
    for (const topic of WORD_TOPICS) {
      this.unsubscribe.push(
        await this.bus.subscribe(topic, (message) => {
          const { fairId, version } = (message ?? {}) as { fairId?: unknown; version?: unknown };
          if (typeof fairId === 'string' && typeof version === 'number') {
            this.words.hear(fairId, topic, version);
          }
        }),
      );
    }
    this.every(this.pace.heartbeatMs, () => this.live.beat());
    this.every(this.pace.heartbeatMs, () => this.words.beat());
    this.every(this.pace.recheckMs, () => this.recheck.run([...this.viewers.values()]));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    for (const leave of this.unsubscribe) await leave().catch(() => undefined);
    this.words.close();
    await Promise.all([this.live.close(), ...this.working]);
  }

  handleConnection(socket: Socket): void {
    const viewer = new Viewer(socket);
    this.viewers.set(socket.id, viewer);
    /* 'ready' comes when the transport has handed its last frame to the network. */
    socket.conn.transport.on('ready', () => this.live.serve(viewer));
  }

  handleDisconnect(socket: Socket): void {
    const viewer = this.viewers.get(socket.id);
    this.viewers.delete(socket.id);
    if (!viewer) return;
    this.live.leave(viewer);
    for (const topic of WORD_TOPICS) this.words.leave(viewer, topic);
  }

  @SubscribeMessage('watch')
  async watch(
    @ConnectedSocket() socket: Socket,
    @MessageBody() wanted: { fairId?: unknown; topic?: unknown } | null,
  ): Promise<WatchAnswer> {
    const viewer = this.viewers.get(socket.id);
    if (!viewer) return { ok: false, code: 'session_ended' };
    if (viewer.isAsking) return { ok: false, code: 'busy' };
    viewer.isAsking = true;
    try {
      const topic = WORD_TOPICS.find((known) => known === wanted?.topic);
      return await (topic === undefined
        ? this.show(viewer, wanted?.fairId)
        : this.letHear(viewer, wanted?.fairId, topic));
    } catch (error) {
      this.log.error(`a viewer could not be served: ${String(error)}`);
      return { ok: false, code: 'busy' };
    } finally {
      viewer.isAsking = false;
    }
  }

  private async show(viewer: Viewer, fairId: unknown): Promise<WatchAnswer> {
    const entrant = await this.admission.entrant(viewer);
    if (entrant === null) return { ok: false, code: 'session_ended' };
    const admitted = await this.admission.toFair(entrant, fairId);
    if ('code' in admitted) return { ok: false, code: admitted.code };
    if (viewer.socket.connected) {
      this.live.join(viewer, fairId as string, admitted.visibility);
    }
    return { ok: true };
  }

  private async letHear(viewer: Viewer, fairId: unknown, topic: WordTopic): Promise<WatchAnswer> {
    const entrant = await this.admission.entrant(viewer);
    if (entrant === null) return { ok: false, code: 'session_ended' };
    const refused = this.admission.whyNotHear(entrant, fairId, topic);
    if (refused) return { ok: false, ...refused };
    if (viewer.socket.connected) this.words.join(viewer, fairId as string, topic);
    return { ok: true };
  }

  private every(ms: number, work: () => Promise<void>): void {
    if (this.isStopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const turn = work()
        .catch((error: unknown) => this.log.error(`the live board stumbled: ${String(error)}`))
        .finally(() => {
          this.working.delete(turn);
          this.every(ms, work);
        });
      this.working.add(turn);
    }, ms);
    this.timers.add(timer);
  }
}

/** What `connect_error` shows a client: the code in `data`. */
function refused(code: string): Error {
  return Object.assign(new Error(code), { data: { code } });
}
