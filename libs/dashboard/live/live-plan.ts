import { Inject, Injectable } from '@nestjs/common';
import { ReadPlanVersions } from '@phien/planning';
import type { Namespace } from 'socket.io';
import type { PlanWordDto } from './live.dto';
import { LivePace } from './live-pace';
import type { Viewer } from './viewer';

const roomOf = (fairId: string) => `${fairId}:plan`;

/**
 * Tells the organizers who have a fair's plan open how far it has come: at most four times a
 * second, and with every heartbeat, so that a word that was lost is said again. It carries no plan:
 * whoever is behind asks over HTTP.
 */
@Injectable()
export class LivePlan {
  private readonly viewers = new Map<string, Set<Viewer>>();
  private readonly newest = new Map<string, number>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private namespace: Namespace | undefined;

  constructor(
    private readonly readPlanVersions: ReadPlanVersions,
    @Inject(LivePace) private readonly pace: LivePace,
  ) {}

  open(namespace: Namespace): void {
    this.namespace = namespace;
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Puts a viewer into the room of a fair's plan, out of any other. */
  join(viewer: Viewer, fairId: string): void {
    this.leave(viewer);
    void viewer.socket.join(roomOf(fairId));
    const here = this.viewers.get(fairId) ?? new Set();
    this.viewers.set(fairId, here.add(viewer));
    viewer.planFairId = fairId;
  }

  leave(viewer: Viewer): void {
    const { planFairId: fairId } = viewer;
    if (fairId === undefined) return;
    viewer.planFairId = undefined;
    void viewer.socket.leave(roomOf(fairId));
    const here = this.viewers.get(fairId);
    here?.delete(viewer);
    if (here?.size === 0) this.viewers.delete(fairId);
  }

  /** A step was taken: said now, and what comes within a tick after it in one word. */
  hear(fairId: string, version: number): void {
    if (!this.viewers.has(fairId)) return;
    this.newest.set(fairId, Math.max(version, this.newest.get(fairId) ?? 0));
    if (this.timers.has(fairId)) return;
    this.say(fairId);
    this.timers.set(
      fairId,
      setTimeout(() => {
        this.timers.delete(fairId);
        this.say(fairId);
      }, this.pace.tickMs),
    );
  }

  async beat(): Promise<void> {
    if (this.viewers.size === 0) return;
    for (const word of await this.readPlanVersions.run([...this.viewers.keys()])) this.tell(word);
  }

  private say(fairId: string): void {
    const version = this.newest.get(fairId);
    this.newest.delete(fairId);
    if (version !== undefined) this.tell({ fairId, version });
  }

  private tell(word: PlanWordDto): void {
    this.namespace?.to(roomOf(word.fairId)).emit('plan', word);
  }
}
