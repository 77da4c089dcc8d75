import { Body, Controller, Param, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ClosingGraceDto } from './closing.dto';
import { SetClosingGrace } from './set-closing-grace';

@Controller('fairs/:fairId/closing-grace')
export class ClosingGraceController {
  constructor(private readonly setClosingGrace: SetClosingGrace) {}

  /** How many minutes after the closing hour a day closes itself. */
  @Put()
  @Roles('organizer')
  set(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: ClosingGraceDto,
  ): Promise<ClosingGraceDto> {
    return this.setClosingGrace.run(caller.accountId, fairId, body);
  }
}
