import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { VisitsDto } from '../visits/visits.dto';
import { CounterWordDto, MOST_COUNTED } from './counter-word.dto';

/** What a person has counted on a phone. */
export class GateCountDto extends CounterWordDto {
  /** Made by the phone once and kept. */
  @IsUUID()
  deviceId: string;

  /** Entries taken back by the person who counts. */
  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  undoneEntries: number;

  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  undoneExits: number;
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
