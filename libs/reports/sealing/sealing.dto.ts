import { ApiProperty } from '@nestjs/swagger';
import type { Obstacle, ObstacleCode } from './sealing.rules';
import { OBSTACLES } from './sealing.rules';

/** Something that keeps a fair from being sealed. */
export class SealObstacleDto implements Obstacle {
  @ApiProperty({ enum: OBSTACLES })
  code: ObstacleCode;

  /** YYYY-MM-DD; null when it is of no day. */
  day: string | null;

  /** How many documents or declarations; null where there is nothing to count. */
  count: number | null;
}

/** Whether a fair is sealed, and who proposed and sealed it. */
export class SealingDto {
  isSealed: boolean;
  proposedByName: string | null;
  proposedAt: Date | null;
  /** Whether the caller proposed it: then somebody else must seal. */
  isOwnProposal: boolean;
  sealedByName: string | null;
  sealedAt: Date | null;
  /** Empty once nothing stands in the way, and of a sealed fair. */
  obstacles: SealObstacleDto[];
  /** Days whose last closing is provisional: no obstacle, for some phones never come back. */
  provisionalDays: string[];
}
