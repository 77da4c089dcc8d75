import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AcceptSetAside } from './accept-set-aside';
import { ListSetAside } from './list-set-aside';
import { ProposeSetAside } from './propose-set-aside';
import { RefuseSetAside } from './refuse-set-aside';
import {
  DecideSetAsideDto,
  SetAsideDecisionDto,
  SetAsidePageDto,
  SetAsideQuery,
} from './set-aside.dto';

@Controller('fairs/:fairId/set-aside')
export class SetAsideController {
  constructor(
    private readonly listSetAside: ListSetAside,
    private readonly acceptSetAside: AcceptSetAside,
    private readonly refuseSetAside: RefuseSetAside,
    private readonly proposeSetAside: ProposeSetAside,
  ) {}

  /** Documents that are linked and do not count: those that wait for someone, or those decided. */
  @Get()
  @Roles('organizer')
  list(
    @CurrentCaller() { accountId }: Caller,
    @Param('fairId') fairId: string,
    @Query() asked: SetAsideQuery,
  ): Promise<SetAsidePageDto> {
    return this.listSetAside.run(accountId, fairId, asked);
  }

  /** It happened: the document is booked on its own day. Twice is once. */
  @Post(':documentId/acceptance')
  @HttpCode(200)
  @Roles('organizer')
  accept(
    @CurrentCaller() { accountId }: Caller,
    @Param('fairId') fairId: string,
    @Param('documentId') documentId: string,
    @Body() { reason }: DecideSetAsideDto,
  ): Promise<SetAsideDecisionDto> {
    return this.acceptSetAside.run({ fairId, documentId, accountId, reason });
  }

  /** In a sealed fair: the first of the two people that it takes. Twice is once. */
  @Post(':documentId/proposal')
  @HttpCode(204)
  @Roles('organizer')
  propose(
    @CurrentCaller() { accountId }: Caller,
    @Param('fairId') fairId: string,
    @Param('documentId') documentId: string,
    @Body() { reason }: DecideSetAsideDto,
  ): Promise<void> {
    return this.proposeSetAside.run({ fairId, documentId, accountId, reason });
  }

  /** It never counts. Twice is once. */
  @Post(':documentId/refusal')
  @HttpCode(200)
  @Roles('organizer')
  refuse(
    @CurrentCaller() { accountId }: Caller,
    @Param('fairId') fairId: string,
    @Param('documentId') documentId: string,
    @Body() { reason }: DecideSetAsideDto,
  ): Promise<SetAsideDecisionDto> {
    return this.refuseSetAside.run({ fairId, documentId, accountId, reason });
  }
}
