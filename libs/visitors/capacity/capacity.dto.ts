import { IsInt, Max, Min, ValidateIf } from 'class-validator';

/** How many visitors may be inside at once. */
export class CapacityDto {
  /** Null: nobody set one, and no screen warns. */
  visitors: number | null;
  setAt: Date | null;
}

export class SetCapacityDto {
  /** Null takes it away. */
  @ValidateIf((wanted: SetCapacityDto) => wanted.visitors !== null)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  visitors: number | null;
}
