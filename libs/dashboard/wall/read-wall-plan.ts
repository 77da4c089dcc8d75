import { Injectable } from '@nestjs/common';
import { ListBooths, ListFeatures, ListZones, ReadFair } from '@phien/planning';
import { FindWallLink } from './find-wall-link';
import type { WallPlanDto } from './wall.dto';

/** The hall with its zones and booths, and nobody's name. Refuses as `FindWallLink` does. */
@Injectable()
export class ReadWallPlan {
  constructor(
    private readonly findLink: FindWallLink,
    private readonly readFair: ReadFair,
    private readonly listZones: ListZones,
    private readonly listBooths: ListBooths,
    private readonly listFeatures: ListFeatures,
  ) {}

  async run(token: string, from: string): Promise<WallPlanDto> {
    const { fairId } = await this.findLink.run(token, from);
    const { hallWidthCm, hallDepthCm } = await this.readFair.run(fairId);
    const [zones, features, booths] = await Promise.all([
      this.listZones.run(fairId),
      this.listFeatures.run(fairId),
      this.listBooths.run(fairId),
    ]);
    return {
      hallWidthCm,
      hallDepthCm,
      zones,
      features,
      booths: booths.map(({ id, code, zoneId, kind, faces, xCm, yCm, widthCm, depthCm }) => ({
        id,
        code,
        zoneId,
        kind,
        faces,
        xCm,
        yCm,
        widthCm,
        depthCm,
      })),
    };
  }
}
