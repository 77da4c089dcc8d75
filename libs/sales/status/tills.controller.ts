import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@phien/identity';
import { ReadTills } from './read-tills';
import { TillsDto } from './tills.dto';

@Controller('fairs/:fairId/tills')
export class TillsController {
  constructor(private readonly readTills: ReadTills) {}

  /** How every phone of the fair stands: silent, holding sales, closed and empty; the worst first. */
  @Get()
  @Roles('organizer')
  read(@Param('fairId') fairId: string): Promise<TillsDto> {
    return this.readTills.run(fairId);
  }
}
