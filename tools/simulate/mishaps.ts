import type { Chance } from './chance.rules';
import type { Played } from './outcome.rules';

export type Mishap = 'badDocument' | 'clockJump' | 'reboot';

const hourMs = 3_600_000;
const shares = { badDocument: 0.02, clockJump: 0.01, reboot: 0.02 };
const wrongClockShare = 0.2;
const wrongClocksMs = [3, -3, 3 * 24, -3 * 24].map((hours) => hours * hourMs);
const wrongClocksAt = ['1970-01-02T00:00:00Z', '2099-12-30T00:00:00Z'].map((at) => Date.parse(at));

/** How far a clock that jumps is off, for one sale. */
export const clockJumpMs = 3 * 24 * hourMs;

/** What goes wrong at a phone itself, where `Faults` is its network. */
export class Mishaps {
  constructor(
    private readonly chance: Chance,
    private readonly counts: Played['faults'],
  ) {}

  /** How far this phone's clock is off all day, when it is one of those. */
  wrongClockMs(nowMs: number): number | null {
    if (!this.chance.happens(wrongClockShare)) return null;
    this.counts.clock += 1;
    return this.chance.pick([...wrongClocksMs, ...wrongClocksAt.map((atMs) => atMs - nowMs)]);
  }

  /** What happens around the next sale. */
  next(): Mishap | null {
    let drawn = this.chance.next();
    for (const mishap of ['badDocument', 'clockJump', 'reboot'] as const) {
      drawn -= shares[mishap];
      if (drawn >= 0) continue;
      this.counts[mishap] += 1;
      return mishap;
    }
    return null;
  }
}
