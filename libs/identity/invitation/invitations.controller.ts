import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Roles } from '../role/access';
import { CurrentCaller } from '../role/current-caller';
import { Caller } from '../session/caller.dto';
import { InvitationDto, InviteDto, NewInvitationDto } from './invitation.dto';
import { InvitePerson } from './invite-person';
import { ListInvitations } from './list-invitations';
import { WithdrawInvitation } from './withdraw-invitation';

@Controller('fairs/:fairId/invitations')
export class InvitationsController {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly invitePerson: InvitePerson,
    private readonly withdrawInvitation: WithdrawInvitation,
  ) {}

  /** Invitations that wait to be taken, and those that ran out in the last week. */
  @Get()
  @Roles('organizer')
  list(@Param('fairId') fairId: string): Promise<InvitationDto[]> {
    return this.listInvitations.run(fairId);
  }

  /** Offers a role to whoever is given the link, for 7 days; its secret is answered this once. */
  @Post()
  @Roles('organizer')
  invite(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: InviteDto,
  ): Promise<NewInvitationDto> {
    return this.invitePerson.run(caller, fairId, body);
  }

  /** Takes an invitation back. */
  @Delete(':invitationId')
  @HttpCode(204)
  @Roles('organizer')
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('invitationId') invitationId: string,
  ): Promise<void> {
    return this.withdrawInvitation.run(caller, fairId, invitationId);
  }
}
