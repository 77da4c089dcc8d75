import { Controller, Get, Param } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ListBooths } from './list-booths';
import { ListFeatures } from './list-features';
import { ListZones } from './list-zones';
import { BoothDto, PlanFeatureDto, ZoneDto } from './plan.dto';

@Roles('organizer', 'official', 'exhibitor', 'gate')
@Controller('fairs/:fairId')
export class PlanController {
  constructor(
    private readonly listZones: ListZones,
    private readonly listBooths: ListBooths,
    private readonly listFeatures: ListFeatures,
  ) {}

  /** The zones of the fair by code. */
  @Get('zones')
  zones(@Param('fairId') fairId: string): Promise<ZoneDto[]> {
    return this.listZones.run(fairId);
  }

  /** The booths of the fair by code, each with who stands in it. */
  @Get('booths')
  booths(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<BoothDto[]> {
    return this.listBooths.run(fairId, caller);
  }

  /** Aisles, gates, exits, the stage and the words of the plan. */
  @Get('features')
  features(@Param('fairId') fairId: string): Promise<PlanFeatureDto[]> {
    return this.listFeatures.run(fairId);
  }
}
