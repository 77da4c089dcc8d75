import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

const PLAIN = /^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\p{Z}][^\p{Cc}\p{Cs}]*$/u;

/** Points for an exhibitor, and why. */
export class SetPointsDto {
  /** Made by the one who asks: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsInt()
  @Min(0)
  @Max(1_000)
  points: number;

  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  reason: string;
}

/** The points that hold for an exhibitor; who has none stands in no list. */
export class ExhibitorPointsDto {
  exhibitorId: string;

  points: number;

  reason: string;

  /** From 1: how often they were set. */
  revision: number;

  setByName: string;

  /** ISO 8601, fair time. */
  setAt: string;
}
