import { Controller, Get, Param } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ExhibitorFiguresDto } from './exhibitor-figures.dto';
import { ReadExhibitorFigures } from './read-exhibitor-figures';

@Controller('fairs/:fairId/exhibitors/:exhibitorId/figures')
export class ExhibitorFiguresController {
  constructor(private readonly readFigures: ReadExhibitorFigures) {}

  /** What an exhibitor sold, by fair day; an exhibitor sees its own alone. */
  @Get()
  @Roles('organizer', 'exhibitor')
  read(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
  ): Promise<ExhibitorFiguresDto> {
    return this.readFigures.run(caller, fairId, exhibitorId);
  }
}
