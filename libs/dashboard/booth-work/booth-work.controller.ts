import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@phien/identity';
import { BoothWorkDto } from './booth-work.dto';
import { ReadBoothWork } from './read-booth-work';

@Controller('fairs/:fairId/booths/:boothId/work')
export class BoothWorkController {
  constructor(private readonly readBoothWork: ReadBoothWork) {}

  /** Open shifts and sales of today at a booth. */
  @Get()
  @Roles('organizer')
  read(@Param('fairId') fairId: string, @Param('boothId') boothId: string): Promise<BoothWorkDto> {
    return this.readBoothWork.run(fairId, boothId);
  }
}
