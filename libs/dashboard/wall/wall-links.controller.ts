import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { IssueWallLink } from './issue-wall-link';
import { ListWallLinks } from './list-wall-links';
import { RevokeWallLink } from './revoke-wall-link';
import { IssueWallLinkDto, NewWallLinkDto, WallLinkDto } from './wall.dto';

@Roles('organizer')
@Controller('fairs/:fairId/wall-links')
export class WallLinksController {
  constructor(
    private readonly listLinks: ListWallLinks,
    private readonly issueLink: IssueWallLink,
    private readonly revokeLink: RevokeWallLink,
  ) {}

  /** The wall links in use, and when each was last open. */
  @Get()
  list(@Param('fairId') fairId: string): Promise<WallLinkDto[]> {
    return this.listLinks.run(fairId);
  }

  /** A new wall link; its secret is answered this once. */
  @Post()
  issue(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: IssueWallLinkDto,
  ): Promise<NewWallLinkDto> {
    return this.issueLink.run(caller, fairId, wanted);
  }

  /** Ends a link: its wall goes dark within 5 seconds. */
  @Delete(':linkId')
  @HttpCode(204)
  revoke(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('linkId') linkId: string,
  ): Promise<void> {
    return this.revokeLink.run(caller, fairId, linkId);
  }
}
