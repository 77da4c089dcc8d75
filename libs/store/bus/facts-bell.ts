import { Injectable } from '@nestjs/common';
import { Bus } from './bus';

const SHORTEST_PAUSE_MS = 50;

/**
 * Says "new facts" (channel `facts`) after a commit, at most every 50 ms and on the bus's own
 * connection: a NOTIFY inside a sale's transaction costs most of the throughput. A lost ring costs
 * nothing but time, since the fold also looks by itself.
 */
@Injectable()
export class FactsBell {
  private rungAtMs = 0;
  private isWaiting = false;

  constructor(private readonly bus: Bus) {}

  ring(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    const pauseMs = Math.max(0, this.rungAtMs + SHORTEST_PAUSE_MS - Date.now());
    setTimeout(() => {
      this.isWaiting = false;
      this.rungAtMs = Date.now();
      this.bus.publish('facts', {}).catch(() => undefined);
    }, pauseMs).unref();
  }
}
