import { IsOptional, IsString } from 'class-validator';
import { CapacityLevel } from '../capacity/capacity.rules';

export class VisitsQuery {
  /** Fair day YYYY-MM-DD; today's when left out. */
  @IsOptional()
  @IsString()
  day?: string;
}

export class GateVisitsDto {
  gateId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  entries: number;
  /** How many of them a people counter counted; the rest were clicked. */
  sensorEntries: number;
  exits: number;
}

/** Visits of a fair day: entries counted at the gates, never people. Parts sum to the whole. */
export class VisitsDto {
  fairId: string;
  /** YYYY-MM-DD */
  day: string;
  /** Instant up to which counts are in, ISO 8601. */
  asOf: string;
  entries: number;
  exits: number;
  /** Entries less exits, never below 0. */
  inside: number;
  /** Entries less exits as counted; below 0 when entries were missed. */
  difference: number;
  /** How many may be inside at once; null when nobody set it. */
  capacity: number | null;
  /** What `inside` is of the capacity, 1 when full; null without one. */
  share: number | null;
  /** `near` from 90 % on, `full` from 100 %; null without a capacity. */
  level: CapacityLevel | null;
  gates: GateVisitsDto[];
}
