import { IsInt, IsISO8601, IsUUID, Max, Min } from 'class-validator';
import { VisitsDto } from '../visits/visits.dto';

/** The most that a counter may say of one epoch. */
export const MOST_COUNTED = 100_000_000;

/** What a counting device has counted since its epoch began; cumulative, never a difference. */
export class GateCountDto {
  /** Made by the device once and kept. */
  @IsUUID()
  deviceId: string;

  /** Raised by the device each time its counter starts again from zero. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  epoch: number;

  /** 1, 2, 3 … within the epoch. */
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

  /** Entries taken back by the person who counts. */
  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  undoneEntries: number;

  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  undoneExits: number;

  /** The device's time, ISO 8601 with its zone; believed between 7 days ago and now. */
  @IsISO8601({ strict: true })
  countedAt: string;
}

/** Where the counter stands on the server: its highest sequence and what stands of it. */
export class GateCounterDto {
  gateId: string;
  deviceId: string;
  epoch: number;
  sequence: number;
  /** Entries without those undone. */
  entries: number;
  exits: number;
  receivedAt: string;
}

/** The counter, and the fair's visits of today with it: one request tells a gate all it shows. */
export class CountAnswerDto extends GateCounterDto {
  visits: VisitsDto;
}
