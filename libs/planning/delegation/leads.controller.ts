import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { LeadDeadlineDto } from './delegation.dto';
import { OwnDelegationDto } from './own-delegation.dto';
import { ReadOwnDelegation } from './read-own-delegation';
import { SetLeadDeadline } from './set-lead-deadline';

@Controller('fairs/:fairId')
export class LeadsController {
  constructor(
    private readonly readOwnDelegation: ReadOwnDelegation,
    private readonly setLeadDeadline: SetLeadDeadline,
  ) {}

  /** The delegation that the caller leads, and the plan around its booths. */
  @Get('own-delegation')
  @Roles('delegation_lead')
  own(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<OwnDelegationDto> {
    return this.readOwnDelegation.run(caller, fairId);
  }

  /** Until when leads add and correct their exhibitors, and give booths. */
  @Put('lead-deadline')
  @Roles('organizer')
  deadline(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: LeadDeadlineDto,
  ): Promise<LeadDeadlineDto> {
    return this.setLeadDeadline.run(caller, fairId, body);
  }
}
