import { IsBoolean, IsInt, Max, Min } from 'class-validator';

const FARTHEST_CM = 1_000_000;
/* By a name: the reader of these classes for the API leaves out a field with a sign before its bound. */
const WESTERNMOST_CM = -1_000_000;

/** Where a picture lies under the plan, in centimetres, and how much of it is seen. */
export class BackdropPlacingDto {
  @IsInt()
  @Min(WESTERNMOST_CM)
  @Max(FARTHEST_CM)
  xCm: number;

  @IsInt()
  @Min(WESTERNMOST_CM)
  @Max(FARTHEST_CM)
  yCm: number;

  /** Its depth follows. */
  @IsInt()
  @Min(10)
  @Max(FARTHEST_CM)
  widthCm: number;

  @IsInt()
  @Min(5)
  @Max(100)
  opacityPercent: number;

  /** A hand does not move it. */
  @IsBoolean()
  isLocked: boolean;
}

/** A picture under the plan. */
export class BackdropDto extends BackdropPlacingDto {
  /** Where the picture is read; another one has another address. */
  picturePath: string;

  depthCm: number;

  widthPx: number;

  heightPx: number;
}

/** What lies under the plan that is being drawn. */
export class BackdropStateDto {
  /** Null when nothing does. */
  backdrop: BackdropDto | null;
}
