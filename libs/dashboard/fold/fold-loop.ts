import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Bus } from '@phien/store';
import { DataSource } from 'typeorm';
import { FOLD_BATCH, FoldFacts } from './fold-facts';

const LOOK_MS = 250;
const AFTER_FAILURE_MS = 1_000;
/** Fairs folded side by side; one that waits for its lock holds only its own lane. */
const LANES = 4;
/*
 * A fold rests eight times as long as it took: little when there is little to do, and in a rush
 * long enough to take more at once, since most of what a fold costs it costs once for all it takes.
 * No board is told more often than four times a second.
 */
const REST_TIMES = 8;
const REST_MS = 200;

/** Folds whatever there is, woken by the word "new facts" and looking by itself every 250 ms. */
@Injectable()
export class FoldLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(FoldLoop.name);
  private readonly folding = new Map<string, Promise<void>>();
  private readonly resting = new Set<string>();
  private isStopped = false;
  private isNudged = false;
  private wake: (() => void) | undefined;
  private looking: Promise<void> = Promise.resolve();
  private unsubscribe: (() => Promise<void>) | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly foldFacts: FoldFacts,
    @Inject(Bus) private readonly bus: Bus,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unsubscribe = await this.bus.subscribe('facts', () => this.nudge());
    this.looking = this.keepLooking();
  }

  /** Lets the transactions under way finish. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.nudge();
    await this.looking;
    await Promise.all(this.folding.values());
    await this.unsubscribe?.().catch(() => undefined);
  }

  private nudge(): void {
    this.isNudged = true;
    this.wake?.();
  }

  private async keepLooking(): Promise<void> {
    while (!this.isStopped) {
      this.isNudged = false;
      try {
        await this.look();
        await this.pause(LOOK_MS);
      } catch (error) {
        this.log.error(`the outbox could not be read: ${String(error)}`);
        await this.pause(AFTER_FAILURE_MS);
      }
    }
  }

  private async look(): Promise<void> {
    const fairs = await this.source.query<{ id: string }[]>(
      `SELECT f.id FROM fair f
        WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = f.id AND o.reader = 'fold')`,
    );
    for (const { id } of fairs) {
      if (this.isStopped || this.folding.size === LANES) return;
      if (this.folding.has(id) || this.resting.has(id)) continue;
      this.folding.set(id, this.fold(id));
    }
  }

  /* What came meanwhile was passed over, so a fold that found something looks again. */
  private async fold(fairId: string): Promise<void> {
    let taken = 0;
    const startedMs = performance.now();
    try {
      ({ taken } = await this.foldFacts.run(fairId));
    } catch (error) {
      this.log.error(`fair ${fairId} could not be folded: ${String(error)}`);
      await new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS));
    }
    this.folding.delete(fairId);
    if (taken === FOLD_BATCH) this.nudge();
    else if (taken > 0) this.rest(fairId, REST_TIMES * (performance.now() - startedMs));
  }

  private rest(fairId: string, ms: number): void {
    this.resting.add(fairId);
    setTimeout(
      () => {
        this.resting.delete(fairId);
        this.nudge();
      },
      Math.min(ms, REST_MS),
    ).unref();
  }

  private pause(ms: number): Promise<void> {
    if (this.isNudged) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
