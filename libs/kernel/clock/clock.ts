/** Where fair time comes from. Sessions and limits do not ask it: they stay on real time. */
export abstract class Clock {
  /** How many fair seconds pass in a real second. */
  readonly speed: number = 1;
  readonly isMoved: boolean = false;

  abstract now(): Date;
}

class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Fair time is real time. */
export const systemClock: Clock = new SystemClock();

/** A clock set to another instant, for the demo and for tests only. */
export class MovedClock extends Clock {
  override readonly isMoved = true;

  /** @param anchorMs the real epoch milliseconds at which fair time was `instant` */
  constructor(
    readonly instant: Date,
    override readonly speed: number,
    readonly anchorMs: number = Date.now(),
  ) {
    super();
  }

  now(): Date {
    return new Date(this.instant.getTime() + Math.round((Date.now() - this.anchorMs) * this.speed));
  }

  /** The setting that makes every process that reads it agree with this clock. */
  get setting(): string {
    return `${this.instant.toISOString()}@${this.speed}@${this.anchorMs}`;
  }
}

const settingShape = /^([^@]+)@(\d+(?:\.\d+)?)(?:@(\d+))?$/;

/**
 * Reads `PHIEN_CLOCK`: `<instant>@<speed>[@<anchorEpochMs>]`, the instant in ISO 8601 with its
 * zone. Nothing set means real time. Throws an Error that says what is wrong with the setting.
 */
export function clockFrom(setting?: string): Clock {
  if (setting === undefined || setting === '') return systemClock;
  const parts = settingShape.exec(setting);
  const instantText = parts?.[1] ?? '';
  const instant = new Date(instantText);
  const speed = Number(parts?.[2]);
  const saysItsZone = /T.*(Z|[+-]\d\d:?\d\d)$/.test(instantText);
  if (!saysItsZone || Number.isNaN(instant.getTime()) || !(speed > 0 && speed <= 100_000)) {
    throw new Error(
      `PHIEN_CLOCK must read <instant>@<speed>[@<anchorEpochMs>], such as ` +
        `2025-11-01T19:00:00+07:00@60, and is: ${setting}`,
    );
  }
  const anchorText = parts?.[3];
  return new MovedClock(instant, speed, anchorText === undefined ? undefined : Number(anchorText));
}
