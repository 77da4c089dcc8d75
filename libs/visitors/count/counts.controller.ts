import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { GateCountDto, type GateCounterDto } from './gate-count.dto';
import { RecordGateCount } from './record-gate-count';

@Controller('fairs/:fairId/gates/:gateId/counts')
export class CountsController {
  constructor(private readonly recordGateCount: RecordGateCount) {}

  @Post()
  @HttpCode(200)
  @Roles('gate', 'organizer')
  record(
    @Param('fairId') fairId: string,
    @Param('gateId') gateId: string,
    @CurrentCaller() { accountId }: Caller,
    @Body() count: GateCountDto,
  ): Promise<GateCounterDto> {
    return this.recordGateCount.run({ fairId, gateId, accountId }, count);
  }
}
