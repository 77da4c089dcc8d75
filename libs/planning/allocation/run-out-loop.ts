import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { Rounds } from '@phien/store';
import { FreeDueAllocations } from './free-due-allocations';

const PAUSE_MS = 60_000;
const SHORTEST_PAUSE_MS = 5_000;

/** Asks Postgres every minute, and at the start, what was held or offered until now. */
@Injectable()
export class RunOutLoop extends Rounds {
  constructor(
    private readonly freeDueAllocations: FreeDueAllocations,
    @Inject(Clock) clock: Clock,
  ) {
    super(Math.max(SHORTEST_PAUSE_MS, PAUSE_MS / Math.max(1, clock.speed)));
  }

  protected override async walk(): Promise<void> {
    await this.freeDueAllocations.run();
  }
}
