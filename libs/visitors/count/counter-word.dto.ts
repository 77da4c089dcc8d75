import { IsInt, IsISO8601, Max, Min } from 'class-validator';

/** The most that a counter may say of one epoch. */
export const MOST_COUNTED = 100_000_000;

/** What a device has counted at a gate since its epoch began; cumulative, never a difference. */
export class CounterWordDto {
  /** Raised each time the counter starts again from zero; the second of its start, if it keeps nothing. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  epoch: number;

  /** Rises with every word of the epoch. */
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  sequence: number;

  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  entries: number;

  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  exits: number;

  /** The device's time, ISO 8601 with its zone; believed between 7 days ago and now. */
  @IsISO8601({ strict: true })
  countedAt: string;
}
