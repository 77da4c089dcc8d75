import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { Roles } from '../role/access';
import { CurrentCaller } from '../role/current-caller';
import { Caller } from '../session/caller.dto';
import { ResetSecondFactor } from './reset-second-factor';

@Controller('fairs/:fairId/people/:accountId/second-factor')
export class LostPhonesController {
  constructor(private readonly resetSecondFactor: ResetSecondFactor) {}

  /** Takes a lost phone away from an account in the caller's hands; its owner sets up another. */
  @Delete()
  @HttpCode(204)
  @Roles('organizer')
  reset(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('accountId') accountId: string,
  ): Promise<void> {
    return this.resetSecondFactor.run(caller, fairId, accountId);
  }
}
