import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RegisterKey } from '@phien/identity';
import { ReceiveStatus } from './receive-status';
import { SayStatusDto, StatusAnswerDto } from './status.dto';

@Controller('fairs/:fairId/registers/:registerId/status')
export class StatusesController {
  constructor(private readonly receiveStatus: ReceiveStatus) {}

  /** A phone says how it is; a superseded or revoked key may, for it may still hold sales. */
  @Post()
  @HttpCode(200)
  @RegisterKey()
  say(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() said: SayStatusDto,
  ): Promise<StatusAnswerDto> {
    return this.receiveStatus.run({ fairId, registerId }, said);
  }
}
