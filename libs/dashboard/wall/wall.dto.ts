import { ApiProperty, OmitType } from '@nestjs/swagger';
import { BoothDto, PlanFeatureDto, ZoneDto } from '@phien/planning';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import {
  WALL_AUDIENCES,
  WALL_LANGUAGES,
  type WallAudience,
  type WallLanguage,
} from './wall-link.entity';

export class IssueWallLinkDto {
  /** Where the wall hangs, such as "Sảnh chính". */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name: string;

  /** `officials`: what officials of the fair see. `public`: no exhibitor's name, no money of a booth. */
  @ApiProperty({ enum: WALL_AUDIENCES })
  @IsIn(WALL_AUDIENCES)
  audience: WallAudience;

  @ApiProperty({ enum: WALL_LANGUAGES })
  @IsIn(WALL_LANGUAGES)
  language: WallLanguage;
}

/** A wall's link in use. */
export class WallLinkDto {
  id: string;

  name: string;

  @ApiProperty({ enum: WALL_AUDIENCES })
  audience: WallAudience;

  @ApiProperty({ enum: WALL_LANGUAGES })
  language: WallLanguage;

  issuedByName: string;

  issuedAt: Date;

  /** When it was last open, to the minute; null before it ever was. */
  seenAt: Date | null;
}

/** A wall's link just made; its secret is told this once. */
export class NewWallLinkDto extends WallLinkDto {
  /** Stands behind the `#` of the wall's address. */
  token: string;
}

/** What a wall is told of itself. */
export class WallDto {
  fairId: string;

  name: string;

  @ApiProperty({ enum: WALL_AUDIENCES })
  audience: WallAudience;

  @ApiProperty({ enum: WALL_LANGUAGES })
  language: WallLanguage;

  /** Fair time now, ISO 8601: the clock on the wall goes by it. */
  now: string;
}

/** A booth as the wall draws it: nobody's name goes along. */
export class WallBoothDto extends OmitType(BoothDto, [
  'holders',
  'reserved',
  'freeSixths',
] as const) {}

/** The plan as the wall draws it. */
export class WallPlanDto {
  hallWidthCm: number;

  hallDepthCm: number;

  zones: ZoneDto[];

  features: PlanFeatureDto[];

  booths: WallBoothDto[];
}
