import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { DeclareLinkDto, IssueDeclareLinkDto, NewDeclareLinkDto } from './declared.dto';
import { IssueDeclareLink } from './issue-declare-link';
import { ListDeclareLinks } from './list-declare-links';
import { WithdrawDeclareLink } from './withdraw-declare-link';

@Roles('organizer', 'exhibitor')
@Controller('fairs/:fairId/declare-links')
export class DeclareLinksController {
  constructor(
    private readonly listLinks: ListDeclareLinks,
    private readonly issueLink: IssueDeclareLink,
    private readonly withdrawLink: WithdrawDeclareLink,
  ) {}

  /** The links in use by which booths declare; an exhibitor sees its own. */
  @Get()
  list(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
  ): Promise<DeclareLinkDto[]> {
    return this.listLinks.run(caller, fairId);
  }

  /** A new link for an exhibitor at one of its booths; its secret is answered this once. */
  @Post()
  issue(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() asked: IssueDeclareLinkDto,
  ): Promise<NewDeclareLinkDto> {
    return this.issueLink.run(caller, fairId, asked);
  }

  /** Ends a link; what was declared by it stays. */
  @Delete(':linkId')
  @HttpCode(204)
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('linkId') linkId: string,
  ): Promise<void> {
    return this.withdrawLink.run(caller, fairId, linkId);
  }
}
