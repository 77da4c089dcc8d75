import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { CountAnswerDto, GateCountDto } from './gate-count.dto';
import { TellCount } from './tell-count';

@Controller('fairs/:fairId/gates/:gateId/counts')
export class CountsController {
  constructor(private readonly tellCount: TellCount) {}

  /** Stores what a device has counted so far; answers today's visits as well. */
  @Post()
  @HttpCode(200)
  @Roles('gate', 'organizer')
  record(
    @Param('fairId') fairId: string,
    @Param('gateId') gateId: string,
    @CurrentCaller() { accountId }: Caller,
    @Body() count: GateCountDto,
  ): Promise<CountAnswerDto> {
    return this.tellCount.run({ fairId, gateId, accountId }, count);
  }
}
