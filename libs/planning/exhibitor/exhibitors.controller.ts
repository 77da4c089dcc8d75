import { Controller, Get, Param } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ExhibitorDto } from './exhibitor.dto';
import { ListExhibitors } from './list-exhibitors';

@Controller('fairs/:fairId/exhibitors')
export class ExhibitorsController {
  constructor(private readonly listExhibitors: ListExhibitors) {}

  /** The exhibitors by name; an exhibitor sees itself alone. */
  @Get()
  @Roles('organizer', 'official', 'exhibitor')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<ExhibitorDto[]> {
    return this.listExhibitors.run(caller, fairId);
  }
}
