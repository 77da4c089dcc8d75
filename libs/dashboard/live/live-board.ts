import { Inject, Injectable, Logger } from '@nestjs/common';
import { ReadSilence } from '@phien/sales';
import type { Namespace } from 'socket.io';
import { ReadBoard } from '../board/read-board';
import { ReadBoardState, type BoardState } from '../board/read-board-state';
import { Audience, roomOf, showsTheSame, viewerOf, type Visibility } from './audience';
import type { HeartbeatDto } from './live.dto';
import { LivePace } from './live-pace';
import type { Viewer } from './viewer';

/** Viewers whose sockets are not drained; what is sent to all passes them by. */
const BEHIND = 'behind';

/**
 * Sends whole boards to whoever watches: read once per fair and visibility, at most four times a
 * second, the frame built once for all. A viewer whose socket is not drained gets the newest board
 * when it is, and nothing in between. Rooms live in this process: entering and leaving them is done
 * when the call returns, and no two moves of a viewer can cross.
 */
@Injectable()
export class LiveBoard {
  private readonly log = new Logger(LiveBoard.name);
  private readonly audiences = new Map<string, Audience>();
  private readonly ticks = new Set<Promise<void>>();
  private namespace: Namespace | undefined;

  constructor(
    private readonly readBoard: ReadBoard,
    private readonly readBoardState: ReadBoardState,
    private readonly readSilence: ReadSilence,
    @Inject(LivePace) private readonly pace: LivePace,
  ) {}

  open(namespace: Namespace): void {
    this.namespace = namespace;
  }

  /** Stops speaking, after what is being read. */
  async close(): Promise<void> {
    for (const audience of this.audiences.values()) clearTimeout(audience.timer);
    this.audiences.clear();
    await Promise.all(this.ticks);
  }

  /** Puts a viewer into a fair's room, out of any other, and sends the board soon. */
  join(viewer: Viewer, fairId: string, visibility: Visibility): void {
    this.leave(viewer);
    void viewer.socket.join(roomOf(fairId, visibility));
    const audience = this.audiences.get(fairId) ?? new Audience(fairId);
    this.audiences.set(fairId, audience);
    audience.viewers.add(viewer);
    viewer.fairId = fairId;
    viewer.visibility = visibility;
    viewer.isOwed = true;
    this.ask(fairId);
  }

  leave(viewer: Viewer): void {
    const { fairId, visibility } = viewer;
    if (fairId === undefined || visibility === undefined) return;
    viewer.fairId = undefined;
    viewer.visibility = undefined;
    viewer.isOwed = false;
    const audience = this.audiences.get(fairId);
    audience?.remove(viewer, visibility);
    if (audience?.viewers.size === 0) {
      clearTimeout(audience.timer);
      this.audiences.delete(fairId);
    }
    void viewer.socket.leave(roomOf(fairId, visibility));
  }

  /** News of a fair, or a viewer to serve: a board goes out now, or a tick after the last one. */
  ask(fairId: string): void {
    const audience = this.audiences.get(fairId);
    if (!audience || audience.timer) return;
    if (audience.isReading) {
      audience.isAskedAgain = true;
      return;
    }
    const waitMs = Math.max(0, audience.readAtMs + this.pace.tickMs - Date.now());
    audience.timer = setTimeout(() => {
      audience.timer = undefined;
      const tick = this.tick(audience).finally(() => this.ticks.delete(tick));
      this.ticks.add(tick);
    }, waitMs);
  }

  /** The viewer's socket has drained: if a board is due, the newest one goes now. */
  serve(viewer: Viewer): void {
    if (!viewer.isOwed || !viewer.isDrained || !viewer.fairId || !viewer.visibility) return;
    const board = this.audiences.get(viewer.fairId)?.latest.get(viewer.visibility);
    if (!board) return;
    viewer.isOwed = false;
    void viewer.socket.leave(BEHIND);
    viewer.socket.emit('board', board);
  }

  /** Says to every viewer how far the figures are, and sends boards where they moved on unheard. */
  async beat(): Promise<void> {
    if (this.audiences.size === 0) return;
    for (const state of await this.readBoardState.run([...this.audiences.keys()])) {
      const audience = this.audiences.get(state.fairId);
      if (!audience) continue;
      this.passBy(audience);
      this.namespace
        ?.to(audience.visibilities().map((visibility) => roomOf(state.fairId, visibility)))
        .except(BEHIND)
        .emit('heartbeat', heartbeat(state));
      const { silentCount } = await this.readSilence.run(state.fairId);
      if (audience.isBehind(state, silentCount)) this.ask(state.fairId);
      for (const viewer of audience.viewers) this.serve(viewer);
    }
  }

  private async tick(audience: Audience): Promise<void> {
    audience.isReading = true;
    try {
      for (const visibility of audience.visibilities()) {
        const board = await this.readBoard.run(audience.fairId, {}, viewerOf(visibility));
        const isNews = !showsTheSame(audience.latest.get(visibility), board);
        audience.latest.set(visibility, board);
        if (isNews) this.sendToAll(audience, visibility);
      }
      for (const viewer of audience.viewers) this.serve(viewer);
    } catch (error) {
      this.log.error(`the board of fair ${audience.fairId} could not be sent: ${String(error)}`);
    } finally {
      audience.isReading = false;
      audience.readAtMs = Date.now();
      if (audience.isAskedAgain) {
        audience.isAskedAgain = false;
        this.ask(audience.fairId);
      }
    }
  }

  private sendToAll(audience: Audience, visibility: Visibility): void {
    this.passBy(audience);
    this.namespace
      ?.to(roomOf(audience.fairId, visibility))
      .except(BEHIND)
      .emit('board', audience.latest.get(visibility));
  }

  /* Owed viewers are served one by one; the rest share a frame. */
  private passBy(audience: Audience): void {
    for (const viewer of audience.viewers) {
      if (!viewer.isDrained) viewer.isOwed = true;
      if (viewer.isOwed) void viewer.socket.join(BEHIND);
    }
  }
}

const heartbeat = ({ fairId, version, asOf }: BoardState): HeartbeatDto => ({
  fairId,
  version,
  asOf,
});
