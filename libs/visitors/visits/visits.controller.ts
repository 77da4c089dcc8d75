import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '@phien/identity';
import { ReadVisits } from './read-visits';
import { type VisitsDto, VisitsQuery } from './visits.dto';

@Controller('fairs/:fairId/visits')
export class VisitsController {
  constructor(private readonly readVisits: ReadVisits) {}

  @Get()
  @Roles('organizer', 'official', 'gate')
  read(@Param('fairId') fairId: string, @Query() { day }: VisitsQuery): Promise<VisitsDto> {
    return this.readVisits.run(fairId, day);
  }
}
