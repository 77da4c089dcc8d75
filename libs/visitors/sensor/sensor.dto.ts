import { IsHexadecimal, IsString, Length, Matches } from 'class-validator';
import { CounterWordDto } from '../count/counter-word.dto';

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

/** What a sensor has counted, signed with its key. */
export class SensorCountDto extends CounterWordDto {
  /** HMAC-SHA256 of the eight lines that docs/sensors.md names, in hexadecimal. */
  @IsHexadecimal()
  @Length(64, 64)
  signature: string;
}
