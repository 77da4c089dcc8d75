import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IssueResetLink } from '../account/issue-reset-link';
import { Roles } from '../role/access';
import { CurrentCaller } from '../role/current-caller';
import { Caller } from '../session/caller.dto';
import { CloseAccount } from './close-account';
import { GiveRole } from './give-role';
import { ListPeople } from './list-people';
import { GiveRoleDto, PersonDto, ResetLinkDto } from './person.dto';
import { ReopenAccount } from './reopen-account';
import { WithdrawRole } from './withdraw-role';

@Controller('fairs/:fairId/people')
export class PeopleController {
  constructor(
    private readonly listPeople: ListPeople,
    private readonly giveRole: GiveRole,
    private readonly withdrawRole: WithdrawRole,
    private readonly closeAccount: CloseAccount,
    private readonly reopenAccount: ReopenAccount,
    private readonly issueResetLink: IssueResetLink,
  ) {}

  /** Everyone with a role in the fair. */
  @Get()
  @Roles('organizer')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<PersonDto[]> {
    return this.listPeople.run(caller, fairId);
  }

  /** Gives another role to somebody who has one here, or had one. */
  @Post(':accountId/roles')
  @HttpCode(204)
  @Roles('organizer')
  give(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('accountId') accountId: string,
    @Body() body: GiveRoleDto,
  ): Promise<void> {
    return this.giveRole.run(caller, fairId, accountId, body);
  }

  /** Takes a role away; it bites within 5 seconds. */
  @Delete(':accountId/roles/:role')
  @HttpCode(204)
  @Roles('organizer')
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('accountId') accountId: string,
    @Param('role') role: string,
  ): Promise<void> {
    return this.withdrawRole.run(caller, { fairId, accountId, role });
  }

  /** Closes an account in the caller's hands and ends what it has open. */
  @Post(':accountId/closing')
  @HttpCode(204)
  @Roles('organizer')
  close(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('accountId') accountId: string,
  ): Promise<void> {
    return this.closeAccount.run(caller, fairId, accountId);
  }

  /** Opens a closed account again. */
  @Delete(':accountId/closing')
  @HttpCode(204)
  @Roles('organizer')
  reopen(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('accountId') accountId: string,
  ): Promise<void> {
    return this.reopenAccount.run(caller, fairId, accountId);
  }

  /** A one-time link, an hour, by which the person chooses a new password. */
  @Post(':accountId/reset-links')
  @Roles('organizer')
  reset(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('accountId') accountId: string,
  ): Promise<ResetLinkDto> {
    return this.issueResetLink.run(caller, fairId, accountId);
  }
}
