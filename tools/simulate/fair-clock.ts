import type { FairDoor } from './fair-door';
import type { HealthAnswer } from './fair-answers';

/** The server's fair time, kept in step without asking again. */
export class FairClock {
  private constructor(
    readonly speed: number,
    readonly isMoved: boolean,
    private readonly fairMs: number,
    private readonly realMs: number,
  ) {}

  static async of(door: FairDoor): Promise<FairClock> {
    const askedMs = performance.now();
    const { clock } = await door.get<HealthAnswer>('/api/health');
    const middleMs = (askedMs + performance.now()) / 2;
    return new FairClock(clock.speed, clock.isMoved, Date.parse(clock.now), middleMs);
  }

  nowMs(): number {
    return this.fairMs + Math.round((performance.now() - this.realMs) * this.speed);
  }

  /** Real milliseconds that so many fair minutes take. */
  realMsOf(fairMinutes: number): number {
    return (fairMinutes * 60_000) / this.speed;
  }
}
