import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { Rounds } from '@phien/store';
import { CloseDueDays } from './close-due-days';

const PAUSE_MS = 60_000;
const SHORTEST_PAUSE_MS = 5_000;

/**
 * Asks Postgres every minute, and at the start, which days are due. On a moved clock that runs
 * faster it asks sooner, so that a demo's evening closes about when it says.
 */
@Injectable()
export class ClosingsLoop extends Rounds {
  constructor(
    private readonly closeDueDays: CloseDueDays,
    @Inject(Clock) clock: Clock,
  ) {
    super(Math.max(SHORTEST_PAUSE_MS, PAUSE_MS / Math.max(1, clock.speed)));
  }

  protected override async walk(): Promise<void> {
    await this.closeDueDays.run();
  }
}
