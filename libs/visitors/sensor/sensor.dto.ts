import {
  IsHexadecimal,
  IsInt,
  IsISO8601,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { MOST_COUNTED } from '../count/gate-count.dto';

/** A people counter at a gate, and when it was last heard from. */
export class SensorDto {
  id: string;
  gateId: string;
  name: string;
  addedAt: Date;
  addedByName: string;
  revokedAt: Date | null;
  /** Null until it has counted. */
  heardAt: Date | null;
  /** Entries of all its epochs. */
  entries: number;
  exits: number;
}

export class AddSensorDto {
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name: string;
}

/** A sensor just added; its key is told this once. */
export class NewSensorDto extends SensorDto {
  /** 32 bytes in base64url. */
  key: string;
}

/** What a sensor has counted since its epoch began; cumulative, never a difference. */
export class SensorCountDto {
  /** Raised each time the counter starts again from zero; the second of its start, if it keeps nothing. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  epoch: number;

  /** Rises with every message of the epoch. */
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

  /** The sensor's time, ISO 8601 with its zone; believed between 7 days ago and now. */
  @IsISO8601({ strict: true })
  countedAt: string;

  /** HMAC-SHA256 of the eight lines that docs/sensors.md names, in hexadecimal. */
  @IsHexadecimal()
  @Length(64, 64)
  signature: string;
}
