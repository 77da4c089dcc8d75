import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@phien/identity';
import { ReadSums } from './read-sums';
import { DelegationSumsDto } from './sums.dto';

@Roles('organizer', 'official')
@Controller('fairs/:fairId/delegation-sums')
export class SumsController {
  constructor(private readonly readSums: ReadSums) {}

  /** Planned, allocated and unassigned by delegation, and of all. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<DelegationSumsDto> {
    return this.readSums.run(fairId);
  }
}
