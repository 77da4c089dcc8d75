import { Injectable } from '@nestjs/common';

/** How often the live board speaks and looks. */
@Injectable()
export class LivePace {
  /** At least between two boards of one fair: four a second. */
  readonly tickMs: number = 250;
  readonly heartbeatMs: number = 5_000;
  /** Who lost a session, a role or a wall's link is cut off within this and what the look itself takes: under 5 s. */
  readonly recheckMs: number = 4_000;
}
