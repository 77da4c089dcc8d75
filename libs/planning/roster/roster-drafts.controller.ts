import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Request } from 'express';
import { fileIn } from '../form/file-in';
import { BringRoster } from './bring-roster';
import { CopyRoster } from './copy-roster';
import { DropRoster } from './drop-roster';
import { ROSTER_BOUNDS } from './roster-bounds';
import { ReadRosterDraft } from './read-roster-draft';
import {
  CopyRosterDto,
  RosterDraftDto,
  RosterNamedDto,
  RosterTakenDto,
  TakeRosterDto,
} from './roster.dto';
import { rosterUnread } from './roster.refusals';
import { TakeRoster } from './take-roster';

const LIST = {
  mostBytes: ROSTER_BOUNDS.fileBytes,
  missing: () => rosterUnread({ code: 'roster_missing' }),
  tooLarge: () => rosterUnread({ code: 'roster_too_large' }),
};

@Controller('fairs/:fairId/roster')
export class RosterDraftsController {
  constructor(
    private readonly bringRoster: BringRoster,
    private readonly copyRoster: CopyRoster,
    private readonly readRosterDraft: ReadRosterDraft,
    private readonly takeRoster: TakeRoster,
    private readonly dropRoster: DropRoster,
  ) {}

  /** Shows a list as a preview, of an .xlsx or .csv file in the body; nothing is written. */
  @Post('drafts')
  @Roles('organizer')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async bring(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() { name }: RosterNamedDto,
    @Req() request: Request,
  ): Promise<RosterDraftDto> {
    return this.bringRoster.run(caller, fairId, { name, bytes: await fileIn(request, LIST) });
  }

  /** Shows the exhibitors of another fair as a list for this one; nothing is written. */
  @Post('copies')
  @Roles('organizer')
  copy(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: CopyRosterDto,
  ): Promise<RosterDraftDto> {
    return this.copyRoster.run(caller, fairId, body.fairId);
  }

  /** A preview again, judged against the fair as it is now. */
  @Get('drafts/:draftId')
  @Roles('organizer')
  read(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('draftId') draftId: string,
  ): Promise<RosterDraftDto> {
    return this.readRosterDraft.run(caller, fairId, draftId);
  }

  /** Writes the chosen rows, all or none; twice is once. */
  @Post('drafts/:draftId/taking')
  @HttpCode(200)
  @Roles('organizer')
  take(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('draftId') draftId: string,
    @Body() body: TakeRosterDto,
  ): Promise<RosterTakenDto> {
    return this.takeRoster.run(caller, { fairId, draftId }, body);
  }

  /** Gives a preview up, with everything in it. */
  @Delete('drafts/:draftId')
  @HttpCode(204)
  @Roles('organizer')
  drop(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('draftId') draftId: string,
  ): Promise<void> {
    return this.dropRoster.run(caller, fairId, draftId);
  }
}
