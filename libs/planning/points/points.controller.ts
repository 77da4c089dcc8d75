import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ListPoints } from './list-points';
import { ExhibitorPointsDto, SetPointsDto } from './points.dto';
import { SetPoints } from './set-points';

@Roles('organizer')
@Controller('fairs/:fairId')
export class PointsController {
  constructor(
    private readonly listPoints: ListPoints,
    private readonly setPoints: SetPoints,
  ) {}

  /** The priority points that hold, the most first. */
  @Get('points')
  list(@Param('fairId') fairId: string): Promise<ExhibitorPointsDto[]> {
    return this.listPoints.run(fairId);
  }

  /** Gives an exhibitor other points, and says why. */
  @Post('exhibitors/:exhibitorId/points')
  @HttpCode(200)
  set(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Body() body: SetPointsDto,
  ): Promise<ExhibitorPointsDto> {
    return this.setPoints.run(caller, { fairId, exhibitorId }, body);
  }
}
