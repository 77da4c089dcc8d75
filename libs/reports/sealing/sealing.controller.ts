import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ProposeSeal } from './propose-seal';
import { ReadSealing } from './read-sealing';
import { SealFair } from './seal-fair';
import { SealingDto } from './sealing.dto';
import { WithdrawSeal } from './withdraw-seal';

@Controller('fairs/:fairId/sealing')
export class SealingController {
  constructor(
    private readonly readSealing: ReadSealing,
    private readonly proposeSeal: ProposeSeal,
    private readonly withdrawSeal: WithdrawSeal,
    private readonly sealFair: SealFair,
  ) {}

  /** Whether the fair is sealed, by whom, and what stands in the way. */
  @Get()
  @Roles('organizer', 'official')
  read(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<SealingDto> {
    return this.readSealing.run(caller.accountId, fairId);
  }

  /** The first of two people: twice is once. */
  @Post('proposal')
  @HttpCode(204)
  @Roles('organizer')
  propose(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<void> {
    return this.proposeSeal.run(caller.accountId, fairId);
  }

  @Delete('proposal')
  @HttpCode(204)
  @Roles('organizer')
  withdraw(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<void> {
    return this.withdrawSeal.run(caller.accountId, fairId);
  }

  /** The second of two people. The figures of the fair are then what its closings say. */
  @Post()
  @HttpCode(204)
  @Roles('organizer')
  seal(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<void> {
    return this.sealFair.run(caller.accountId, fairId);
  }
}
